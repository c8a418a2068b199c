import { isMachineTokenType, isTokenTypeAccepted } from '../authorization/accepted-token.js';
import { ClerkError } from '../errors/clerk-error.js';
import type { AcceptedTokens } from '../tokens/token-type.js';
import type { MaybePromise } from '../helpers/maybe-promise.js';
import { isAuthenticationObserved, published } from './authentication-event.js';
import type { AuthenticationResult } from './authentication-result.js';
import { signedOut, signedOutInvalidToken } from './results.js';
import { authenticateByCookies } from './cookie-authentication.js';
import { authenticateByHeader } from './header-authentication.js';
import type { IncomingRequest } from './request/incoming-request.js';
import type { Instance } from './instance.js';
import { RequestContext } from './request/request-context.js';

/**
 * Authenticates a request.
 *
 * A token in the `Authorization` header is preferred, and machine tokens are read from there only. Without one, the
 * cookies are read.
 *
 * @returns the result, or a promise of it if a call to Clerk is necessary; no input of a client makes it reject
 */
export function authenticate(
  request: IncomingRequest,
  instance: Instance,
  acceptsToken: AcceptedTokens,
): MaybePromise<AuthenticationResult> {
  return authenticateInContext(new RequestContext(request, instance), acceptsToken);
}

/** Authenticates a request whose context is made; see {@link authenticate}. */
export function authenticateInContext(
  context: RequestContext,
  acceptsToken: AcceptedTokens,
): MaybePromise<AuthenticationResult> {
  return isAuthenticationObserved() ? publish(context, acceptsToken) : decideSafely(context, acceptsToken);
}

/** Not inline, as all functions here that create one: a closure takes memory in every request, even if it is not created. */
function publish(context: RequestContext, acceptsToken: AcceptedTokens): MaybePromise<AuthenticationResult> {
  return published(() => decideSafely(context, acceptsToken));
}

function decideSafely(
  context: RequestContext,
  acceptsToken: AcceptedTokens,
): MaybePromise<AuthenticationResult> {
  try {
    const result = decide(context, acceptsToken);
    return result instanceof Promise ? settledSafely(context, result) : result;
  } catch (error) {
    return unexpected(context, error);
  }
}

async function settledSafely(
  context: RequestContext,
  result: Promise<AuthenticationResult>,
): Promise<AuthenticationResult> {
  try {
    return await result;
  } catch (error) {
    return unexpected(context, error);
  }
}

function decide(context: RequestContext, acceptsToken: AcceptedTokens): MaybePromise<AuthenticationResult> {
  if (context.tokenInHeader) return authenticateByHeader(context, context.tokenInHeader, acceptsToken);
  if (isMachineTokenType(acceptsToken)) {
    return signedOut(context, 'No token in header', '', { tokenType: acceptsToken });
  }
  if (!isTokenTypeAccepted('session_token', acceptsToken)) return signedOutInvalidToken();
  return authenticateByCookies(context);
}

/** An error that no step expected results in a signed-out request. Only configuration errors are thrown. */
function unexpected(context: RequestContext, error: unknown): AuthenticationResult {
  if (error instanceof ClerkError) throw error;
  context.instance.warn(
    `A request could not be authenticated: ${error instanceof Error ? error.name : 'unknown error'}`,
    'unexpected-error',
  );
  return signedOut(context, 'unexpected-error');
}
