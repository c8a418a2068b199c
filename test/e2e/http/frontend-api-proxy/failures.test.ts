import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { ClientRequest, IncomingMessage, RequestOptions, ServerResponse } from 'node:http';
import { createServer, connect } from 'node:net';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { closeFrontendApis, frontendApi } from '../../../support/frontend-api.js';
import { startNestApp } from '../../../support/nest-app.js';
import { closeApps } from '../../../support/running-app.js';
import { recordingLogger } from '../../../support/who-app.js';

const MEBIBYTE = 1024 * 1024;

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create();
});
afterEach(async () => {
  await closeApps();
  await closeFrontendApis();
});

function start(
  fapiUrl: string,
  options: Partial<NonNullable<ClerkModuleOptions['frontendApiProxy']>> = {},
  logger = recordingLogger(),
) {
  const { secretKey, publishableKey } = local;
  const frontendApiProxy = { enabled: true, fapiUrl, ...options };
  return startNestApp({ secretKey, publishableKey, frontendApiProxy }, { logger });
}

/** Opens a request whose two bodies the test controls. */
function open(port: number, options: RequestOptions = {}): ClientRequest {
  const request = httpRequest({ port, path: '/__clerk/v1/x', agent: false, ...options });
  request.on('error', () => undefined);
  return request;
}

async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Resolves when the condition holds; the test's timeout is its limit. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(resolve => setImmediate(resolve));
}

const UNAVAILABLE = { errors: [{ code: 'proxy_request_failed', message: expect.any(String) }] };
const TIMED_OUT = { errors: [{ code: 'proxy_request_timeout', message: expect.any(String) }] };

describe('Frontend API that', () => {
  it('switches protocols without a request causes a 502', async () => {
    const api = await frontendApi(({ socket }) =>
      socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
    );
    const app = await start(api.url);

    expect(await app.get('/__clerk/v1/x')).toMatchObject({ status: 502, json: UNAVAILABLE });
  });

  it('is down causes a 502 without an address and a warning with it', async () => {
    const logger = recordingLogger();
    const port = await unusedPort();
    const app = await start(`http://127.0.0.1:${port}`, {}, logger);

    const { status, json, text, headers } = await app.request('/__clerk/v1/x', {
      method: 'POST',
      body: 'body',
    });

    expect({ status, json }).toEqual({ status: 502, json: UNAVAILABLE });
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' });
    expect(text).not.toContain(String(port));
    expect(text).not.toContain('127.0.0.1');
    expect(text).not.toContain(local.secretKey);
    expect(logger.warnings).toEqual([expect.stringContaining('ECONNREFUSED')]);
    expect(logger.warnings.join()).not.toContain(local.secretKey);
  });

  it('does not speak HTTP causes a 502', async () => {
    const server = createServer(socket => socket.on('error', () => undefined).end('220 smtp.example\r\n'));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const app = await start(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);

    expect(await app.get('/__clerk/v1/x')).toMatchObject({ status: 502, json: UNAVAILABLE });
    server.close();
  });

  it('has no TLS behind an https URL causes a 502', async () => {
    const api = await frontendApi();
    const app = await start(api.url.replace('http:', 'https:'));

    expect(await app.get('/__clerk/v1/x')).toMatchObject({ status: 502, json: UNAVAILABLE });
  });

  it('resets the connection before its response causes a 502', async () => {
    const api = await frontendApi(request => request.socket.destroy());
    const app = await start(api.url);

    expect(await app.get('/__clerk/v1/x')).toMatchObject({ status: 502, json: UNAVAILABLE });
    expect(await app.request('/__clerk/v1/x', { method: 'POST', body: 'body' })).toMatchObject({
      status: 502,
    });
  });

  it('resets the connection during a short response causes a 502', async () => {
    const api = await frontendApi((_request, response) => {
      response.writeHead(200, { 'content-length': 100, 'set-cookie': '__client=1' });
      response.write('{"client":', () => response.socket?.destroy());
    });
    const app = await start(api.url);

    const { status, json, headers } = await app.get('/__clerk/v1/x');

    expect({ status, json }).toEqual({ status: 502, json: UNAVAILABLE });
    expect(headers).not.toHaveProperty('set-cookie');
  });

  it('resets the connection between head and body causes a 502', async () => {
    const api = await frontendApi((_request, response) => {
      response.flushHeaders();
      setImmediate(() => response.socket?.destroy());
    });
    const app = await start(api.url);

    expect(await app.get('/__clerk/v1/x')).toMatchObject({ status: 502, json: UNAVAILABLE });
  });

  it("resets the connection during a streamed response breaks the client's connection", async () => {
    let upstream: ServerResponse | undefined;
    const api = await frontendApi((_request, response) => {
      upstream = response;
      response.write('part');
    });
    const app = await start(api.url);
    const request = open(app.port).end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    await once(response, 'data');

    upstream!.socket!.destroy();

    await expect(once(response, 'end')).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('does not respond causes a 504', async () => {
    const logger = recordingLogger();
    const api = await frontendApi(() => undefined);
    const app = await start(api.url, { timeoutMs: 50 }, logger);

    expect(await app.get('/__clerk/v1/x')).toMatchObject({ status: 504, json: TIMED_OUT });
    expect(await app.request('/__clerk/v1/x', { method: 'POST', body: 'body' })).toMatchObject({
      status: 504,
    });
    expect(logger.warnings[0]).toContain('silent');
  });

  it('accepts no connection causes a 504', async () => {
    // RFC 5737: an address without a host. If the network answers for it, there is no timeout.
    const app = await start('http://192.0.2.1:81', { timeoutMs: 50 });

    expect([502, 504]).toContain((await app.get('/__clerk/v1/x')).status);
  });

  it('stops during a short response causes a 504', async () => {
    const api = await frontendApi((_request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('{');
    });
    const app = await start(api.url, { timeoutMs: 50 });

    expect(await app.get('/__clerk/v1/x')).toMatchObject({ status: 504, json: TIMED_OUT });
  });

  it("stops during a streamed response breaks the client's connection", async () => {
    const api = await frontendApi((_request, response) => void response.write('part'));
    const app = await start(api.url, { timeoutMs: 50 });
    const [response] = (await once(open(app.port).end(), 'response')) as [IncomingMessage];
    response.resume();

    await expect(once(response, 'end')).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('does not read the body causes a 504', async () => {
    const server = createServer(socket => socket.pause().on('error', () => undefined));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const app = await start(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { timeoutMs: 100 });

    const body = 'x'.repeat(32 * MEBIBYTE);
    expect(await app.request('/__clerk/v1/x', { method: 'POST', body })).toMatchObject({ status: 504 });
    server.close();
  });

  it('responds before it has the body, and closes, reaches the client', async () => {
    const api = await frontendApi((request, response) => {
      response.writeHead(413, { connection: 'close' }).end('too large');
      response.on('finish', () => request.socket.destroySoon());
    });
    const app = await start(api.url);
    const request = open(app.port, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } });
    request.write('x'.repeat(1024));

    const [response] = (await once(request, 'response')) as [IncomingMessage];

    expect(response.statusCode).toBe(413);
    request.destroy();
  });

  it("fails leaves the client's connection usable", async () => {
    const app = await start(`http://127.0.0.1:${await unusedPort()}`);
    const socket = connect(app.port, '127.0.0.1');
    let received = '';
    socket.on('data', chunk => (received += String(chunk)));
    const answers = () => received.match(/HTTP\/1\.1 502/g)?.length ?? 0;

    socket.write(`POST /__clerk/x HTTP/1.1\r\nHost: a\r\nContent-Length: ${MEBIBYTE}\r\n\r\n`);
    await until(() => answers() === 1);
    socket.write('x'.repeat(MEBIBYTE));
    socket.write('GET /__clerk/x HTTP/1.1\r\nHost: a\r\n\r\n');
    await until(() => answers() === 2);
    socket.destroy();
  });
});

describe('client that', () => {
  it('disconnects before the response ends the request to the Frontend API', async () => {
    const arrivals: IncomingMessage[] = [];
    const api = await frontendApi(request => arrivals.push(request));
    const logger = recordingLogger();
    const app = await start(api.url, {}, logger);
    const request = open(app.port).end();
    await until(() => arrivals.length === 1);

    request.destroy();

    await until(() => arrivals[0]!.socket.destroyed);
    expect(logger.warnings).toEqual([]);
  });

  it('disconnects during its body ends the request to the Frontend API', async () => {
    const arrivals: IncomingMessage[] = [];
    const api = await frontendApi(request => arrivals.push(request));
    const app = await start(api.url);
    const request = open(app.port, { method: 'POST' });
    request.write('part');
    await until(() => arrivals.length === 1);

    request.destroy();

    await until(() => arrivals[0]!.socket.destroyed);
    expect(arrivals[0]!.complete).toBe(false);
  });

  it('disconnects during the response ends the request to the Frontend API', async () => {
    let upstream: ServerResponse | undefined;
    const api = await frontendApi((_request, response) => {
      upstream = response;
      response.write('part');
    });
    const app = await start(api.url);
    const request = open(app.port).end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    await once(response, 'data');

    request.destroy();

    await until(() => upstream!.destroyed);
  });

  it('reads slowly slows the Frontend API down without a timeout', async () => {
    const total = 64 * MEBIBYTE;
    let written = 0;
    const api = await frontendApi((_request, response) => {
      const chunk = Buffer.alloc(MEBIBYTE);
      const write = () => {
        while (written < total) {
          written += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', write);
        }
        response.end();
      };
      write();
    });
    const app = await start(api.url, { timeoutMs: 100 });
    const [response] = (await once(open(app.port).end(), 'response')) as [IncomingMessage];

    const held = await settled(() => written);
    expect(held).toBeLessThan(total / 2);
    let received = 0;
    for await (const chunk of response) received += (chunk as Buffer).length;
    expect(received).toBe(total);
  });

  it('sends faster than the Frontend API reads is slowed down without a timeout', async () => {
    const total = 64 * MEBIBYTE;
    const arrivals: IncomingMessage[] = [];
    const server = await pausedServer(request => arrivals.push(request));
    const app = await start(server.url, { timeoutMs: 60_000 });
    const request = open(app.port, { method: 'POST', headers: { 'content-length': total } });
    let sent = 0;
    const chunk = Buffer.alloc(MEBIBYTE);
    const write = () => {
      while (sent < total) {
        sent += chunk.length;
        if (!request.write(chunk)) return void request.once('drain', write);
      }
      request.end();
    };
    write();
    await until(() => arrivals.length === 1);

    const held = await settled(() => sent);
    expect(held).toBeLessThan(total / 2);
    let received = 0;
    for await (const part of arrivals[0]!) received += (part as Buffer).length;
    expect(received).toBe(total);
    request.destroy();
    server.close();
  });

  it("pauses its body longer than the Frontend API's timeout is not disconnected", async () => {
    const arrivals: IncomingMessage[] = [];
    const api = await frontendApi((request, response) => {
      arrivals.push(request);
      request.on('end', () => response.end('done'));
    });
    const app = await start(api.url, { timeoutMs: 30 });
    const request = open(app.port, { method: 'POST' });
    const answered = once(request, 'response') as Promise<[IncomingMessage]>;
    request.write('first');
    await until(() => arrivals.length === 1);
    await new Promise(resolve => setTimeout(resolve, 150));
    request.end(' second');

    const [response] = await answered;

    expect(response.statusCode).toBe(200);
    expect(api.requests).toMatchObject([{ body: 'first second' }]);
  });
});

/** The final value of a counter: unchanged for a fifth of a second. */
async function settled(value: () => number): Promise<number> {
  let before = -1;
  while (before !== value()) {
    before = value();
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  return before;
}

/** A Frontend API that reads a body only when the test does. */
async function pausedServer(onRequest: (request: IncomingMessage) => void) {
  const { createServer: createHttpServer } = await import('node:http');
  const server = createHttpServer(request => onRequest(request));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
