import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRemoteCalls } from '../../../lib/backend-api/remote-calls.js';
import { ClerkAPIResponseError } from '../../../lib/errors/clerk-api-response-error.js';
import { operation, rejection, transportTo } from '../support/transport.js';

const MEGABYTE = 1024 * 1024;

/** Sends `megabytes` of a JSON string, compressed: a few kilobytes on the wire. */
function* jsonOf(megabytes: number) {
  yield '"';
  for (let sent = 0; sent < megabytes; sent++) yield 'a'.repeat(MEGABYTE);
  yield '"';
}

let server: Server;
let url: string;
let status = 200;
let megabytes = 0;
let calls = 0;
let compressed = 0;

beforeAll(async () => {
  server = createServer((_, response) => {
    calls++;
    compressed = 0;
    response.writeHead(status, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    const gzip = Readable.from(jsonOf(megabytes)).pipe(createGzip());
    gzip.on('data', (chunk: Buffer) => (compressed += chunk.length));
    response.on('close', () => gzip.destroy());
    gzip.pipe(response);
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise(resolve => server.close(resolve)));

describe('response above the size limit', () => {
  it('is rejected after decompression, without a retry', async () => {
    [status, megabytes, calls] = [200, 200, 0];
    const error = await rejection(transportTo(url).transport.request(operation()));
    expect(error).toBeInstanceOf(ClerkAPIResponseError);
    expect(error).toMatchObject({ status: 200, errors: [{ code: 'unexpected_error' }] });
    expect(error.message).toContain('the answer is larger than 16777216 bytes (option `maxResponseBytes`)');
    expect(calls).toBe(1);
  });

  it('is not read to its end', async () => {
    [status, megabytes] = [200, 500];
    const before = process.memoryUsage().arrayBuffers;
    await rejection(transportTo(url).transport.request(operation()));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * MEGABYTE);
  });

  it('is rejected with its status if the call failed', async () => {
    [status, megabytes] = [404, 200];
    const error = await rejection(transportTo(url).transport.request(operation()));
    expect(error).toMatchObject({ status: 404, errors: [{ code: 'unexpected_error' }] });
  });

  it('is rejected from 1 MiB in the calls of authentication', async () => {
    [status, megabytes] = [200, 2];
    const error = await rejection(createRemoteCalls(transportTo(url).transport).verifyApiKey('ak_secret'));
    expect(error.message).toContain('larger than 1048576 bytes');
  });
});

describe('maxResponseBytes', () => {
  it('raises the limit for a client', async () => {
    [status, megabytes] = [200, 20];
    const { transport } = transportTo(url, { maxResponseBytes: 32 * MEGABYTE });
    expect(await transport.request(operation())).toHaveLength(20 * MEGABYTE);
  });

  it('sets the limit of one call', async () => {
    [status, megabytes] = [200, 2];
    const { transport } = transportTo(url);
    const error = await rejection(transport.request(operation(), { maxResponseBytes: MEGABYTE }));
    expect(error.message).toContain('larger than 1048576 bytes');
    expect(await transport.request(operation())).toHaveLength(2 * MEGABYTE);
  });

  it.each([0, -1, 1.5, NaN, Infinity])('rejects %p', async maxResponseBytes => {
    await expect(transportTo(url, { maxResponseBytes }).transport.request(operation())).rejects.toMatchObject(
      {
        code: 'option_invalid',
      },
    );
  });
});

it('maxResponseBytes limits the response of a custom fetch without a stream', async () => {
  const fetch = async () =>
    ({
      ok: true,
      status: 200,
      statusText: '',
      headers: new Headers({ 'content-type': 'application/json' }),
      text: async () => JSON.stringify('a'.repeat(2 * MEGABYTE)),
    }) as unknown as Response;
  const { transport } = transportTo(url, { fetch, maxResponseBytes: MEGABYTE });
  expect((await rejection(transport.request(operation()))).message).toContain('larger than 1048576 bytes');
});

it('an error has no cf-ray in its message and details', async () => {
  const fetch = async () => new Response('{}', { status: 500, headers: { 'cf-ray': 'ray-of-the-edge' } });
  const error = await rejection(transportTo(url, { fetch, retries: 0 }).transport.request(operation()));
  expect(error.message).not.toContain('ray-of-the-edge');
  expect(JSON.stringify((error as ClerkAPIResponseError).errors)).not.toContain('ray-of-the-edge');
  expect(error).toMatchObject({ clerkTraceId: 'ray-of-the-edge' });
});
