import { isClerkAPIResponseError } from '../errors/clerk-api-response-error.js';
import { isRejection } from '../tokens/jwt.js';
import { RefreshErrorReason } from './auth-reason.js';
import { sessionTokenAmong, setCookieHeaders } from './set-cookie.js';
export function isRefreshFailure(outcome) {
  return 'refreshError' in outcome;
}
/** Trades the refresh token of a browser for a new session token, without sending the browser anywhere. */
export async function refreshSession(context, refreshToken) {
  const expiredToken = context.sessionTokenInCookie ?? context.tokenInHeader;
  if (!expiredToken) return { refreshError: RefreshErrorReason.MissingSessionToken };
  const claims = context.unverifiedClaims(expiredToken);
  if (!claims) return { refreshError: RefreshErrorReason.ExpiredSessionTokenDecodeFailed };
  if (!claims.sid) return { refreshError: RefreshErrorReason.ExpiredSessionTokenMissingSidClaim };
  const cookies = await askForCookies(context, String(claims.sid), expiredToken, refreshToken);
  return isFailure(cookies) ? cookies : sessionFrom(context, cookies);
}
async function askForCookies(context, sessionId, expiredToken, refreshToken) {
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
async function sessionFrom(context, cookies) {
  if (cookies.length === 0) return { refreshError: RefreshErrorReason.UnexpectedSDKError };
  const token = sessionTokenAmong(cookies);
  const candidate = context.decode(token);
  const jwt = isRejection(candidate)
    ? candidate
    : await context.instance.verifier.verify(candidate, context.instance.requirements);
  if (isRejection(jwt)) return { refreshError: RefreshErrorReason.InvalidSessionToken };
  return { token, jwt, headers: setCookieHeaders(cookies) };
}
function refreshErrorFrom(error) {
  const code = isClerkAPIResponseError(error) ? error.errors[0]?.code : undefined;
  if (code === undefined) return RefreshErrorReason.UnexpectedBAPIError;
  return code === 'unexpected_error' ? RefreshErrorReason.FetchError : code;
}
function isFailure(outcome) {
  return !Array.isArray(outcome);
}
