import type { MaybePromise } from '../../helpers/maybe-promise.js';
import type { AuthenticationResult } from '../authentication-result.js';
import { AuthErrorReason } from '../auth-reason.js';
import type { RequestContext } from '../request/request-context.js';
import { signedOut } from '../results.js';

/**
 * Says `token-expired` of a token that has expired, and nothing of refreshing it: what opens a connection or sends a
 * message cannot load a page again. A token that expires later gets the same reason.
 */
export function withPlainExpiryReason(
  context: RequestContext,
  result: MaybePromise<AuthenticationResult>,
): MaybePromise<AuthenticationResult> {
  if (result instanceof Promise) return result.then(settled => withPlainExpiryReason(context, settled));
  return result.reason?.startsWith(AuthErrorReason.SessionTokenExpired)
    ? signedOut(context, 'token-expired', result.message ?? '')
    : result;
}
