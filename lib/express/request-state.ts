import type {
  AuthenticatedMachineObject,
  InvalidTokenAuthObject,
  SignedInAuthObject,
  SignedOutAuthObject,
  UnauthenticatedMachineObject,
} from '../authorization/auth-object.js';
import type { AuthReason } from '../authentication/auth-reason.js';
import type { AuthenticationResult, PendingSessionOptions } from '../authentication/authentication-result.js';
import type { IncomingRequest } from '../authentication/request/incoming-request.js';
import type { Instance } from '../authentication/instance.js';
import { RequestContext } from '../authentication/request/request-context.js';
import type { MachineTokenType, SessionTokenType, TokenType } from '../tokens/token-type.js';

interface RequestStateBase {
  publishableKey: string;
  isSatellite: boolean;
  domain: string;
  proxyUrl: string;
  signInUrl: string;
  signUpUrl: string;
  afterSignInUrl: string;
  afterSignUpUrl: string;
  /** The headers for the response: a redirect, cookies, and `x-clerk-auth-*` for debugging. */
  headers: Headers;
}

type SignedInAuth<Type extends TokenType> = Type extends MachineTokenType
  ? AuthenticatedMachineObject<Type>
  : SignedInAuthObject | SignedOutAuthObject;

type SignedOutAuth<Type extends TokenType | null> = Type extends MachineTokenType
  ? UnauthenticatedMachineObject<Type>
  : Type extends SessionTokenType
    ? SignedOutAuthObject
    : InvalidTokenAuthObject;

/** The request has a valid token. */
export interface AuthenticatedState<Type extends TokenType = SessionTokenType> extends RequestStateBase {
  status: 'signed-in';
  reason: null;
  message: null;
  isAuthenticated: true;
  /** @deprecated Use `isAuthenticated`. */
  isSignedIn: true;
  tokenType: Type;
  token: string;
  /** The auth object; signed out for a pending session, unless the options say otherwise. */
  toAuth(options?: PendingSessionOptions): SignedInAuth<Type>;
}

/** The request has no valid token. */
export interface UnauthenticatedState<
  Type extends TokenType | null = SessionTokenType,
> extends RequestStateBase {
  status: 'signed-out';
  /** The reason code. */
  reason: AuthReason;
  /** A description of the reason; may be empty. */
  message: string;
  isAuthenticated: false;
  /** @deprecated Use `isAuthenticated`. */
  isSignedIn: false;
  tokenType: Type;
  token: null;
  toAuth(): SignedOutAuth<Type>;
}

/** The browser must be redirected to the `Location` in `headers`, and returns with fresh cookies. */
export interface HandshakeState extends RequestStateBase {
  status: 'handshake';
  reason: AuthReason;
  message: string;
  isAuthenticated: false;
  /** @deprecated Use `isAuthenticated`. */
  isSignedIn: false;
  tokenType: SessionTokenType;
  token: null;
  toAuth(): null;
}

/**
 * The result of `authenticateRequest()`: check `status` or `isAuthenticated` to narrow the type.
 *
 * @see https://clerk.com/docs/reference/backend/authenticate-request#returns
 */
export type RequestState<Type extends TokenType | null = SessionTokenType> =
  | (Type extends TokenType ? AuthenticatedState<Type> : never)
  | UnauthenticatedState<Type>
  | (Type extends SessionTokenType ? HandshakeState : never);

/** Options that the state repeats without using them. */
export interface EchoedOptions {
  afterSignInUrl?: string;
  afterSignUpUrl?: string;
}

/** Converts a result to the state of `@clerk/backend`. */
export function requestState(
  result: AuthenticationResult,
  request: IncomingRequest,
  instance: Instance,
  echoes: EchoedOptions,
): RequestState<TokenType | null> {
  const { status, reason, message, tokenType, token } = result;
  const isAuthenticated = status === 'signed-in';
  const state = {
    ...(tokenType === null ? EMPTY_SITE : siteOf(new RequestContext(request, instance), echoes)),
    status,
    reason,
    message,
    isAuthenticated,
    isSignedIn: isAuthenticated,
    tokenType,
    token,
    headers: headersOf(result),
    toAuth: (options?: PendingSessionOptions) => result.toAuth(options),
  };
  return state as RequestState<TokenType | null>;
}

const EMPTY_SITE: Omit<RequestStateBase, 'headers'> = {
  publishableKey: '',
  isSatellite: false,
  domain: '',
  proxyUrl: '',
  signInUrl: '',
  signUpUrl: '',
  afterSignInUrl: '',
  afterSignUpUrl: '',
};

function siteOf(context: RequestContext, echoes: EchoedOptions): Omit<RequestStateBase, 'headers'> {
  const { instance, site } = context;
  return {
    publishableKey: instance.publishableKey,
    isSatellite: site.isSatellite,
    domain: site.domain,
    proxyUrl: context.proxyUrl,
    signInUrl: instance.signInUrl,
    signUpUrl: instance.signUpUrl,
    afterSignInUrl: echoes.afterSignInUrl ?? '',
    afterSignUpUrl: echoes.afterSignUpUrl ?? '',
  };
}

function headersOf(result: AuthenticationResult): Headers {
  const headers = new Headers();
  for (const [name, value] of result.headers) {
    try {
      headers.append(name, value);
    } catch {
      // Values that are not valid in a header are omitted.
    }
  }
  return headers;
}
