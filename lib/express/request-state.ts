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
  /** What to send with the response: where to redirect to, cookies to set, and `x-clerk-auth-*` for debugging. */
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
  /** Why, as a stable name. */
  reason: AuthReason;
  /** Why, in words; may be empty. */
  message: string;
  isAuthenticated: false;
  /** @deprecated Use `isAuthenticated`. */
  isSignedIn: false;
  tokenType: Type;
  token: null;
  toAuth(): SignedOutAuth<Type>;
}

/** The browser has to be sent to where `headers` say, and comes back with fresh cookies. */
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
 * The result of `authenticateRequest()`: narrow it by `status` or `isAuthenticated`.
 *
 * @see https://clerk.com/docs/reference/backend/authenticate-request#returns
 */
export type RequestState<Type extends TokenType | null = SessionTokenType> =
  | (Type extends TokenType ? AuthenticatedState<Type> : never)
  | UnauthenticatedState<Type>
  | (Type extends SessionTokenType ? HandshakeState : never);

/** Echoes of the options that have no part in the decision. */
export interface EchoedOptions {
  afterSignInUrl?: string;
  afterSignUpUrl?: string;
}

/** Dresses a result as the state that `@clerk/backend` gives. */
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
      // What cannot stand in a header is left out.
    }
  }
  return headers;
}
