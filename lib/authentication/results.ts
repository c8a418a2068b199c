import {
  authenticatedMachineObject,
  invalidTokenAuthObject,
  unauthenticatedMachineObject,
} from '../authorization/machine-auth-object.js';
import type { VerifiedMachineToken } from '../authorization/machine-auth-object.js';
import {
  sessionStatusOf,
  signedInAuthObject,
  signedOutAuthObject,
} from '../authorization/session-auth-object.js';
import type { DecodedJwt } from '../tokens/jwt.js';
import type { MachineTokenType, TokenType } from '../tokens/token-type.js';
import type { AuthReason } from './auth-reason.js';
import type { AuthenticationResult, AuthStatus, ResponseHeaders } from './authentication-result.js';
import { debugData } from './debug-data.js';
import { once } from '../helpers/once.js';
import type { RequestContext } from './request/request-context.js';

const NO_HEADERS: ResponseHeaders = [];

/**
 * A person is signed in.
 *
 * @throws TypeError when the compact claims of the token do not have the documented form
 */
export function signedIn(
  context: RequestContext,
  token: string,
  jwt: DecodedJwt,
  headers: ResponseHeaders = NO_HEADERS,
): AuthenticationResult {
  const sessionStatus = sessionStatusOf(jwt);
  const session = { token, jwt, createSessionToken: context.instance.remote.createSessionToken };
  const debug = () => debugData(context, result);
  const whole = once(() => signedInAuthObject(session, debug));
  const pending = once(() => signedOutAuthObject(debug, sessionStatus));
  const result: AuthenticationResult = {
    status: 'signed-in',
    reason: null,
    message: null,
    tokenType: 'session_token',
    token,
    headers,
    toAuth: ({ treatPendingAsSignedOut = true } = {}) =>
      treatPendingAsSignedOut && sessionStatus === 'pending' ? pending() : whole(),
  };
  return result;
}

/** A verified token whose compact claims do not have the documented form: signed out, since nothing in it can be trusted. */
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

/** A program is there with a valid token. */
export function signedInMachine(
  context: RequestContext,
  tokenType: MachineTokenType,
  token: string,
  verified: VerifiedMachineToken,
): AuthenticationResult {
  const toAuth = once(() =>
    authenticatedMachineObject(tokenType, token, verified, () => debugData(context, result)),
  );
  const result: AuthenticationResult = {
    status: 'signed-in',
    reason: null,
    message: null,
    tokenType,
    token,
    headers: NO_HEADERS,
    toAuth,
  };
  return result;
}

/** Signed out: no token, or none that is valid. */
export function signedOut(
  context: RequestContext,
  reason: AuthReason,
  message = '',
  {
    headers = NO_HEADERS,
    tokenType = 'session_token',
  }: { headers?: ResponseHeaders; tokenType?: TokenType } = {},
): AuthenticationResult {
  const debug = () => debugData(context, result);
  const toAuth = once(() =>
    tokenType === 'session_token'
      ? signedOutAuthObject(debug)
      : unauthenticatedMachineObject(tokenType, debug),
  );
  const result: AuthenticationResult = {
    status: 'signed-out',
    reason,
    message,
    tokenType,
    token: null,
    headers: withStatusHeaders('signed-out', reason, message, headers),
    toAuth,
  };
  return result;
}

/** The browser is to go to where `headers` say, and to come back with fresh cookies. */
export function handshake(
  reason: AuthReason,
  message: string,
  headers: ResponseHeaders,
): AuthenticationResult {
  return {
    status: 'handshake',
    reason,
    message,
    tokenType: 'session_token',
    token: null,
    headers: withStatusHeaders('handshake', reason, message, headers),
    toAuth: () => null,
  };
}

/** A machine token that only the Backend API can verify, as long as no route that accepts it asks for it. */
export function notVerified(tokenType: MachineTokenType): AuthenticationResult {
  const reason = 'token-type-mismatch';
  const auth = unauthenticatedMachineObject(tokenType, () => ({ status: 'signed-out', reason }));
  return { ...withoutInstance(reason), tokenType, toAuth: () => auth };
}

/** The request was not authenticated: its path is excluded. */
export function notAuthenticated(): AuthenticationResult {
  return withoutInstance('request-not-authenticated');
}

/** No instance belongs to the request: `requestOptions` has no keys for it, such as for a probe by IP address. */
export function unknownInstance(): AuthenticationResult {
  return withoutInstance('unknown-instance');
}

function withoutInstance(reason: AuthReason): AuthenticationResult {
  const auth = signedOutAuthObject(() => ({ status: 'signed-out', reason }));
  return {
    status: 'signed-out',
    reason,
    message: '',
    tokenType: 'session_token',
    token: null,
    headers: NO_HEADERS,
    toAuth: () => auth,
  };
}

/** A token of a kind that is not among several accepted ones. */
export function signedOutInvalidToken(): AuthenticationResult {
  const auth = invalidTokenAuthObject();
  return {
    status: 'signed-out',
    reason: 'token-type-mismatch',
    message: '',
    tokenType: null,
    token: null,
    headers: withStatusHeaders('signed-out', 'token-type-mismatch', '', NO_HEADERS),
    toAuth: () => auth,
  };
}

function withStatusHeaders(
  status: AuthStatus,
  reason: AuthReason,
  message: string,
  headers: ResponseHeaders,
): ResponseHeaders {
  return [
    ...headers,
    ...(message ? [['x-clerk-auth-message', message] as const] : []),
    ['x-clerk-auth-reason', reason],
    ['x-clerk-auth-status', status],
  ];
}
