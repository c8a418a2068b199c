import { JwtCategory } from '../../tokens/jwt-category.js';
import { newId, newMachineTokenId } from '../random.js';
import { issueMachineJwt } from '../tokens/machine-jwt.js';
import type { JwtIssuer } from '../tokens/machine-jwt.js';
import type { CollectionContext } from './collection.js';
import type { LocalM2MToken, LocalTokenFormat } from './machine-token-records.js';
import type { Metadata } from './records.js';
import { TokenRecords } from './token-records.js';

/** The parameters of {@link LocalM2MTokens.create}: those of `clerkClient.m2m.createToken()`, and the machine. */
export interface CreateLocalM2MTokenParams {
  /** The id of the machine that the token authenticates. Default: a new one. */
  subject?: string;
  /**
   * The ids of the machines that accept the token. As with Clerk, a JWT does not contain them. Default: that of
   * `local.machineSecretKey`.
   */
  scopes?: readonly string[];
  /** Default: none. */
  claims?: Metadata | null;
  /** Default: `opaque`, which only the Backend API can verify. */
  tokenFormat?: LocalTokenFormat;
  /** Negative for an expired token. Default: an hour for a JWT, no expiry for an opaque token. */
  secondsUntilExpiration?: number | null;
}

const DEFAULT_JWT_LIFETIME_SECONDS = 3600;

/** The machine-to-machine tokens of a {@link LocalClerk}. */
export class LocalM2MTokens {
  /** @internal */
  readonly records: TokenRecords<LocalM2MToken>;

  readonly #context: CollectionContext;
  readonly #issuer: JwtIssuer;
  readonly #machineId: string;

  /** @internal */
  constructor(context: CollectionContext, issuer: JwtIssuer, machineId: string) {
    this.#context = context;
    this.#issuer = issuer;
    this.#machineId = machineId;
    this.records = new TokenRecords(context, {
      name: 'm2mTokens',
      kind: 'M2M token',
      newId: () => newMachineTokenId('mt'),
    });
  }

  /**
   * Creates a token.
   *
   * @returns the record, with the token as `token`
   * @example
   * ```ts
   * const { token } = await local.m2mTokens.create({ claims: { team: 'billing' }, tokenFormat: 'jwt' });
   * await fetch(url, { headers: { authorization: `Bearer ${token}` } });
   * ```
   */
  async create(params: CreateLocalM2MTokenParams = {}): Promise<LocalM2MToken & { token: string }> {
    const { tokenFormat = 'opaque', secondsUntilExpiration } = params;
    const now = this.#context.now();
    const lifetime = secondsUntilExpiration ?? (tokenFormat === 'jwt' ? DEFAULT_JWT_LIFETIME_SECONDS : null);
    const record: LocalM2MToken = {
      id: newMachineTokenId('mt'),
      subject: params.subject ?? newId('mch'),
      scopes: [...(params.scopes ?? [this.#machineId])],
      claims: structuredClone(params.claims ?? null),
      revoked: false,
      revocationReason: null,
      expiration: lifetime === null ? null : now + lifetime * 1000,
      createdAt: now,
      updatedAt: now,
    };
    const token = tokenFormat === 'jwt' ? await this.#issueJwt(record) : newId('mt');
    return { ...this.records.add(record, token), token };
  }

  /**
   * Returns the token with an id.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the token does not exist
   * @example
   * ```ts
   * const { expiration } = local.m2mTokens.get(m2mToken.id);
   * ```
   */
  get(m2mTokenId: string): LocalM2MToken {
    return this.records.get(m2mTokenId);
  }

  /**
   * Revokes a token. As with Clerk, a JWT that is verified by its signature stays valid until it expires.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the token does not exist
   * @example
   * ```ts
   * local.m2mTokens.revoke(m2mToken.id);
   * ```
   */
  revoke(m2mTokenId: string, revocationReason: string | null = null): LocalM2MToken {
    return this.records.revoke(m2mTokenId, revocationReason);
  }

  /**
   * The record of a token, if the token is valid and the calling machine is in its scopes.
   *
   * @param machineId - `undefined` for the instance itself, which may verify every token
   * @internal
   */
  verify(token: string, machineId: string | undefined): LocalM2MToken | undefined {
    const record = this.records.findBySecret(token);
    if (!record || !this.records.isValid(record)) return undefined;
    return machineId === undefined || record.scopes.includes(machineId) ? record : undefined;
  }

  #issueJwt({ id, subject, claims, expiration }: LocalM2MToken): Promise<string> {
    return issueMachineJwt(this.#issuer, {
      header: { typ: 'JWT', cat: JwtCategory.M2MToken },
      claims: { ...claims, sub: subject, jti: id },
      issuedAt: this.#context.now(),
      expiration,
    });
  }
}
