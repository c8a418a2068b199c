import type { MaybePromise } from '../../helpers/maybe-promise.js';
import type { AuthenticationResult } from '../authentication-result.js';
import { AuthErrorReason } from '../auth-reason.js';
import type { RequestContext } from '../request/request-context.js';
import { signedOut } from '../results.js';

/**
 * Replaces the refresh reasons of an expired token by `token-expired`, because neither an opening request nor a message
 * can load a page again. A token that expires later gets the same reason.
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
