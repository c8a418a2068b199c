import { request as httpRequest } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

import { UpstreamTimeoutError } from './upstream.js';
import type { SendUpstream } from './upstream.js';

/**
 * Sends requests with `node:http` and `node:https` over the connections of their global agents.
 *
 * Not with `fetch`: it adds headers, decodes bodies, and moves each chunk through web streams, which costs more than the
 * rest of the proxy.
 *
 * @param timeoutMs - the time limit for the Frontend API, in milliseconds; the time in which it waits for the client to
 *   send or to read does not count
 */
export function sendOverHttp(timeoutMs: number): SendUpstream {
  return ({ url, method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
      const request = open(url, {
        method,
        headers: withFraming(headers, body !== undefined),
        timeout: timeoutMs,
      });
      let response: IncomingMessage | undefined;

      const end = (error: Error) => {
        response?.destroy(error);
        request.destroy(error);
      };
      const onAbort = () => end(new Error('The client has disconnected.'));
      signal.addEventListener('abort', onAbort, { once: true });
      request
        .once('response', received => {
          response = received;
          resolve({ status: received.statusCode ?? 502, headers: received.headers, body: received });
        })
        // After the response has begun, its body reports errors: an upload may fail because the response was complete.
        .on('error', reject)
        .on('timeout', () => {
          if (waitsForClient(request, response)) request.setTimeout(timeoutMs);
          else end(new UpstreamTimeoutError());
        })
        .once('close', () => {
          signal.removeEventListener('abort', onAbort);
          // Without a listener, Node closes the connection after a 101 without an error.
          reject(new Error('The connection closed without an answer.'));
        });
      if (signal.aborted) onAbort();
      // Not a pipeline: it would destroy the client's connection when the Frontend API fails, and with it the answer.
      if (body) {
        body.on('error', end).once('close', () => {
          if (!body.readableEnded) end(new Error('The body of the request broke off.'));
        });
        body.pipe(request);
      } else request.end();
    });
}

/**
 * Sets the framing of the body. The client's `transfer-encoding` is removed, and its `content-length` too if
 * `connection` names it. Node would then send the body of a GET or DELETE without any framing, and the Frontend API
 * would read it as the next request (request smuggling).
 */
function withFraming(headers: ReadonlyMap<string, string>, hasBody: boolean): Record<string, string> {
  const framed = new Map(headers);
  if (!hasBody) framed.delete('content-length');
  else if (!framed.has('content-length')) framed.set('transfer-encoding', 'chunked');
  return Object.fromEntries(framed);
}

/** Whether the transfer is stalled because the client does not send its body, or does not read the response. */
function waitsForClient(request: ClientRequest, response: IncomingMessage | undefined): boolean {
  if (response && response.readableLength >= response.readableHighWaterMark) return true;
  return (
    !response &&
    !request.writableEnded &&
    request.writableLength === 0 &&
    request.socket?.connecting === false
  );
}
