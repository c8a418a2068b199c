import { isClerkAPIResponseError } from '../../errors/clerk-api-response-error.js';
import { isRejection } from '../../tokens/jwt.js';
import type { DecodedJwt } from '../../tokens/jwt.js';
import { verifySessionJwt } from '../../tokens/verify-session-jwt.js';
import { RefreshErrorReason } from '../auth-reason.js';
import type { ResponseHeaders } from '../authentication-result.js';
import type { RequestContext } from '../request/request-context.js';
import { sessionTokenAmong, setCookieHeaders } from './set-cookie.js';

/** A session with a new token, and the cookies for the browser. */
export interface RefreshedSession {
  readonly token: string;
  readonly jwt: DecodedJwt;
  readonly headers: ResponseHeaders;
}

/** Why the session was not refreshed, for the reason of the handshake that follows. */
export interface RefreshFailure {
  readonly refreshError: RefreshErrorReason;
}

export function isRefreshFailure(outcome: RefreshedSession | RefreshFailure): outcome is RefreshFailure {
  return 'refreshError' in outcome;
}

/** Exchanges the refresh token of a browser for a new session token without a redirect. */
export async function refreshSession(
  context: RequestContext,
  refreshToken: string,
): Promise<RefreshedSession | RefreshFailure> {
  const expiredToken = context.sessionTokenInCookie ?? context.tokenInHeader;
  if (!expiredToken) return { refreshError: RefreshErrorReason.MissingSessionToken };

  const claims = context.unverifiedClaims(expiredToken);
  if (!claims) return { refreshError: RefreshErrorReason.ExpiredSessionTokenDecodeFailed };
  const { sid } = claims;
  if (typeof sid !== 'string' || sid === '')
    return { refreshError: RefreshErrorReason.ExpiredSessionTokenMissingSidClaim };

  const cookies = await requestCookies(context, sid, expiredToken, refreshToken);
  return isFailure(cookies) ? cookies : sessionFrom(context, cookies);
}

async function requestCookies(
  context: RequestContext,
  sessionId: string,
  expiredToken: string,
  refreshToken: string,
): Promise<string[] | RefreshFailure> {
  try {
    const { cookies } = await context.instance.remote.refreshSession(sessionId, {
      format: 'cookie',
      suffixed_cookies: context.trustsSuffixedCookies,
      expired_token: expiredToken,
      refresh_token: refreshToken,
      request_origin: context.url.origin,
      request_headers: Object.fromEntries(
        [...context.request.allHeaders()].map(([name, value]) => [name, [value]]),
      ),
    });
    return cookies;
  } catch (error) {
    return { refreshError: refreshErrorFrom(error) };
  }
}

async function sessionFrom(
  context: RequestContext,
  cookies: string[],
): Promise<RefreshedSession | RefreshFailure> {
  if (cookies.length === 0) return { refreshError: RefreshErrorReason.UnexpectedSDKError };

  const token = sessionTokenAmong(cookies);
  const jwt = await verifySessionJwt(context.instance.verifier, token, context.instance.requirements);
  if (isRejection(jwt)) return { refreshError: RefreshErrorReason.InvalidSessionToken };
  return { token, jwt, headers: setCookieHeaders(cookies) };
}

function refreshErrorFrom(error: unknown): RefreshErrorReason {
  const code = isClerkAPIResponseError(error) ? error.errors[0]?.code : undefined;
  if (code === undefined) return RefreshErrorReason.UnexpectedBAPIError;
  return code === 'unexpected_error' ? RefreshErrorReason.FetchError : code;
}

function isFailure(outcome: string[] | RefreshFailure): outcome is RefreshFailure {
  return !Array.isArray(outcome);
}
