import { Controller, Injectable, Post, VersioningType } from '@nestjs/common';
import type { LoggerService } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ClerkAuthGuard, OnClerkEvent } from 'nest-clerk';
import type { ClerkWebhooksOptions, WebhookDelivery, WebhookEvent } from 'nest-clerk';
import { signWebhook } from 'nest-clerk/testing';

import { newHttpAdapter } from '../../../support/http-adapter.js';
import { closeApps } from '../../../support/running-app.js';
import type { NestSettings } from '../../../support/running-app.js';
import { deliver, OTHER_SIGNING_SECRET, SIGNING_SECRET, startWebhookApp } from '../../../support/webhooks.js';

const received: { event: WebhookEvent; delivery: WebhookDelivery }[] = [];

@Injectable()
class Recorder {
  @OnClerkEvent()
  record(event: WebhookEvent, delivery: WebhookDelivery) {
    received.push({ event, delivery });
  }
}

beforeEach(() => {
  received.length = 0;
});
afterEach(closeApps);

function start(webhooks: ClerkWebhooksOptions | ClerkWebhooksOptions[] = {}, settings: NestSettings = {}) {
  return startWebhookApp([Recorder], webhooks, settings);
}

function silentLogger() {
  const log = () => jest.fn<LoggerService['log']>();
  return { log: log(), error: log(), warn: log(), debug: log() };
}

test('an endpoint passes a signed event to its handler and responds 200', async () => {
  const app = await start();
  const data = { id: 'user_alice', first_name: 'Ålice 🎉', public_metadata: { n: 1.0 } };
  const { status } = await deliver(app, 'user.created', { data, id: 'msg_1' });
  expect(status).toBe(200);
  expect(received).toHaveLength(1);
  const { event, delivery } = received[0]!;
  expect(event).toMatchObject({ type: 'user.created', object: 'event', data, instance_id: 'ins_local' });
  expect(delivery).toMatchObject({ id: 'msg_1', path: '/webhooks/clerk' });
  expect(Math.abs(delivery.timestamp.getTime() - Date.now())).toBeLessThan(60_000);
});

test('an endpoint verifies the exact bytes, even if JSON.stringify() would write them differently', async () => {
  const app = await start();
  const { headers } = signWebhook({ type: 'user.created', data: {} }, { signingSecret: SIGNING_SECRET });
  const body = '{ "type" : "user.created",\n\t"data":{"big":12345678901234567890,"u":"\\u00e5"} }';
  const { createHmac } = await import('node:crypto');
  const hmac = createHmac('sha256', Buffer.from(SIGNING_SECRET.slice(6), 'base64'));
  const signature = hmac.update(`msg_1.${headers['svix-timestamp']}.${body}`).digest('base64');
  const sent = { ...headers, 'svix-id': 'msg_1', 'svix-signature': `v1,${signature}` };
  const { status } = await app.request('/webhooks/clerk', { method: 'POST', headers: sent, body });
  expect(status).toBe(200);
});

describe('webhook endpoint works with', () => {
  const settings: [string, NestSettings][] = [
    ['a global prefix', { configure: app => app.setGlobalPrefix('api') }],
    [
      'versioning by URI',
      { configure: app => app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' }) },
    ],
    ['CORS', { configure: app => app.enableCors({ origin: 'https://app.example.com' }) }],
    ['a body parser with a small limit', { configure: app => limitJson(app) }],
  ];

  test.each(settings)('%s', async (_title, setting) => {
    const app = await start({}, setting);
    expect((await deliver(app, 'user.created')).status).toBe(200);
    expect(received).toHaveLength(1);
  });

  test('a global guard', async () => {
    const app = await startWebhookApp([Recorder, { provide: APP_GUARD, useClass: ClerkAuthGuard }]);
    expect((await deliver(app, 'user.created')).status).toBe(200);
  });

  test('the options rawBody and bodyParser', async () => {
    const { NestFactory } = await import('@nestjs/core');
    const { listenNest } = await import('../../../support/running-app.js');
    const { ClerkModule } = await import('nest-clerk');
    const { LocalClerk } = await import('nest-clerk/testing');
    const { Module } = await import('@nestjs/common');
    const { keys } = await LocalClerk.create();
    for (const options of [{ rawBody: true }, { bodyParser: false }]) {
      @Module({
        imports: [ClerkModule.forRoot({ ...keys, webhooks: { signingSecret: SIGNING_SECRET } })],
        providers: [Recorder],
      })
      class AppModule {}
      const app = await NestFactory.create(AppModule, await newHttpAdapter(), { logger: false, ...options });
      expect((await deliver(await listenNest(app), 'user.created')).status).toBe(200);
    }
  });

  test('any content type, a query and a trailing slash', async () => {
    const app = await start();
    const { headers, body } = signWebhook(
      { type: 'user.created', data: {} },
      { signingSecret: SIGNING_SECRET },
    );
    const sent = { method: 'POST', headers: { ...headers, 'content-type': 'text/plain' }, body };
    expect((await app.request('/webhooks/clerk/?from=svix', sent)).status).toBe(200);
  });
});

test('an endpoint leaves other methods and paths, with their bodies, to the application', async () => {
  @Controller()
  class Other {
    @Post('webhooks/clerk/other')
    other() {
      return 'other';
    }
  }
  const app = await start({}, { controllers: [Other] });
  const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  expect((await app.request('/webhooks/clerk/other', sent)).text).toBe('other');
  expect((await app.get('/webhooks/clerk')).status).toBe(404);
  expect((await app.request('/api/webhooks/clerk', sent)).status).toBe(404);
});

describe('rejected delivery', () => {
  test('is answered 400 with the reason, without the secret, if another secret signed it', async () => {
    const logger = silentLogger();
    const app = await start({}, { logger });
    for (let attempt = 0; attempt < 2; attempt++) {
      const { status, json, text } = await deliver(app, 'user.created', {
        signingSecret: OTHER_SIGNING_SECRET,
      });
      expect(status).toBe(400);
      expect(json).toMatchObject({ statusCode: 400, reason: 'webhook-signature-mismatch' });
      expect(text).not.toContain('MfKQ9r8G');
    }
    expect(received).toEqual([]);
    const warnings = logger.warn.mock.calls.map(([message]) => String(message));
    expect(warnings.filter(message => message.includes('webhook-signature-mismatch'))).toHaveLength(1);
    expect(warnings.join()).not.toContain('MfKQ9r8G');
  });

  test('is answered 400 without the headers of a webhook', async () => {
    const { status, json } = await (await start()).request('/webhooks/clerk', { method: 'POST', body: '{}' });
    expect(status).toBe(400);
    expect(json).toMatchObject({ reason: 'webhook-headers-missing' });
  });

  test('is answered 400 if it is stale', async () => {
    const signedAt = Date.now() - 301_000;
    const { status, json } = await deliver(await start(), 'user.created', { signedAt });
    expect(status).toBe(400);
    expect(json).toMatchObject({ reason: 'webhook-timestamp-too-old' });
  });

  test('is answered 413 over the size limit after the rest is read', async () => {
    const app = await start({ bodyLimit: 1000 });
    const { status, json } = await deliver(app, 'user.created', { data: 'x'.repeat(5_000_000) });
    expect(status).toBe(413);
    expect(json).toMatchObject({ reason: 'webhook-body-too-large' });
    expect((await deliver(app, 'user.created')).status).toBe(200);
  });
});

test('an endpoint accepts either secret during a rotation', async () => {
  const app = await start({ signingSecret: [OTHER_SIGNING_SECRET, SIGNING_SECRET] });
  expect((await deliver(app, 'user.created')).status).toBe(200);
  expect((await deliver(app, 'user.created', { signingSecret: OTHER_SIGNING_SECRET })).status).toBe(200);
});

test('an endpoint rejects deliveries of another tenant', async () => {
  const app = await start([
    { path: '/webhooks/a' },
    { path: '/webhooks/b', signingSecret: OTHER_SIGNING_SECRET },
  ]);
  const atB = { path: '/webhooks/b', id: 'msg_1' };
  expect((await deliver(app, 'user.created', atB)).status).toBe(400);
  expect((await deliver(app, 'user.created', { ...atB, signingSecret: OTHER_SIGNING_SECRET })).status).toBe(
    200,
  );
  // The same id at the other endpoint is another delivery.
  expect((await deliver(app, 'user.created', { path: '/webhooks/a', id: 'msg_1' })).status).toBe(200);
  expect(received.map(({ delivery }) => delivery.path)).toEqual(['/webhooks/b', '/webhooks/a']);
});

describe('start-up errors', () => {
  test('says where to find a missing secret', async () => {
    const starting = start({ signingSecret: '' });
    await expect(starting).rejects.toMatchObject({ code: 'webhook_signing_secret_missing' });
    await expect(starting).rejects.toThrow('https://dashboard.clerk.com/~/webhooks');
  });

  test.each<[string, ClerkWebhooksOptions | ClerkWebhooksOptions[]]>([
    ['a relative path', { path: 'webhooks' }],
    ['a path with a parameter', { path: '/webhooks/:tenant' }],
    ['a negative timeout', { timeoutMs: -1 }],
    ['a claim shorter than the timeout', { claimTtlMs: 1000, timeoutMs: 2000 }],
    ['two endpoints at one path', [{ path: '/a' }, { path: '/a/' }]],
  ])('rejects %s', async (_title, webhooks) => {
    await expect(start(webhooks)).rejects.toMatchObject({ code: 'option_invalid' });
  });
});

function limitJson(app: Parameters<NonNullable<NestSettings['configure']>>[0]) {
  return (app as unknown as { useBodyParser: (type: string, options: object) => unknown }).useBodyParser(
    app.getHttpAdapter().getType() === 'fastify' ? 'application/json' : 'json',
    { limit: 1, bodyLimit: 1 },
  );
}
