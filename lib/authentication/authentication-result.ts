import type { AuthObject } from '../authorization/auth-object.js';
import {
  authenticatedMachineObject,
  invalidTokenAuthObject,
  unauthenticatedMachineObject,
} from '../authorization/machine-auth-object.js';
import type { VerifiedMachineToken } from '../authorization/machine-auth-object.js';
import {
  propertiesOf,
  signedInAuthObject,
  signedOutAuthObject,
} from '../authorization/session-auth-object.js';
import type { DecodedJwt } from '../tokens/jwt.js';
import type { MachineTokenType, TokenType } from '../tokens/token-type.js';
import type { AuthReason } from './auth-reason.js';
import type { RequestContext } from './request-context.js';

/** The three answers to who is asking. `handshake` is: send the browser to the Frontend API and ask again. */
export type AuthStatus = 'signed-in' | 'signed-out' | 'handshake';

/** Headers for the response, in order; a name may come several times. */
export type ResponseHeaders = readonly (readonly [name: string, value: string])[];

/** What `toAuth()` and `getAuth()` take. */
export interface PendingSessionOptions {
  /** Whether a session with a task to finish (`sessionStatus: 'pending'`) counts as signed out. @defaultValue true */
  treatPendingAsSignedOut?: boolean;
}

/**
 * What came of looking at a request: a state as plain data, and what is to be told to the client as headers that
 * somebody else sends.
 */
export interface AuthenticationResult {
  readonly status: AuthStatus;
  readonly reason: AuthReason | null;
  readonly message: string | null;
  /** The kind of token that was looked at; `null` when it was of none of the accepted kinds. */
  readonly tokenType: TokenType | null;
  readonly token: string | null;
  readonly headers: ResponseHeaders;
  /** The auth object, made when it is first asked for and the same for the rest of the request. */
  toAuth(options?: PendingSessionOptions): AuthObject | null;
}

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
  const { sessionStatus } = propertiesOf(jwt);
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

/** Nobody is there, or nobody that can be believed. */
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

/** A token is there, of a kind that is none of several accepted ones. */
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

/** No key, no token, no cookie: what `debug()` gives ends up in logs. */
function debugData(context: RequestContext, result: AuthenticationResult): Record<string, unknown> {
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
    signUpUrl: instance.signUpUrl,
    hasTokenInHeader: context.tokenInHeader !== undefined,
    hasSessionCookie: context.sessionTokenInCookie !== undefined,
    clientUat: context.clientUat,
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
