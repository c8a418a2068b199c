import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { frontendApiTarget } from './frontend-api-url.js';
import { requestHeaders, responseHeaders } from './proxy-headers.js';
import type { HeaderFields } from './proxy-headers.js';
import { proxyErrorResponse } from './proxy-error.js';
import type { ProxyResponse } from './proxy-error.js';
import { parseRequestTarget, pathBehindProxy } from './proxy-path.js';
import { UpstreamTimeoutError } from './upstream.js';
import type { SendUpstream, UpstreamResponse } from './upstream.js';

/** The default time limit for the Frontend API, in milliseconds. */
export const DEFAULT_PROXY_TIMEOUT_MS = 30_000;

/** A response below this size is sent once it is complete. Nearly all responses of the Frontend API are. */
const SHORT_ANSWER_BYTES = 64 * 1024;

/** The configuration of a proxy. */
export interface ProxySettings {
  /** Begins with a slash and has no trailing slash. */
  readonly proxyPath: string;
  readonly frontendApiUrl: URL;
  readonly secretKey: string;
  readonly send: SendUpstream;
  /** Receives the reason why the Frontend API did not respond; never a key, a token or a cookie. */
  readonly onFailure?: (reason: string) => void;
}

/** A request of a client to the proxy. */
export interface ProxyRequest {
  readonly method: string;
  /** The request target: a path with its query, or an absolute URL. */
  readonly target: string;
  readonly headers: HeaderFields;
  /** The scheme and the host that the client used, such as `https://example.com`. */
  readonly publicOrigin: string;
  readonly body: Readable | undefined;
  /** Aborts when the client disconnects. */
  readonly signal: AbortSignal;
}

/** A proxy for the Frontend API of one instance. */
export interface FrontendApiProxy {
  /** Whether a request is for the proxy. The target is a path with its query, or an absolute URL. */
  matches(target: string): boolean;
  /**
   * Sends a client's request to the Frontend API, and returns the response for the client. It never rejects.
   *
   * Bodies are streamed in both directions. A failure before the first byte of the response results in a response with
   * a {@link ProxyErrorCode}: 400 for a path that is not the proxy's, 502 if the Frontend API cannot be reached or
   * breaks off, 504 if it exceeds the time limit. A response with a `content-length` up to 64 KiB is read to its end
   * first, so that one which breaks off becomes a 502 too.
   */
  answer(request: ProxyRequest): Promise<ProxyResponse>;
}

/** Creates the proxy. Its settings, with the secret key, are not visible on the result. */
export function createFrontendApiProxy(settings: ProxySettings): FrontendApiProxy {
  // Most requests of an application are for other paths, and need no URL to be parsed.
  const lastSegment = settings.proxyPath.slice(settings.proxyPath.lastIndexOf('/') + 1);
  return {
    matches: target =>
      target.includes(lastSegment) && proxiedTarget(target, settings.proxyPath) !== undefined,
    answer: request => answer(request, settings),
  };
}

/** The path after the proxy's path, and the query. */
function proxiedTarget(target: string, proxyPath: string): { path: string; search: string } | undefined {
  const parsed = parseRequestTarget(target);
  const path = parsed && pathBehindProxy(parsed.pathname, proxyPath);
  return path === undefined ? undefined : { path, search: parsed?.search ?? '' };
}

async function answer(request: ProxyRequest, settings: ProxySettings): Promise<ProxyResponse> {
  const { proxyPath, frontendApiUrl, secretKey, send } = settings;
  const target = proxiedTarget(request.target, proxyPath);
  if (!target) {
    const message = `The path of the request does not match the proxy path "${proxyPath}".`;
    return proxyErrorResponse(400, 'proxy_path_mismatch', message);
  }
  const url = frontendApiTarget(frontendApiUrl, target.path, target.search);
  if (!url) return proxyErrorResponse(400, 'proxy_request_failed', 'The path leads out of the Frontend API.');

  const { method, publicOrigin, body, signal } = request;
  const proxyUrl = `${publicOrigin}${proxyPath}`;
  let response: UpstreamResponse | undefined;
  try {
    const headers = requestHeaders({ headers: request.headers, publicOrigin, proxyUrl, secretKey });
    response = await send({ url, method, headers, body, signal });
    const { status } = response;
    if (status < 200 || status > 599) throw new Error('The status is not one of HTTP.');
    return {
      status,
      headers: responseHeaders(response.headers, frontendApiUrl, proxyUrl),
      body: await startOfBody(response),
    };
  } catch (error) {
    response?.body.destroy();
    if (!signal.aborted) settings.onFailure?.(reasonOf(error));
    return failure(error);
  }
}

/** Waits for the first byte, so that a failure before it can still become an error response. */
async function startOfBody({ headers, body }: UpstreamResponse): Promise<Readable | Buffer> {
  if (Number(headers['content-length']) <= SHORT_ANSWER_BYTES) return buffer(body);
  // An empty body ends without being readable.
  await Promise.race([once(body, 'readable'), once(body, 'end')]);
  return body;
}

function failure(error: unknown): ProxyResponse {
  return error instanceof UpstreamTimeoutError
    ? proxyErrorResponse(504, 'proxy_request_timeout', 'Clerk FAPI did not answer in time.')
    : proxyErrorResponse(502, 'proxy_request_failed', 'Failed to proxy request to Clerk FAPI.');
}

/**
 * Names the type of failure without its message: messages can contain addresses, and those of a custom `fetch`
 * anything.
 */
function reasonOf(error: unknown): string {
  if (error instanceof UpstreamTimeoutError) return 'it was silent for too long';
  const { code, cause } = Object(error) as { code?: unknown; cause?: { code?: unknown } };
  return String(code ?? cause?.code ?? 'the connection failed');
}
