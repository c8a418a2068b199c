import {
  authenticatedMachineObject,
  invalidTokenAuthObject,
  unauthenticatedMachineObject,
} from '../authorization/machine-auth-object.js';
import {
  propertiesOf,
  signedInAuthObject,
  signedOutAuthObject,
} from '../authorization/session-auth-object.js';
const NO_HEADERS = [];
/**
 * A person is signed in.
 *
 * @throws TypeError when the compact claims of the token do not have the documented form
 */
export function signedIn(context, token, jwt, headers = NO_HEADERS) {
  const { sessionStatus } = propertiesOf(jwt);
  const session = { token, jwt, createSessionToken: context.instance.remote.createSessionToken };
  const debug = () => debugData(context, result);
  const whole = once(() => signedInAuthObject(session, debug));
  const pending = once(() => signedOutAuthObject(debug, sessionStatus));
  const result = {
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
/** A program is there with a valid token. */
export function signedInMachine(context, tokenType, token, verified) {
  const toAuth = once(() =>
    authenticatedMachineObject(tokenType, token, verified, () => debugData(context, result)),
  );
  const result = {
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
/** Nobody is there, or nobody that can be believed. */
export function signedOut(
  context,
  reason,
  message = '',
  { headers = NO_HEADERS, tokenType = 'session_token' } = {},
) {
  const debug = () => debugData(context, result);
  const toAuth = once(() =>
    tokenType === 'session_token'
      ? signedOutAuthObject(debug)
      : unauthenticatedMachineObject(tokenType, debug),
  );
  const result = {
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
export function handshake(reason, message, headers) {
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
/** A token is there, of a kind that is none of several accepted ones. */
export function signedOutInvalidToken() {
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
function withStatusHeaders(status, reason, message, headers) {
  return [
    ...headers,
    ...(message ? [['x-clerk-auth-message', message]] : []),
    ['x-clerk-auth-reason', reason],
    ['x-clerk-auth-status', status],
  ];
}
/** No key, no token, no cookie: what `debug()` gives ends up in logs. */
function debugData(context, result) {
  const { instance, site, request } = context;
  return {
    status: result.status,
    reason: result.reason,
    message: result.message,
    tokenType: result.tokenType,
    method: request.method,
    origin: context.url.origin,
    publishableKey: instance.publishableKey,
    instanceType: instance.instanceType,
    frontendApi: context.frontendApi,
    isSatellite: site.isSatellite,
    domain: site.domain,
    proxyUrl: context.proxyUrl,
    signInUrl: instance.signInUrl,
    hasTokenInHeader: context.tokenInHeader !== undefined,
    hasSessionCookie: context.sessionTokenInCookie !== undefined,
    clientUat: context.clientUat,
  };
}
function once(make) {
  let made;
  return () => (made ??= { value: make() }).value;
}
