import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import { BACKEND_API, operationNamed, UNVERSIONED_BACKEND_API } from './backend-api/backend-api.js';
import { readCall } from './backend-api/handlers.js';
import type { BackendApiCall, BackendApiOperation } from './backend-api/handlers.js';
import { FRONTEND_API, FRONTEND_API_OF_PAGES } from './frontend-api/frontend-api.js';
import type { ApiAnswer } from './http/api-answer.js';
import { callOfRequest } from './http/api-call.js';
import type { ApiCall } from './http/api-call.js';
import { serve } from './http/http-server.js';
import type { LocalClerkServer } from './http/http-server.js';
import { LocalApi } from './http/local-api.js';
import type { LocalAnswer } from './http/local-api.js';
import { loopbackOnly } from './http/loopback-guard.js';
import type { LocalClerkListenOptions } from './local-clerk-options.js';
import type { LocalInstance } from './local-instance.js';
import { assertNotProduction } from './production-environment.js';
import { PROVIDER_PAGE } from './pages/provider-page.js';
import { SIGN_IN_PAGE } from './pages/sign-in-page.js';
import { isPathOfWebPage, webPage } from './pages/web-page.js';
import type { LocalWebhooks } from './webhooks/local-webhooks.js';

/** Every HTTP API of an instance: the Backend API, the Frontend API and its sign-in page. */
export function createLocalApi(instance: LocalInstance): LocalApi {
  return new LocalApi(instance, [
    FRONTEND_API_OF_PAGES,
    BACKEND_API,
    UNVERSIONED_BACKEND_API,
    FRONTEND_API,
    SIGN_IN_PAGE,
    PROVIDER_PAGE,
  ]);
}

/** Answers a web request; `Response.error()` for a broken connection. */
export async function answerRequest(api: LocalApi, request: Request): Promise<Response> {
  const { status, headers, body } = await api.answer(callOfRequest(request));
  if (status === 0) return Response.error();
  return new Response(body, { status, headers: headers.map(([name, value]) => [name, value]) });
}

/**
 * Lets a test answer an operation of the Backend API.
 *
 * @returns a function that removes the handler
 * @throws {@link ClerkConfigurationError} `option_invalid` for an operation that Clerk does not have
 */
export function overrideOperation<Name extends BackendApiOperation>(
  { overrides }: LocalApi,
  operation: Name,
  handler: (call: BackendApiCall<Name>) => LocalAnswer | undefined | Promise<LocalAnswer | undefined>,
): () => void {
  const definition = operationNamed(operation);
  if (!definition) {
    throw new ClerkConfigurationError(
      'option_invalid',
      `The Backend API has no operation '${operation}'. The names are the operation ids of Clerk's OpenAPI document.`,
    );
  }
  overrides.set(operation, raw => handler(readCall<Name>(definition, raw)));
  return () => void overrides.delete(operation);
}

/**
 * Answers the APIs of an instance over HTTP on 127.0.0.1, with the web page if the options request it.
 *
 * @throws {@link ClerkError} `listen_failed` when the port is taken or cannot be listened on, `production_environment`
 *   where `NODE_ENV` is `production`, without `force`
 */
export async function listen(
  api: LocalApi,
  { instance, webhooks }: { instance: LocalInstance; webhooks: LocalWebhooks },
  port: number,
  options: LocalClerkListenOptions,
): Promise<LocalClerkServer> {
  if (options.force !== true) assertNotProduction(process.env);
  const page =
    options.webPage === true
      ? new LocalApi(instance, [webPage({ requests: api.requests, webhooks })])
      : undefined;
  const answer = (call: ApiCall): Promise<ApiAnswer> =>
    (page && isPathOfWebPage(call.url.pathname) ? page : api).answer(call);
  return serve(loopbackOnly(answer, new URL(instance.issuer).host, options), port);
}
