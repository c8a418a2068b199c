import { decodeM2MToken, type M2MToken } from '../models/machine-tokens.js';
import type { OneOf } from '../one-of.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import {
  iteratePages,
  type PaginatedResourceResponse,
  pageOf,
  type PaginationParams,
} from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { verifyM2MToken } from '../remote-calls.js';
import { BackendApiResource, type ResourceContext, type VerifyM2MJwt } from '../resource.js';

interface WithMachineSecretKey {
  /** The secret key of the machine, instead of the client's. */
  machineSecretKey?: string;
}

/** The parameters of {@link M2MTokenApi.createToken}. */
export interface CreateM2MTokenParams extends WithMachineSecretKey {
  /** The lifetime in seconds; without it the token does not expire. */
  secondsUntilExpiration?: number | null;
  claims?: Record<string, unknown> | null;
  /** Returns an existing token that is valid for at least this number of seconds. */
  minRemainingTtlSeconds?: number;
  /** `opaque` by default. A `jwt` can be verified without a call, and cannot be revoked. */
  tokenFormat?: OneOf<'opaque' | 'jwt'>;
}

/** The parameters of {@link M2MTokenApi.list}. */
export interface GetM2MTokenListParams extends WithMachineSecretKey, PaginationParams {
  /** The ID of the machine. */
  subject: string;
  /** Whether the list includes revoked tokens. */
  revoked?: boolean;
  /** Whether the list includes expired tokens. */
  expired?: boolean;
}

/** The parameters of {@link M2MTokenApi.revokeToken}. */
export interface RevokeM2MTokenParams extends WithMachineSecretKey {
  m2mTokenId: string;
  revocationReason?: string | null;
}

/** The parameters of {@link M2MTokenApi.verify}. */
export interface VerifyM2MTokenParams extends WithMachineSecretKey {
  token: string;
}

/** The name of the list in the answer. */
const LIST_NAME = 'm2m_tokens';

/**
 * Tokens with which machines authenticate to each other. The calls use the machine's secret key if it is set, and the
 * instance's otherwise.
 *
 * @see https://clerk.com/docs/guides/development/machine-auth/m2m-tokens
 */
export class M2MTokenApi extends BackendApiResource {
  /** @internal */
  private readonly verifyJwt: VerifyM2MJwt | undefined;

  /** @internal */
  constructor(context: ResourceContext) {
    super(context);
    this.verifyJwt = context.verifyM2MJwt;
  }

  /**
   * Creates a token for the machine of the secret key: `POST /m2m_tokens`.
   *
   * @returns the token; only this answer has its `token` field
   *
   * @example
   * ```ts
   * const { token } = await clerk.m2m.createToken({ secondsUntilExpiration: 300 });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/m2m-tokens/POST/m2m_tokens
   */
  async createToken(
    params: CreateM2MTokenParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<M2MToken> {
    const { machineSecretKey, secondsUntilExpiration = null, claims = null, ...rest } = params;
    const { minRemainingTtlSeconds, tokenFormat = 'opaque' } = rest;
    return this.transport.request(
      {
        operation: 'createM2MToken',
        method: 'POST',
        path: apiPath`/m2m_tokens`,
        unversioned: true,
        auth: 'machine',
        body: { secondsUntilExpiration, claims, minRemainingTtlSeconds, tokenFormat },
        decode: decodeM2MToken,
      },
      withMachineKey(machineSecretKey, requestOptions),
    );
  }

  /**
   * Lists the tokens of a machine: `GET /m2m_tokens`.
   *
   * @example
   * ```ts
   * const { data } = await clerk.m2m.list({ subject: 'mch_2abc' });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/m2m-tokens/GET/m2m_tokens
   */
  async list(
    { machineSecretKey, ...query }: GetM2MTokenListParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<M2MToken[]>> {
    return this.transport.request(
      {
        operation: 'getM2MTokens',
        method: 'GET',
        path: apiPath`/m2m_tokens`,
        unversioned: true,
        auth: 'machine',
        query,
        decode: pageOf(decodeM2MToken, LIST_NAME),
      },
      withMachineKey(machineSecretKey, requestOptions),
    );
  }

  /** Iterates over all items of {@link list}, and fetches a page when its first item is needed. */
  iterateList(
    params: GetM2MTokenListParams,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<M2MToken, void, undefined> {
    return iteratePages(page => this.list({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Revokes a token: `POST /m2m_tokens/{m2m_token_id}/revoke`. A token in JWT format stays valid until it expires,
   * because it is verified without a call.
   *
   * @example
   * ```ts
   * await clerk.m2m.revokeToken({ m2mTokenId: 'mt_2abc', revocationReason: 'leaked' });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/m2m-tokens/POST/m2m_tokens/{m2m_token_id}/revoke
   */
  async revokeToken(
    { m2mTokenId, revocationReason = null, machineSecretKey }: RevokeM2MTokenParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<M2MToken> {
    return this.transport.request(
      {
        operation: 'revokeM2MToken',
        method: 'POST',
        path: apiPath`/m2m_tokens/${m2mTokenId}/revoke`,
        unversioned: true,
        auth: 'machine',
        body: { revocationReason },
        decode: decodeM2MToken,
      },
      withMachineKey(machineSecretKey, requestOptions),
    );
  }

  /**
   * Verifies a token: a JWT by its signature and claims, an opaque token with `POST /m2m_tokens/verify`.
   *
   * @throws {@link ClerkAPIResponseError} if the token is unknown or revoked, or the API cannot be reached
   * @throws {@link TokenVerificationError} if a JWT is not valid
   *
   * @example
   * ```ts
   * const { subject, scopes } = await clerk.m2m.verify({ token });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/m2m-tokens/POST/m2m_tokens/verify
   */
  async verify(
    { token, machineSecretKey }: VerifyM2MTokenParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<M2MToken> {
    const verified = await this.verifyJwt?.(token);
    if (verified) return verified;
    return verifyM2MToken(this.transport, token, withMachineKey(machineSecretKey, requestOptions));
  }
}

function withMachineKey(
  machineSecretKey: string | undefined,
  requestOptions: BackendApiRequestOptions | undefined,
): BackendApiRequestOptions | undefined {
  return machineSecretKey ? { ...requestOptions, secretKey: machineSecretKey } : requestOptions;
}
