import type { AuthReason } from '../../authentication/auth-reason.js';
import type { SignedOutAuthObject } from '../../authorization/auth-object.js';
import { signedOutAuthObject } from '../../authorization/session-auth-object.js';

/**
 * Builds the auth object of a caller who is not signed in, for unit tests.
 *
 * @param reason - why, as `debug().reason` and the body of a 401 say it; by default, no token was sent
 *
 * @example
 * ```ts
 * expect(controller.page(signedOutAuth())).toContain('Sign in');
 * signedOutAuth('token-expired').debug().reason; // 'token-expired'
 * ```
 */
export function signedOutAuth(reason: AuthReason = 'session-token-and-uat-missing'): SignedOutAuthObject {
  return signedOutAuthObject(() => ({ status: 'signed-out', reason }));
}
