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
  /** The secret key of the machine that the call is made for, in place of the client's own. */
  machineSecretKey?: string;
}

/** What {@link M2MTokenApi.createToken} takes. */
export interface CreateM2MTokenParams extends WithMachineSecretKey {
  /** When it runs out, in seconds from now; never by default. */
  secondsUntilExpiration?: number | null;
  claims?: Record<string, unknown> | null;
  /** An earlier token is returned again as long as it is good for this many seconds. */
  minRemainingTtlSeconds?: number;
  /** `opaque` by default; a `jwt` can be verified without a call, and not be revoked. */
  tokenFormat?: OneOf<'opaque' | 'jwt'>;
}

/** What {@link M2MTokenApi.list} takes. */
export interface GetM2MTokenListParams extends WithMachineSecretKey, PaginationParams {
  /** The id of the machine whose tokens to list. */
  subject: string;
  /** Whether to list revoked ones too. */
  revoked?: boolean;
  /** Whether to list those too that have run out. */
  expired?: boolean;
}

/** What {@link M2MTokenApi.revokeToken} takes. */
export interface RevokeM2MTokenParams extends WithMachineSecretKey {
  m2mTokenId: string;
  revocationReason?: string | null;
}

/** What {@link M2MTokenApi.verify} takes. */
export interface VerifyM2MTokenParams extends WithMachineSecretKey {
  token: string;
}

/** The list is not called `data` here. */
const LIST_NAME = 'm2m_tokens';

/**
 * Tokens with which machines authenticate to each other. The calls are made with the machine's secret key where there is
 * one, and with the instance's otherwise.
 *
 * @see https://clerk.com/docs/guides/development/machine-auth/m2m-tokens
 */
export class M2MTokenApi extends BackendApiResource {
  readonly #verifyJwt: VerifyM2MJwt | undefined;

  constructor(context: ResourceContext) {
    super(context);
    this.#verifyJwt = context.verifyM2MJwt;
  }

  /**
   * Makes a token for the machine whose secret key is used: `POST /m2m_tokens`.
   *
   * @returns the token; only this answer holds its text, as `token`
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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

  /** Goes through all that {@link list} lists; a page is fetched when it is reached. */
  iterateList(
    params: GetM2MTokenListParams,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<M2MToken, void, undefined> {
    return iteratePages(page => this.list({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Revokes a token: `POST /m2m_tokens/{m2m_token_id}/revoke`. One that is a JWT stays good until it runs out, for whoever
   * verifies it without a call.
   *
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when the id cannot be one
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
   * Verifies a token: one that is a JWT by its signature and claims, any other by `POST /m2m_tokens/verify`.
   *
   * @throws {@link ClerkAPIResponseError} when the API does not know the token or cannot be reached
   * @throws {@link TokenVerificationError} when a JWT is not to be trusted
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/m2m-tokens/POST/m2m_tokens/verify
   */
  async verify(
    { token, machineSecretKey }: VerifyM2MTokenParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<M2MToken> {
    const verified = await this.#verifyJwt?.(token);
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
