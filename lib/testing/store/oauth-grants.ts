import { newId } from '../random.js';
import { Collection } from './collection.js';
import type { CollectionContext, LocalRecord } from './collection.js';
import { OneTimePayloads } from './one-time-payloads.js';

/** What a user has granted to an OAuth client. */
export interface LocalOAuthGrant {
  readonly clientId: string;
  /** The id of the user who gave consent. */
  readonly userId: string;
  readonly scopes: readonly string[];
  /** The resources that the client named (RFC 8707); empty without any. */
  readonly resources: readonly string[];
}

/** A grant that waits for its client to fetch the tokens, by its authorization code. */
export interface LocalAuthorization extends LocalOAuthGrant {
  readonly redirectUri: string;
  /** Of PKCE with S256 (RFC 7636); `undefined` for a confidential client that does not use it. */
  readonly codeChallenge: string | undefined;
  readonly nonce: string | undefined;
  /** Unix time in milliseconds. */
  readonly expiresAt: number;
}

interface RefreshToken extends LocalRecord, LocalOAuthGrant {
  readonly token: string;
}

/** The authorization codes and the refresh tokens of a local instance. */
export class LocalOAuthGrants {
  /** By their code, each for one use. */
  readonly authorizations: OneTimePayloads<LocalAuthorization>;
  readonly #refreshTokens: Collection<RefreshToken>;

  constructor(context: CollectionContext) {
    this.authorizations = new OneTimePayloads(context, 'oauthAuthorizations');
    this.#refreshTokens = new Collection<RefreshToken>(context, {
      name: 'oauthRefreshTokens',
      kind: 'refresh token',
      newId: () => newId('ort'),
      unique: { token: ({ token }) => [token] },
      owners: { users: ({ userId }) => userId },
    });
  }

  /** @returns the refresh token, which does not expire */
  addRefreshToken({ clientId, userId, scopes, resources }: LocalOAuthGrant): string {
    const token = newId('rt');
    this.#refreshTokens.add({ clientId, userId, scopes, resources, token });
    return token;
  }

  /** The grant of a refresh token. */
  findRefreshToken(token: string): LocalOAuthGrant | undefined {
    return this.#refreshTokens.findBy('token', token);
  }

  revokeRefreshToken(token: string): void {
    const record = this.#refreshTokens.findBy('token', token);
    if (record) this.#refreshTokens.delete(record.id);
  }
}
