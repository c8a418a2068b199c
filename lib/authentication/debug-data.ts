import type { AuthenticationResult } from './authentication-result.js';
import type { Instance } from './instance.js';
import type { IncomingRequest } from './request/incoming-request.js';
import { RequestContext } from './request/request-context.js';
import { whatToSend } from './what-to-send.js';

/** Data for debugging an unexpected state. It contains no key, token or cookie, because it is logged. */
export function debugData(
  context: RequestContext,
  result: Pick<AuthenticationResult, 'status' | 'reason' | 'message' | 'tokenType'>,
): Record<string, unknown> {
  const { instance, site, request } = context;
  const hasToken = context.tokenInHeader !== undefined || context.sessionTokenInCookie !== undefined;
  return {
    status: result.status,
    reason: result.reason,
    message: result.message,
    ...(result.status === 'signed-out' && !hasToken ? { hint: whatToSend('any') } : {}),
    tokenType: result.tokenType,
    method: request.method,
    path: pathOf(request.target),
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

/**
 * Logs how a request was authenticated if the option `debug` is on.
 *
 * @param what - names the request: by default by its method and path
 */
export function reportForDebugging(
  result: AuthenticationResult,
  request: IncomingRequest,
  instance: Instance,
  what?: string,
): void {
  if (instance.debug === undefined) return;
  const name = what ?? `${request.method} ${pathOf(request.target)}`;
  instance.debug(describe(name, debugData(new RequestContext(request, instance), result)));
}

/**
 * One line, with what matters first:
 * `GET /orders: signed-out (token-expired): The token expired 30 s ago. tokenType=session_token origin=https://…`.
 */
function describe(what: string, data: Record<string, unknown>): string {
  const { method: _method, path: _path, status, reason, message, ...details } = data;
  const why = [reason && ` (${text(reason)})`, message && `: ${text(message)}`].filter(Boolean).join('');
  const rest = Object.entries(details)
    .filter(([, value]) => value !== '' && value !== null && value !== undefined)
    .map(([name, value]) => `${name}=${text(value)}`);
  return `${what}: ${text(status)}${why} [${rest.join(' ')}]`;
}

/** The path of a request target as it can be logged: printable, short, and without the query. */
export function pathOf(target: string): string {
  const end = target.search(/[?#]/);
  return printable(end === -1 ? target : target.slice(0, end));
}

function text(value: unknown): string {
  return printable(String(value));
}

const MAX_LENGTH = 300;

/** Clients choose what is in a path and a host name: no line break of theirs must look like an entry of the log. */
function printable(value: string): string {
  const short = value.length > MAX_LENGTH ? `${value.slice(0, MAX_LENGTH)}…` : value;
  return short.replace(/[^\x20-\x7e…]/g, '?');
}
