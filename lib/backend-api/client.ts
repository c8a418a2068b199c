import { BackendApiResources } from './generated/resources.js';
import type { VerifyM2MJwt } from './resource.js';
import type { BackendApiTransport } from './transport/backend-api-transport.js';

/**
 * Clerk's Backend API, one property per resource. A resource is created when it is first used.
 *
 * @example
 * ```ts
 * const clerk = createClerkClient({ secretKey: 'sk_test_…' });
 * const user = await clerk.users.getUser('user_2abc');
 * ```
 *
 * @see https://clerk.com/docs/reference/backend/overview
 */
export class BackendApiClient extends BackendApiResources {
  /**
   * @internal
   * @param transport - makes the calls
   * @param verifyM2MJwt - verifies M2M tokens in JWT format; without it the API verifies these too
   */
  constructor(transport: BackendApiTransport, verifyM2MJwt?: VerifyM2MJwt) {
    super({ transport, verifyM2MJwt });
  }
}
