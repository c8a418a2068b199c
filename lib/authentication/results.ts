import {
  authenticatedMachineObject,
  invalidTokenAuthObject,
  unauthenticatedMachineObject,
} from '../authorization/machine-auth-object.js';
import type { AuthObject, SignedInAuthObject, SignedOutAuthObject } from '../authorization/auth-object.js';
import type { VerifiedMachineToken } from '../authorization/machine-auth-object.js';
import {
  readSession,
  signedInAuthObject,
  signedOutAuthObject,
} from '../authorization/session-auth-object.js';
import type { CreateSessionToken, VerifiedSession } from '../authorization/session-auth-object.js';
import type { DecodedJwt } from '../tokens/jwt.js';
import type { MachineTokenType, TokenType } from '../tokens/token-type.js';
import type { AuthReason } from './auth-reason.js';
import type {
  AuthenticationResult,
  AuthStatus,
  OAuthGrant,
  PendingSessionOptions,
  ResponseHeaders,
} from './authentication-result.js';
import { debugData } from './debug-data.js';
import { BoundedCache } from '../helpers/bounded-cache.js';
import { once } from '../helpers/once.js';
import type { Instance } from './instance.js';
import type { IncomingRequest } from './request/incoming-request.js';
import { RequestContext } from './request/request-context.js';

const NO_HEADERS: ResponseHeaders = [];

/** The result for a signed-in user. A class, so that a request creates no functions. */
class SignedInSession implements AuthenticationResult, VerifiedSession {
  readonly #request: IncomingRequest;
  readonly #instance: Instance;
  #auth: SignedInAuthObject | undefined;
  #pendingAuth: SignedOutAuthObject | undefined;

  /** @throws TypeError when the compact claims of the token do not have the documented form */
  constructor(
    request: IncomingRequest,
    instance: Instance,
    readonly token: string,
    readonly jwt: DecodedJwt,
    readonly headers: ResponseHeaders,
  ) {
    this.#request = request;
    this.#instance = instance;
    readSession(jwt);
  }

  // Not fields, which every request would fill again.
  get status(): 'signed-in' {
    return 'signed-in';
  }

  get reason(): null {
    return null;
  }

  get message(): null {
    return null;
  }

  get tokenType(): 'session_token' {
    return 'session_token';
  }

  get createSessionToken(): CreateSessionToken {
    return this.#instance.remote.createSessionToken;
  }

  toAuth(options?: PendingSessionOptions): AuthObject {
    const { sessionStatus } = readSession(this.jwt).properties;
    const isPending = sessionStatus === 'pending' && (options?.treatPendingAsSignedOut ?? true);
    // Bound functions, which take half of the memory of a closure.
    return isPending
      ? (this.#pendingAuth ??= signedOutAuthObject(this.#debug.bind(this), sessionStatus))
      : (this.#auth ??= signedInAuthObject(this, this.#debug.bind(this)));
  }

  #debug(): Record<string, unknown> {
    return debugData(new RequestContext(this.#request, this.#instance), this);
  }
}

/**
 * Creates the result for a signed-in user.
 *
 * @throws TypeError when the compact claims of the token do not have the documented form
 */
export function signedIn(
  request: IncomingRequest,
  instance: Instance,
  token: string,
  jwt: DecodedJwt,
  headers: ResponseHeaders = NO_HEADERS,
): AuthenticationResult {
  return new SignedInSession(request, instance, token, jwt, headers);
}

/** The result for a verified token with malformed compact claims: signed out, because its content cannot be trusted. */
export function signedInOrUnreadable(
  context: RequestContext,
  token: string,
  jwt: DecodedJwt,
  headers?: ResponseHeaders,
): AuthenticationResult {
  try {
    return signedIn(context.request, context.instance, token, jwt, headers);
  } catch {
    return signedOut(context, 'unexpected-error', '', { headers });
  }
}

/** The result for a machine with a valid token. */
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
    grant: tokenType === 'oauth_token' ? grantOf(verified) : undefined,
    toAuth,
  };
  return result;
}

function grantOf({ expiration, aud }: VerifiedMachineToken): OAuthGrant {
  return {
    expiresAt: expiration ?? undefined,
    audience: [aud].flat().filter((entry): entry is string => typeof entry === 'string'),
  };
}

/** The signed-out result: no valid token. A class, so that a request creates no functions. */
class SignedOut implements AuthenticationResult {
  readonly status = 'signed-out';
  readonly token = null;
  readonly #context: RequestContext;
  #auth: AuthObject | undefined;

  constructor(
    context: RequestContext,
    readonly reason: AuthReason,
    readonly message: string,
    readonly tokenType: TokenType,
    readonly headers: ResponseHeaders,
  ) {
    this.#context = context;
  }

  toAuth(): AuthObject {
    return (this.#auth ??= this.#signedOutAuth());
  }

  #signedOutAuth(): AuthObject {
    const debug = () => debugData(this.#context, this);
    return this.tokenType === 'session_token'
      ? signedOutAuthObject(debug)
      : unauthenticatedMachineObject(this.tokenType, debug);
  }
}

/** Creates the signed-out result. */
export function signedOut(
  context: RequestContext,
  reason: AuthReason,
  message = '',
  { headers = NO_HEADERS, tokenType = 'session_token' }: SignedOutDetails = NO_DETAILS,
): AuthenticationResult {
  const allHeaders =
    message === '' && headers.length === 0
      ? statusHeaders(reason)
      : withStatusHeaders('signed-out', reason, message, headers);
  return new SignedOut(context, reason, message, tokenType, allHeaders);
}

interface SignedOutDetails {
  readonly headers?: ResponseHeaders;
  readonly tokenType?: TokenType;
}

const NO_DETAILS: SignedOutDetails = {};

/** The headers of results without a message, by reason: every request without a token gets the same ones. */
const MAX_REASONS = 100;
const headersOfReasons = new BoundedCache<AuthReason, ResponseHeaders>(MAX_REASONS);

function statusHeaders(reason: AuthReason): ResponseHeaders {
  let headers = headersOfReasons.get(reason);
  if (!headers) {
    headers = withStatusHeaders('signed-out', reason, '', NO_HEADERS);
    headersOfReasons.set(reason, headers);
  }
  return headers;
}

/** The result that redirects the browser to the location in `headers` for fresh cookies. */
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

/** The result for a machine token that only the Backend API can verify, until a route that accepts it asks for it. */
export function notVerified(tokenType: MachineTokenType): AuthenticationResult {
  const reason = 'token-type-mismatch';
  const auth = unauthenticatedMachineObject(tokenType, () => ({ status: 'signed-out', reason }));
  return { ...withoutInstance(reason), tokenType, toAuth: () => auth };
}

/** The result for an excluded path, which is not authenticated. */
export function notAuthenticated(): AuthenticationResult {
  return withoutInstance('request-not-authenticated');
}

/**
 * The result for a request without an instance: `requestOptions` has no keys for it, for example for a probe by IP
 * address.
 */
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

/** The result for a token of another type than the accepted ones. */
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
