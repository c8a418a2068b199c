import type { MaybePromise } from '../../helpers/maybe-promise.js';
import { authenticate } from '../authenticate.js';
import { published } from '../authentication-event.js';
import type { AuthenticationResult } from '../authentication-result.js';
import { withPlainExpiryReason } from './expired-token.js';
import type { IncomingRequest } from '../request/incoming-request.js';
import type { Instance } from '../instance.js';
import { RequestContext } from '../request/request-context.js';
import { signedOut } from '../results.js';
import { NO_REQUEST, SubstitutedRequest } from '../request/substituted-request.js';

/**
 * The form of a request for a message that has only a token.
 *
 * @param authorization - the token, with or without `Bearer`; `undefined` if the message has none
 */
export function messageWith(authorization: string | undefined): IncomingRequest {
  return new SubstitutedRequest(NO_REQUEST, { authorization });
}

/** Authenticates the sender of a message. */
export function authenticateMessage(
  message: IncomingRequest,
  instance: Instance,
): MaybePromise<AuthenticationResult> {
  const context = new RequestContext(message, instance);
  return context.tokenInHeader
    ? withPlainExpiryReason(context, authenticate(message, instance, 'any'))
    : published(() => signedOut(context, 'session-token-missing'));
}
