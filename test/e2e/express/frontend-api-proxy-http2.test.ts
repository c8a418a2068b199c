import { once } from 'node:events';
import { connect, createServer } from 'node:http2';
import type { ClientHttp2Session, ClientHttp2Stream, Http2Server, OutgoingHttpHeaders } from 'node:http2';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ClerkModule } from 'nest-clerk';
import type { FrontendApiProxyConfiguration } from 'nest-clerk';
import { clerkMiddleware } from 'nest-clerk/express';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { closeFrontendApis, frontendApi } from '../../support/frontend-api.js';

class AppModule {}

let local: LocalClerk;
const closers: (() => unknown)[] = [];

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create();
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  await closeFrontendApis();
});

const SERVERS: Record<string, (frontendApiProxy: FrontendApiProxyConfiguration) => Promise<number>> = {
  async 'Nest on Fastify'(frontendApiProxy) {
    const { secretKey, publishableKey } = local;
    const app = await NestFactory.create(
      { module: AppModule, imports: [ClerkModule.forRoot({ secretKey, publishableKey, frontendApiProxy })] },
      new FastifyAdapter({ http2: true }),
      { logger: false },
    );
    closers.push(() => app.close());
    await app.listen(0, '127.0.0.1');
    return ((app.getHttpServer() as Http2Server).address() as AddressInfo).port;
  },
  async 'clerkMiddleware() on node:http2'(frontendApiProxy) {
    const { secretKey, publishableKey } = local;
    const middleware = clerkMiddleware({ secretKey, publishableKey, frontendApiProxy });
    const server = createServer((request, response) =>
      middleware(request as never, response as unknown as ServerResponse, () =>
        response.writeHead(404).end(),
      ),
    );
    closers.push(() => server.close());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return (server.address() as AddressInfo).port;
  },
};

/** Resolves when the condition holds; the test's timeout is its limit. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(resolve => setImmediate(resolve));
}

describe.each(Object.keys(SERVERS))('Frontend API proxy over HTTP/2, %s', name => {
  async function session(configuration: FrontendApiProxyConfiguration): Promise<ClientHttp2Session> {
    const port = await SERVERS[name]!(configuration);
    const client = connect(`http://127.0.0.1:${port}`);
    closers.push(() => client.destroy());
    return client;
  }

  async function exchange(stream: ClientHttp2Stream, body?: string) {
    const head = once(stream, 'response') as Promise<[Record<string, unknown>]>;
    stream.end(body);
    const [headers] = await head;
    return { headers, status: headers[':status'], text: (await buffer(stream)).toString() };
  }

  const to = (headers: OutgoingHttpHeaders = {}) => ({
    ':path': '/__clerk/v1/x?a=1',
    ':authority': 'app.example',
    ...headers,
  });

  it('sends the request to the Frontend API without pseudo-headers', async () => {
    const api = await frontendApi();
    const client = await session({ enabled: true, fapiUrl: api.url });

    const { status, text } = await exchange(
      client.request(
        to({ ':method': 'POST', cookie: ['a=1', 'b=2'], 'x-forwarded-proto': 'https', te: 'trailers' }),
      ),
      'body',
    );

    expect({ status, text }).toEqual({ status: 200, text: '{}' });
    expect(api.requests).toHaveLength(1);
    expect(api.requests[0]).toMatchObject({
      method: 'POST',
      url: '/v1/x?a=1',
      body: 'body',
      headers: {
        host: api.host,
        cookie: 'a=1; b=2',
        'clerk-proxy-url': 'https://app.example/__clerk',
        'x-forwarded-host': 'app.example',
        'clerk-secret-key': local.secretKey,
      },
    });
    expect(
      Object.keys(api.requests[0]!.headers).filter(field => field.startsWith(':') || field === 'te'),
    ).toEqual([]);
  });

  it.each(['GET', 'HEAD', 'DELETE'])('sends %s without a body', async method => {
    const api = await frontendApi();
    const client = await session({ enabled: true, fapiUrl: api.url });

    expect(await exchange(client.request(to({ ':method': method }), { endStream: true }))).toMatchObject({
      status: 200,
    });
    expect(api.requests).toMatchObject([{ method, body: '' }]);
    expect(api.requests[0]!.headers).not.toHaveProperty('transfer-encoding');
  });

  it('responds without the headers that HTTP/2 forbids', async () => {
    const api = await frontendApi((_request, response) => {
      response.writeHead(200, {
        connection: 'close',
        'keep-alive': 'timeout=5',
        upgrade: 'h2c',
        'proxy-connection': 'close',
        'transfer-encoding': 'chunked',
        'set-cookie': ['a=1', 'b=2'],
      });
      response.end('{}');
    });
    const client = await session({ enabled: true, fapiUrl: api.url });

    const { headers, text } = await exchange(client.request(to()));

    expect(text).toBe('{}');
    expect(headers['set-cookie']).toEqual(['a=1', 'b=2']);
    for (const field of ['connection', 'keep-alive', 'upgrade', 'proxy-connection', 'transfer-encoding'])
      expect(headers).not.toHaveProperty([field]);
  });

  it('responds 502 if the Frontend API resets the connection, and keeps the session open', async () => {
    const api = await frontendApi(request => request.socket.destroy());
    const client = await session({ enabled: true, fapiUrl: api.url });

    expect(await exchange(client.request(to()))).toMatchObject({ status: 502 });
    expect(await exchange(client.request(to({ ':method': 'POST' })), 'body')).toMatchObject({ status: 502 });
  });

  it('resets the stream if the response ends early', async () => {
    const api = await frontendApi((_request, response) => {
      response.write('part', () => setImmediate(() => response.socket?.destroy()));
    });
    const client = await session({ enabled: true, fapiUrl: api.url });
    const stream = client.request(to());
    stream.on('error', () => undefined).resume();

    await new Promise(closed => stream.once('close', closed));

    expect(stream.rstCode).not.toBe(0);
    expect(client.closed).toBe(false);
  });

  it('ends the request to the Frontend API when the client resets the stream', async () => {
    let isOver = false;
    let arrived = false;
    const api = await frontendApi((request, response) => {
      arrived = true;
      request.socket.on('close', () => (isOver = true));
      response.write('part');
    });
    const client = await session({ enabled: true, fapiUrl: api.url });
    const stream = client.request(to({ ':method': 'POST' }));
    stream.on('error', () => undefined).write('part of the body');
    await until(() => arrived);

    stream.close();

    await until(() => isOver);
  });

  it('streams a large body in both directions', async () => {
    const api = await frontendApi((request, response) => void request.pipe(response));
    const client = await session({ enabled: true, fapiUrl: api.url });
    const body = 'x'.repeat(8 * 1024 * 1024);

    const { text } = await exchange(client.request(to({ ':method': 'POST' })), body);

    expect(text === body).toBe(true);
  });
});
