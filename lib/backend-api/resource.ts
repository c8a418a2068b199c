import type { M2MToken } from './models/machine-tokens.js';
import type { BackendApiTransport } from './transport/backend-api-transport.js';

/** What the resources are made with. */
export interface ResourceContext {
  transport: BackendApiTransport;
  /**
   * Verifies an M2M token that is a JWT, without a call but for the keys. It comes from outside because verifying
   * tokens is no affair of the Backend API.
   */
  verifyM2MJwt?: VerifyM2MJwt;
}

/**
 * @returns the token; `undefined` when it is no M2M JWT, and the API is to be asked
 * @throws TokenVerificationError when it is one that is not to be trusted
 */
export type VerifyM2MJwt = (token: string) => Promise<M2MToken | undefined>;

/** What all resources have in common. */
export abstract class BackendApiResource {
  /** @internal */
  protected readonly transport: BackendApiTransport;

  constructor({ transport }: ResourceContext) {
    this.transport = transport;
  }
}
