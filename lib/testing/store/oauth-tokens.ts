import { newId, newMachineTokenId } from '../random.js';
import { issueMachineJwt } from '../tokens/machine-jwt.js';
import type { JwtIssuer } from '../tokens/machine-jwt.js';
import type { CollectionContext } from './collection.js';
import type { LocalOAuthToken, LocalTokenFormat } from './machine-token-records.js';
import { TokenRecords } from './token-records.js';

/** The parameters of {@link LocalOAuthTokens.create}. */
export interface CreateLocalOAuthTokenParams {
  /** The id of the user who gave consent; the user need not exist. */
  subject: string;
  /** The id of the OAuth application. Default: a new one. */
  clientId?: string;
  /** Default: none. */
  scopes?: readonly string[];
  /** The audience, as `aud`. Default: none. */
  audience?: readonly string[];
  /** Default: `opaque`, which only the Backend API can verify. */
  tokenFormat?: LocalTokenFormat;
  /** Negative for an expired token. Default: a day. */
  secondsUntilExpiration?: number;
}

const DAY_IN_SECONDS = 24 * 60 * 60;

/** The OAuth access tokens of a {@link LocalClerk} as identity provider. */
export class LocalOAuthTokens {
  /** @internal */
  readonly records: TokenRecords<LocalOAuthToken>;

  readonly #context: CollectionContext;
  readonly #issuer: JwtIssuer;

  /** @internal */
  constructor(context: CollectionContext, issuer: JwtIssuer) {
    this.#context = context;
    this.#issuer = issuer;
    this.records = new TokenRecords(context, {
      name: 'oauthTokens',
      kind: 'OAuth access token',
      newId: () => newMachineTokenId('oat'),
    });
  }

  /**
   * Creates an access token, as if its user had just given consent.
   *
   * @returns the record, with the token as `token`
   * @example
   * ```ts
   * const { token } = await local.oauthTokens.create({ subject: 'user_alice', scopes: ['profile'] });
   * await fetch(url, { headers: { authorization: `Bearer ${token}` } });
   * ```
   * @see https://www.rfc-editor.org/rfc/rfc9068 for `tokenFormat: 'jwt'`
   */
  async create(params: CreateLocalOAuthTokenParams): Promise<LocalOAuthToken & { token: string }> {
    const { subject, tokenFormat = 'opaque', secondsUntilExpiration = DAY_IN_SECONDS } = params;
    const now = this.#context.now();
    const record: LocalOAuthToken = {
      id: newMachineTokenId('oat'),
      subject,
      clientId: params.clientId ?? newId('client'),
      scopes: [...(params.scopes ?? [])],
      audience: [...(params.audience ?? [])],
      revoked: false,
      revocationReason: null,
      expiration: now + secondsUntilExpiration * 1000,
      createdAt: now,
      updatedAt: now,
    };
    const token = tokenFormat === 'jwt' ? await this.#issueJwt(record) : newId('oat');
    return { ...this.records.add(record, token), token };
  }

  /**
   * Returns the token with an id.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the token does not exist
   * @example
   * ```ts
   * const { clientId } = local.oauthTokens.get(oauthToken.id);
   * ```
   */
  get(oauthTokenId: string): LocalOAuthToken {
    return this.records.get(oauthTokenId);
  }

  /**
   * Revokes a token. As with Clerk, a JWT that is verified by its signature stays valid until it expires.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the token does not exist
   * @example
   * ```ts
   * local.oauthTokens.revoke(oauthToken.id);
   * ```
   */
  revoke(oauthTokenId: string, revocationReason: string | null = null): LocalOAuthToken {
    return this.records.revoke(oauthTokenId, revocationReason);
  }

  /**
   * The record of a token, and whether the token is valid.
   *
   * @internal
   */
  find(token: string): { record: LocalOAuthToken; isValid: boolean } | undefined {
    const record = this.records.findBySecret(token);
    return record && { record, isValid: this.records.isValid(record) };
  }

  #issueJwt({ id, subject, clientId, scopes, audience, expiration }: LocalOAuthToken): Promise<string> {
    return issueMachineJwt(this.#issuer, {
      header: { typ: 'at+jwt' },
      claims: {
        sub: subject,
        client_id: clientId,
        scope: scopes.join(' '),
        scp: scopes,
        aud: audience.length > 0 ? audience : undefined,
        jti: id,
      },
      issuedAt: this.#context.now(),
      expiration,
    });
  }
}
