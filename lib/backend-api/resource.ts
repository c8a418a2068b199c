import type { M2MToken } from './models/machine-tokens.js';
import type { BackendApiTransport, RequestSender } from './transport/backend-api-transport.js';

/** The dependencies of the resources. */
export interface ResourceContext {
  transport: BackendApiTransport;
  /**
   * Verifies an M2M token in JWT format, with no other call than that for the keys. The Backend API client does not verify
   * tokens itself.
   */
  verifyM2MJwt?: VerifyM2MJwt;
}

/**
 * @returns the token; `undefined` if it is not a JWT, and the API must verify it
 * @throws TokenVerificationError if the JWT is not valid
 */
export type VerifyM2MJwt = (token: string) => Promise<M2MToken | undefined>;

/**
 * The base class of all resources.
 *
 * Every method takes {@link BackendApiRequestOptions} as its last argument, and rejects
 *
 * - with a {@link ClerkAPIResponseError} if the API rejects the call, cannot be reached (`status` 0), or sends an unusable
 *   answer;
 * - with a {@link ClerkConfigurationError} before any request if the key is missing;
 * - with a {@link ClerkError} before any request if an argument cannot be sent: `resource_id_invalid` for an ID that is
 *   empty or contains a path, `query_parameter_invalid` for a filter.
 */
export abstract class BackendApiResource {
  /** @internal */
  protected readonly transport: RequestSender;

  /** @internal */
  constructor({ transport }: ResourceContext) {
    // Bound to the transport, whose private fields throw on a proxy: some proxies of a provider wrap all that it returns.
    this.transport = { request: transport.request.bind(transport) };
  }
}
