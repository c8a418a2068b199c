import type { MaybePromise } from '../tokens/token-verifier.js';
import { authenticateRequest } from './authenticate-request.js';
import type { AuthenticationResult } from './authentication-result.js';
import type { Instance } from './instance.js';
import { RequestContext } from './request-context.js';
import { signedOut } from './results.js';
import { NO_REQUEST, SubstitutedRequest } from './substituted-request.js';

/**
 * Decides who sent a message that has nothing of HTTP but a token.
 *
 * @param authorization - the token, with or without `Bearer`; `undefined` when the message has none
 */
export function authenticateMessage(
  authorization: string | undefined,
  instance: Instance,
): MaybePromise<AuthenticationResult> {
  const request = new SubstitutedRequest(NO_REQUEST, { authorization });
  const context = new RequestContext(request, instance);
  return context.tokenInHeader
    ? authenticateRequest(request, instance, 'any')
    : signedOut(context, 'session-token-missing');
}
