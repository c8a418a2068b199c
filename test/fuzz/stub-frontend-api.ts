import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import { STUB_HEADER } from './settings.js';

export interface StubFrontendApi {
  readonly url: string;
  close(): void;
}

const COMPRESSED = gzipSync('{"response":{}}');

/** A Frontend API on a port of its own that answers as it should, or fails as a request asks it to. */
export async function startStubFrontendApi(): Promise<StubFrontendApi> {
  const server = createServer({ maxHeaderSize: 256 * 1024 }, (request, response) => {
    request.on('error', () => undefined).resume();
    answer(request, response);
  });
  server.keepAliveTimeout = 60_000;
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const body = JSON.stringify({ response: { object: 'client', path: request.url } });
  const end = () => response.setHeader('content-type', 'application/json').end(body);
  switch (request.headers[STUB_HEADER]) {
    case 'reset':
      request.socket.resetAndDestroy();
      return;
    case 'silent':
      return;
    case 'short':
      response.writeHead(200, { 'content-length': '100' }).write('short');
      setTimeout(() => request.socket.destroy(), 5);
      return;
    case 'garbage':
      request.socket.end('garbage\r\n\r\n');
      return;
    case 'unavailable':
      response.writeHead(503).end(body);
      return;
    case 'broken-off':
      response.writeHead(200, { 'content-type': 'text/plain' }).write('x'.repeat(100_000));
      setTimeout(() => request.socket.destroy(), 5);
      return;
    case 'slow':
      setTimeout(end, 50);
      return;
    case 'redirect':
      response.writeHead(302, { location: `/v1/other?from=${encodeURIComponent(request.url ?? '')}` }).end();
      return;
    case 'cookies':
      response.setHeader('set-cookie', ['__client=1; Path=/', '__client_uat=1; Path=/; Domain=example.com']);
      end();
      return;
    case 'compressed':
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(COMPRESSED);
      return;
    default:
      end();
  }
}
