import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, test } from '@jest/globals';
import { verifyWebhook as referenceVerifyWebhook } from '@clerk/express/webhooks';
import express from 'express';
import { verifyWebhook as verifyOfExpress } from 'nest-clerk/express';
import { verifyWebhook, WebhookVerificationError } from 'nest-clerk/express/webhooks';
import type { VerifyWebhookOptions, WebhookRequest } from 'nest-clerk/express/webhooks';
import { signWebhook } from 'nest-clerk/testing';

import { closeApps, listen } from '../support/running-app.js';
import { OTHER_SIGNING_SECRET, SIGNING_SECRET } from '../support/webhooks.js';

const OPTIONS = { signingSecret: SIGNING_SECRET };
const signed = () => signWebhook({ type: 'user.created', data: { id: 'user_ålice' } }, OPTIONS);

afterEach(async () => {
  delete process.env.CLERK_WEBHOOK_SIGNING_SECRET;
  await closeApps();
});

async function reasonOf(request: Request | WebhookRequest, options: VerifyWebhookOptions = OPTIONS) {
  try {
    return (await verifyWebhook(request, options)).type;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return error.reason;
    throw error;
  }
}

test('verifyWebhook() is the same function at all entry points', () => {
  expect(verifyOfExpress).toBe(verifyWebhook);
});

test('verifyWebhook() returns the event that @clerk/express returns', async () => {
  const { headers, body } = signed();
  const request = Object.assign({ headers, body, method: 'POST', url: '/' }, {}) as never;
  expect(await verifyWebhook({ headers, body }, OPTIONS)).toEqual(
    await referenceVerifyWebhook(
      Object.assign(request, { protocol: 'http', get: () => 'localhost' }),
      OPTIONS,
    ),
  );
});

test('verifyWebhook() reads the secret from the environment by default', async () => {
  process.env.CLERK_WEBHOOK_SIGNING_SECRET = SIGNING_SECRET;
  expect(await reasonOf(signed(), {})).toBe('user.created');
  process.env.CLERK_WEBHOOK_SIGNING_SECRET = OTHER_SIGNING_SECRET;
  expect(await reasonOf(signed(), {})).toBe('webhook-signature-mismatch');
});

test('verifyWebhook() rejects any request without a secret', async () => {
  await expect(verifyWebhook(signed())).rejects.toMatchObject({ code: 'webhook_signing_secret_missing' });
});

describe('a web Request', () => {
  const request = () => new Request('https://app.example.com/', { method: 'POST', ...signed() });

  test('is accepted', async () => {
    expect(await reasonOf(request())).toBe('user.created');
  });

  test('is rejected with the remedy after its body was read', async () => {
    const read = request();
    await read.json();
    await expect(verifyWebhook(read, OPTIONS)).rejects.toThrow('request.clone()');
  });
});

describe('raw values', () => {
  test.each([
    ['a string', (body: string) => body],
    ['a Buffer', (body: string) => Buffer.from(body)],
    ['a Uint8Array', (body: string) => new TextEncoder().encode(body)],
  ])('accepts the body as %s', async (_title, convert) => {
    const { headers, body } = signed();
    expect(await reasonOf({ headers, body: convert(body) })).toBe('user.created');
  });

  test('accepts headers as Headers, in any case, and in lists', async () => {
    const { headers, body } = signed();
    const upper = Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]);
    expect(await reasonOf({ headers: new Headers(headers), body })).toBe('user.created');
    expect(await reasonOf({ headers: Object.fromEntries(upper), body })).toBe('user.created');
  });

  test('rejects a parsed body with the remedy instead of serializing it', async () => {
    const { headers, body } = signed();
    const parsed = { headers, body: JSON.parse(body) as unknown };
    await expect(verifyWebhook(parsed, OPTIONS)).rejects.toMatchObject({
      reason: 'webhook-body-unavailable',
    });
    await expect(verifyWebhook(parsed, OPTIONS)).rejects.toThrow(/express\.raw\(.*rawBody: true/);
    expect(await reasonOf({ ...parsed, rawBody: body })).toBe('user.created');
  });

  test('rejects a request without a body', async () => {
    expect(await reasonOf({ headers: signed().headers })).toBe('webhook-body-unavailable');
  });
});

describe("Node's requests", () => {
  async function post(url: string) {
    const response = await fetch(url, { method: 'POST', ...signed() });
    return response.text();
  }
  const express4Body = (request: object) => Object.assign(request, { body: {} });

  test.each<[string, ((request: object) => object) | undefined]>([
    ['an unread request of node:http', undefined],
    ['an unread request with an empty body object, as Express 4 leaves it', express4Body],
    ['a Fastify request', raw => ({ headers: (raw as { headers: object }).headers, raw })],
  ])('accepts %s', async (_title, convert = (request: object) => request) => {
    const server = createServer((request, response) => {
      void reasonOf(convert(request) as WebhookRequest).then(type => response.end(type));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    try {
      expect(await post(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)).toBe('user.created');
    } finally {
      server.close();
    }
  });

  test.each<[string, express.RequestHandler[], string]>([
    ['accepts a request of Express without a body parser', [], 'user.created'],
    ['accepts a request after express.raw()', [express.raw({ type: '*/*' })], 'user.created'],
    ['accepts a request after express.text()', [express.text({ type: '*/*' })], 'user.created'],
    ['rejects a request after express.json()', [express.json()], 'webhook-body-unavailable'],
    [
      'accepts a request after express.json() that keeps the raw body',
      [express.json({ verify: (request, _response, rawBody) => Object.assign(request, { rawBody }) })],
      'user.created',
    ],
  ])('%s', async (_title, middleware, expected) => {
    const app = express();
    app.post('/', ...middleware, (request, response) => {
      void reasonOf(request).then(type => response.send(type));
    });
    expect(await post(`http://127.0.0.1:${(await listen(app)).port}`)).toBe(expected);
  });
});
