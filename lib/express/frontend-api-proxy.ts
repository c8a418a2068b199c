import type { ServerResponse } from 'node:http';
import type { ServerHttp2Stream } from 'node:http2';
import { Readable, pipeline } from 'node:stream';

import type { FrontendApiProxy } from '../frontend-api-proxy/frontend-api-proxy.js';
import { proxyErrorResponse } from '../frontend-api-proxy/proxy-error.js';
import type { ProxyResponse } from '../frontend-api-proxy/proxy-error.js';
import { parseRequestTarget } from '../frontend-api-proxy/proxy-path.js';
import { publicOrigin } from '../frontend-api-proxy/public-origin.js';
import type { Instance } from '../authentication/instance.js';
import type { NodeRequest } from '../instance/options.js';
import { NodeIncomingRequest } from './node-incoming-request.js';
import { proxyOf } from './proxied-instance.js';

/**
 * Handles a request to the proxy of the instance, if it has one.
 *
 * @returns whether the request is handled, now or later
 */
export function answerByProxy(request: NodeRequest, response: ServerResponse, instance: Instance): boolean {
  const proxy = proxyOf(instance);
  if (!proxy) return false;
  const incoming = new NodeIncomingRequest(request);
  const { target, isEncrypted } = incoming;
  if (!proxy.matches(target)) return false;
  const origin = publicOrigin(request.headers, { isEncrypted, host: incoming.header('host') || 'localhost' });
  if (origin === undefined) {
    send(proxyErrorResponse(400, 'proxy_request_failed', 'The host of the request is not valid.'), response);
    return true;
  }
  const { pathname = '', search = '' } = parseRequestTarget(target) ?? {};
  if (!proxy.isEnabledAt(new URL(`${origin}${pathname}${search}`))) return false;
  exchange(request, response, proxy, target, origin).catch((error: Error) => response.destroy(error));
  return true;
}

async function exchange(
  request: NodeRequest,
  response: ServerResponse,
  proxy: FrontendApiProxy,
  target: string,
  publicOrigin: string,
): Promise<void> {
  const body = hasBody(request) ? request : undefined;
  if (body?.readableDidRead) {
    const message =
      'The body of the request was read before it got to the proxy. Register clerkMiddleware() before any body parser.';
    return send(proxyErrorResponse(500, 'proxy_configuration_error', message), response);
  }
  if (request.aborted) return;
  const controller = new AbortController();
  const { signal } = controller;
  response.once('close', () => {
    controller.abort();
    // Reads the rest of a body that the Frontend API did not read: it would block the connection for the next request.
    body?.unpipe().resume();
  });
  const { method = 'GET', headers } = request;
  const answer = await proxy.answer({ method, target, headers, publicOrigin, body, signal });
  if (!signal.aborted) send(answer, response);
}

/** Whether a body follows the headers. Node's parser enforces its length. */
function hasBody(request: NodeRequest): boolean {
  const { stream } = request as { stream?: ServerHttp2Stream };
  if (stream) return !stream.endAfterHeaders;
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length']) > 0;
}

function send({ status, headers, body }: ProxyResponse, response: ServerResponse): void {
  response.statusCode = status;
  for (const [name, value] of headers) response.setHeader(name, value);
  if (!(body instanceof Readable)) response.end(body);
  // Destroys the connection, or resets the HTTP/2 stream, if the body breaks off: the client must not mistake the part
  // for the whole response.
  else pipeline(body, response, () => undefined);
}
