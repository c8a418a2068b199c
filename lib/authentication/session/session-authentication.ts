import { describeRejection } from '../../errors/token-verification-error.js';
import type { TokenCarrier, TokenRejection } from '../../errors/token-verification-error.js';
import { isRejection } from '../../tokens/jwt.js';
import type { DecodedJwt } from '../../tokens/jwt.js';
import type { TokenCandidate } from '../../tokens/token-verifier.js';
import { isOtherThanSessionToken } from '../../tokens/jwt-category.js';
import type { MaybePromise } from '../../helpers/maybe-promise.js';
import { AuthErrorReason, RefreshErrorReason } from '../auth-reason.js';
import type { AuthReason } from '../auth-reason.js';
import type { AuthenticationResult } from '../authentication-result.js';
import { signedInOrUnreadable, signedOut } from '../results.js';
import type { RequestContext } from '../request/request-context.js';
import { isRefreshFailure, refreshSession } from './session-refresh.js';

/**
 * The results that follow the verification of a session token; the caller decides, because some callers start a
 * handshake.
 */
export interface SessionOutcomes {
  readonly carrier: TokenCarrier;
  /** The token is valid. */
  accept(context: RequestContext, token: string, jwt: DecodedJwt): AuthenticationResult;
  /** The time claims do not hold now, and the token could not be refreshed directly. */
  handleStale(context: RequestContext, reason: AuthReason, message: string): AuthenticationResult;
}

/** Authenticates by a session token. */
export function authenticateSessionToken(
  context: RequestContext,
  token: string,
  outcomes: SessionOutcomes,
): MaybePromise<AuthenticationResult> {
  const candidate = context.decode(token);
  if (isRejection(candidate)) return rejectedSession(context, candidate, outcomes);
  if (isOtherThanSessionToken(candidate.jwt)) return signedOut(context, 'token-type-mismatch');

  const { verifier, requirements } = context.instance;
  const verified = verifier.verify(candidate, requirements);
  return verified instanceof Promise
    ? concludeLater(context, candidate, verified, outcomes)
    : concludeSession(context, candidate, verified, outcomes);
}

async function concludeLater(
  context: RequestContext,
  candidate: TokenCandidate,
  verified: Promise<DecodedJwt | TokenRejection>,
  outcomes: SessionOutcomes,
): Promise<AuthenticationResult> {
  return concludeSession(context, candidate, await verified, outcomes);
}

function concludeSession(
  context: RequestContext,
  { token, jwt }: TokenCandidate,
  verified: DecodedJwt | TokenRejection,
  outcomes: SessionOutcomes,
): MaybePromise<AuthenticationResult> {
  if (!isRejection(verified)) return outcomes.accept(context, token, verified);
  const { setup, requirements } = context.instance;
  setup.rejectedJwt(verified, jwt, 'session_token', requirements);
  return rejectedSession(context, verified, outcomes);
}

/** An expired session is refreshed, directly or by a handshake. Any other rejection is final. */
function rejectedSession(
  context: RequestContext,
  rejection: TokenRejection,
  outcomes: SessionOutcomes,
): MaybePromise<AuthenticationResult> {
  if (rejection.reason === 'token-expired' && context.refreshToken && context.request.method === 'GET') {
    return refreshedOrRejected(context, rejection, outcomes, context.refreshToken);
  }
  const why =
    context.request.method === 'GET'
      ? RefreshErrorReason.NonEligibleNoCookie
      : RefreshErrorReason.NonEligibleNonGet;
  return handshakeOrRejected(context, rejection, outcomes, why);
}

async function refreshedOrRejected(
  context: RequestContext,
  rejection: TokenRejection,
  outcomes: SessionOutcomes,
  refreshToken: string,
): Promise<AuthenticationResult> {
  const refreshed = await refreshSession(context, refreshToken);
  return isRefreshFailure(refreshed)
    ? handshakeOrRejected(context, rejection, outcomes, refreshed.refreshError)
    : signedInOrUnreadable(context, refreshed.token, refreshed.jwt, refreshed.headers);
}

function handshakeOrRejected(
  context: RequestContext,
  rejection: TokenRejection,
  outcomes: SessionOutcomes,
  refreshError: RefreshErrorReason,
): AuthenticationResult {
  const message = describeRejection(rejection, outcomes.carrier);
  const stale = staleReason(rejection, refreshError);
  return stale
    ? outcomes.handleStale(context, stale, message)
    : signedOut(context, rejection.reason, message);
}

/** The reason of an unmet time claim; `undefined` if the token was rejected for another reason. */
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
