import type { IncomingMessage } from 'node:http';

import { authenticate } from '../authentication/authenticate.js';
import type { AcceptedTokens, SessionTokenType, TokenType } from '../tokens/token-type.js';
import { consoleLog } from '../instance/console-log.js';
import { createInstance } from '../instance/create-instance.js';
import { optionsFromEnvironment } from '../instance/environment.js';
import { NodeIncomingRequest } from './node-incoming-request.js';
import { withDefaults } from '../instance/options.js';
import type { ClerkOptions } from '../instance/options.js';
import { requestState } from './request-state.js';
import type { RequestState, EchoedOptions } from './request-state.js';
import { WebIncomingRequest } from './web-incoming-request.js';

/** The options of {@link authenticateRequest}. */
export interface AuthenticateRequestOptions extends ClerkOptions, EchoedOptions {
  /** The accepted types of token. @defaultValue `'session_token'` */
  acceptsToken?: AcceptedTokens;
}

/**
 * Authenticates a web `Request` or a Node request without middleware.
 *
 * Send `state.headers` with the response. If they contain `Location`, respond with a 307 redirect.
 *
 * @param request - only method, URL and headers are read
 * @param options - keys and requirements; missing options are read from the environment
 * @returns the state: signed in, signed out or handshake, for any client input
 * @throws {@link ClerkConfigurationError} (as a rejection) for invalid options
 *
 * @example
 * ```ts
 * export async function GET(request: Request) {
 *   const state = await authenticateRequest(request, { authorizedParties: ['https://example.com'] });
 *   if (state.headers.has('location')) return new Response(null, { status: 307, headers: state.headers });
 *   if (!state.isAuthenticated) return Response.json({ error: 'Unauthorized' }, { status: 401 });
 *   return Response.json({ userId: state.toAuth().userId });
 * }
 * ```
 *
 * @see https://clerk.com/docs/reference/backend/authenticate-request
 */
export const authenticateRequest = ((
  request: Request | IncomingMessage,
  options: AuthenticateRequestOptions = {},
) => authenticateWith(request, withDefaults(options, optionsFromEnvironment()))) as AuthenticateRequest;

/** The overloads of {@link authenticateRequest}: the accepted types determine the result type. */
export interface AuthenticateRequest {
  <const Types extends readonly TokenType[]>(
    request: Request | IncomingMessage,
    options: AuthenticateRequestOptions & { acceptsToken: Types },
  ): Promise<RequestState<Types[number] | null>>;
  <Type extends TokenType>(
    request: Request | IncomingMessage,
    options: AuthenticateRequestOptions & { acceptsToken: Type },
  ): Promise<RequestState<Type>>;
  (
    request: Request | IncomingMessage,
    options: AuthenticateRequestOptions & { acceptsToken: 'any' },
  ): Promise<RequestState<TokenType>>;
  (
    request: Request | IncomingMessage,
    options?: AuthenticateRequestOptions & { acceptsToken?: undefined },
  ): Promise<RequestState<SessionTokenType>>;
  (
    request: Request | IncomingMessage,
    options: AuthenticateRequestOptions,
  ): Promise<RequestState<TokenType | null>>;
}

/** Like {@link authenticateRequest}, but reads nothing from the environment. */
export const authenticateWith = (async (
  request: Request | IncomingMessage,
  { acceptsToken = 'session_token', afterSignInUrl, afterSignUpUrl, ...options }: AuthenticateRequestOptions,
): Promise<RequestState<TokenType | null>> => {
  const incoming = isWebRequest(request) ? new WebIncomingRequest(request) : new NodeIncomingRequest(request);
  const instance = createInstance(options, consoleLog, acceptsToken);
  const result = await authenticate(incoming, instance, acceptsToken);
  return requestState(result, incoming, instance, { afterSignInUrl, afterSignUpUrl });
}) as AuthenticateRequest;

function isWebRequest(request: Request | IncomingMessage): request is Request {
  return typeof (request.headers as Partial<Headers>).get === 'function';
}
