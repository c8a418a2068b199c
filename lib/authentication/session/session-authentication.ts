import { describeRejection } from '../../errors/token-verification-error.js';
import type { TokenCarrier, TokenRejection } from '../../errors/token-verification-error.js';
import { isRejection } from '../../tokens/jwt.js';
import type { DecodedJwt } from '../../tokens/jwt.js';
import { isOtherThanSessionToken } from '../../tokens/jwt-category.js';
import type { MaybePromise } from '../../tokens/token-verifier.js';
import { AuthErrorReason, RefreshErrorReason } from '../auth-reason.js';
import type { AuthReason } from '../auth-reason.js';
import type { AuthenticationResult, ResponseHeaders } from '../authentication-result.js';
import { signedIn, signedOut } from '../results.js';
import { handshakeOrSignedOut } from '../handshake/handshake.js';
import type { RequestContext } from '../request/request-context.js';
import { isRefreshFailure, refreshSession } from './session-refresh.js';

/**
 * Decides by a token that is taken for a session's.
 *
 * @param accept - what follows when the token is found valid
 */
export function authenticateSessionToken(
  context: RequestContext,
  token: string,
  carrier: TokenCarrier,
  accept: (context: RequestContext, token: string, jwt: DecodedJwt) => AuthenticationResult,
): MaybePromise<AuthenticationResult> {
  const candidate = context.decode(token);
  if (isRejection(candidate)) return refusedSession(context, candidate, carrier);
  if (isOtherThanSessionToken(candidate.jwt)) return signedOut(context, 'token-type-mismatch');

  const verified = context.instance.verifier.verify(candidate, context.instance.requirements);
  const conclude = (outcome: DecodedJwt | TokenRejection) =>
    isRejection(outcome) ? refusedSession(context, outcome, carrier) : accept(context, token, outcome);
  return verified instanceof Promise ? verified.then(conclude) : conclude(verified);
}

/** Compact claims that Clerk does not write are no ground to stand on: nobody is signed in by them. */
export function signedInOrUnreadable(
  context: RequestContext,
  token: string,
  jwt: DecodedJwt,
  headers?: ResponseHeaders,
): AuthenticationResult {
  try {
    return signedIn(context, token, jwt, headers);
  } catch {
    return signedOut(context, 'unexpected-error', '', { headers });
  }
}

/** Failures of ours, not of whoever sent the token; each is one object for all the tokens that it concerns. */
const OWN_FAILURES: readonly string[] = ['jwk-remote-failed-to-load', 'secret-key-invalid'];
const reported = new WeakSet<TokenRejection>();

function reportOwnFailure(context: RequestContext, rejection: TokenRejection): void {
  if (!OWN_FAILURES.includes(rejection.reason) || reported.has(rejection)) return;
  reported.add(rejection);
  context.instance.warn(rejection.action ? `${rejection.message} ${rejection.action}` : rejection.message);
}

/** A stale session is refreshed where it can be, first directly, then by a handshake. Any other refusal is final. */
function refusedSession(
  context: RequestContext,
  rejection: TokenRejection,
  carrier: TokenCarrier,
): MaybePromise<AuthenticationResult> {
  reportOwnFailure(context, rejection);
  if (rejection.reason === 'token-expired' && context.refreshToken && context.request.method === 'GET') {
    return refreshedOrRefused(context, rejection, carrier, context.refreshToken);
  }
  const why =
    context.request.method === 'GET'
      ? RefreshErrorReason.NonEligibleNoCookie
      : RefreshErrorReason.NonEligibleNonGet;
  return handshakeIfStale(context, rejection, carrier, why);
}

async function refreshedOrRefused(
  context: RequestContext,
  rejection: TokenRejection,
  carrier: TokenCarrier,
  refreshToken: string,
): Promise<AuthenticationResult> {
  const refreshed = await refreshSession(context, refreshToken);
  return isRefreshFailure(refreshed)
    ? handshakeIfStale(context, rejection, carrier, refreshed.refreshError)
    : signedInOrUnreadable(context, refreshed.token, refreshed.jwt, refreshed.headers);
}

function handshakeIfStale(
  context: RequestContext,
  rejection: TokenRejection,
  carrier: TokenCarrier,
  refreshError: RefreshErrorReason,
): AuthenticationResult {
  const message = describeRejection(rejection, carrier);
  const stale = staleReason(rejection, refreshError);
  return stale
    ? handshakeOrSignedOut(context, stale, message)
    : signedOut(context, rejection.reason, message);
}

/** Why the token's time is not now; `undefined` when something else is wrong with it. */
function staleReason(rejection: TokenRejection, refreshError: RefreshErrorReason): AuthReason | undefined {
  switch (rejection.reason) {
    case 'token-expired':
      return `${AuthErrorReason.SessionTokenExpired}-refresh-${refreshError}`;
    case 'token-not-active-yet':
      return AuthErrorReason.SessionTokenNBF;
    case 'token-iat-in-the-future':
      return AuthErrorReason.SessionTokenIatInTheFuture;
    default:
      return undefined;
  }
}
