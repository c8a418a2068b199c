import { SpanKind, SpanStatusCode, context, trace } from '@opentelemetry/api';
import { channel } from 'node:diagnostics_channel';
import { inspect } from 'node:util';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ClerkModule } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { secretIn } from '../../../support/canary.js';
import { setEnvironment } from '../../../support/environment.js';
import { newHttpAdapter } from '../../../support/http-adapter.js';
import { bearer, sessionCookie } from '../../../support/nest-app.js';
import type { Middleware } from '../../../support/nest-app.js';
import { ObservedController } from '../../../support/observed-controller.js';
import { InMemoryTelemetry } from '../../../support/open-telemetry.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import type { Sent } from '../../../support/running-app.js';

let local: LocalClerk;
let telemetry: InMemoryTelemetry;

beforeEach(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  telemetry = new InMemoryTelemetry();
  telemetry.start();
});
afterEach(async () => {
  await closeApps();
  await telemetry.stop();
});

/** As the instrumentation of `node:http` does: each request has a span, which is active while it is handled. */
const withServerSpan: Middleware = (request, response, next) => {
  const span = trace.getTracer('http').startSpan(`${request.method}`, { kind: SpanKind.SERVER });
  response.on('finish', () => span.end());
  context.with(trace.setSpan(context.active(), span), next);
};

async function start(options: ClerkModuleOptions = {}) {
  const adapter = await newHttpAdapter();
  adapter.use(withServerSpan);
  return startNest({
    adapter,
    imports: [
      ClerkModule.forRoot({
        ...local.keys,
        jwtKey: local.jwtKey,
        retries: 0,
        openTelemetry: true,
        ...options,
      }),
    ],
    controllers: [ObservedController],
  });
}

const token = () => local.issueSessionToken({ userId: 'user_alice' });
const ofClerk = () =>
  telemetry.spans.filter(({ instrumentationScope }) => instrumentationScope.name === 'nest-clerk');

describe('spans', () => {
  it('of an authentication and of a call of Clerk are below the span of the request', async () => {
    const { get } = await start();
    await get('/me', bearer(await token()));
    const [authentication, call] = ofClerk();
    const server = telemetry.spans.find(({ kind }) => kind === SpanKind.SERVER);
    expect(authentication).toMatchObject({
      name: 'clerk.authenticate',
      kind: SpanKind.INTERNAL,
      attributes: { 'clerk.auth.status': 'signed-in', 'clerk.token.type': 'session_token' },
    });
    expect(call).toMatchObject({
      name: 'GET /users/{id}',
      kind: SpanKind.CLIENT,
      status: { code: SpanStatusCode.UNSET },
    });
    expect(call?.attributes).toEqual({
      'http.request.method': 'GET',
      'http.response.status_code': 200,
      'url.template': '/users/{id}',
      'server.address': 'api.clerk.com',
      'server.port': 443,
      'clerk.operation': 'GetUser',
    });
    for (const span of [authentication, call]) {
      expect(span?.parentSpanContext?.spanId).toBe(server?.spanContext().spanId);
      expect(span?.spanContext().traceId).toBe(server?.spanContext().traceId);
    }
  });

  it('have the reason of a rejection', async () => {
    const { get } = await start();
    await get('/me', bearer('a.b.c'));
    expect(ofClerk()[0]?.attributes).toEqual({
      'clerk.auth.status': 'signed-out',
      'clerk.auth.reason': 'token-invalid',
      'clerk.token.type': 'session_token',
    });
  });

  it.each([
    [{ status: 503 } as const, { 'http.response.status_code': 503, 'error.type': '503' }],
    [{ connection: 'reset' } as const, { 'error.type': '_OTHER' }],
  ])('of a failed call are errors: %j', async (fault, attributes) => {
    const { get } = await start();
    local.fail('GetUser', fault);
    await get('/me', bearer(await token()));
    const call = ofClerk().find(({ kind }) => kind === SpanKind.CLIENT);
    expect(call?.attributes).toMatchObject(attributes);
    expect(call?.status.code).toBe(SpanStatusCode.ERROR);
  });

  it('of a retry have its number', async () => {
    const { get } = await start({ retries: 1 });
    local.fail('GetUser', { status: 429, retryAfter: 0, times: 1 });
    await get('/me', bearer(await token()));
    const calls = ofClerk().filter(({ kind }) => kind === SpanKind.CLIENT);
    expect(calls.map(({ attributes }) => attributes['http.request.resend_count'])).toEqual([undefined, 1]);
  });

  it('last as long as what they are of', async () => {
    const { get } = await start();
    local.fail('GetUser', { delay: 30 });
    await get('/me', bearer(await token()));
    const { duration } = ofClerk().find(({ kind }) => kind === SpanKind.CLIENT)!;
    expect(duration[0] * 1000 + duration[1] / 1e6).toBeGreaterThanOrEqual(25);
  });
});

describe('metrics', () => {
  it('count authentications by outcome, reason and type, calls by operation and status, and uses of the cache', async () => {
    const { get } = await start({ cache: { machineTokens: true } });
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
    await get('/machines', bearer(secret));
    await get('/machines', bearer(secret));
    await get('/me');
    const recorded = await telemetry.metrics();
    const key = { 'clerk.auth.status': 'signed-in', 'clerk.token.type': 'api_key' };
    const missing = {
      'clerk.auth.status': 'signed-out',
      'clerk.auth.reason': 'dev-browser-missing',
      'clerk.token.type': 'session_token',
    };
    const call = expect.objectContaining({
      'clerk.operation': 'verifyApiKey',
      'http.response.status_code': 200,
    });
    const cache = (outcome: string) => ({ 'clerk.cache.kind': 'api_key', 'clerk.cache.outcome': outcome });
    expect(recorded).toEqual([
      { name: 'clerk.authentications', unit: '{authentication}', attributes: key, value: 2 },
      { name: 'clerk.authentications', unit: '{authentication}', attributes: missing, value: 1 },
      { name: 'clerk.authentication.duration', unit: 's', attributes: key, value: 2 },
      { name: 'clerk.authentication.duration', unit: 's', attributes: missing, value: 1 },
      { name: 'clerk.backend_api.request.duration', unit: 's', attributes: call, value: 1 },
      { name: 'clerk.cache.uses', unit: '{use}', attributes: cache('miss'), value: 1 },
      { name: 'clerk.cache.uses', unit: '{use}', attributes: cache('hit'), value: 1 },
    ]);
  });

  it('count once if two applications of a process are measured, and until both have ended', async () => {
    const first = await start();
    const second = await start();
    await first.get('/me', bearer(await token()));
    await second.app.close();
    await first.get('/me', bearer(await token()));
    const counts = (await telemetry.metrics()).filter(({ name }) => name === 'clerk.authentications');
    expect(counts.map(({ value }) => value)).toEqual([2]);
    await first.app.close();
    expect(channel('nest-clerk:authentication').hasSubscribers).toBe(false);
    expect(channel('nest-clerk:backend-api').hasSubscribers).toBe(false);
  });
});

it('nothing listens without the option', async () => {
  await start({ openTelemetry: false });
  for (const name of ['authentication', 'backend-api', 'cache']) {
    expect(channel(`nest-clerk:${name}`).hasSubscribers).toBe(false);
  }
});

it('spans and metrics are chosen by themselves', async () => {
  const { get } = await start({ openTelemetry: { spans: false } });
  await get('/me', bearer(await token()));
  expect(ofClerk()).toEqual([]);
  expect(await telemetry.metrics()).not.toEqual([]);
});

it('no span and no metric has a secret or an ID', async () => {
  const { request } = await start({ cache: { machineTokens: true, users: true } });
  const session = await token();
  const apiKey = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
  const m2m = await local.m2mTokens.create();
  const oauth = await local.oauthTokens.create({ subject: 'user_alice' });
  const page = { 'sec-fetch-dest': 'document', accept: 'text/html' };
  const requests: [string, Sent][] = [
    ['/me', { headers: bearer(session) }],
    ['/me', { headers: sessionCookie(session) }],
    [
      '/me',
      {
        headers: {
          ...page,
          ...sessionCookie(session),
          cookie: `${sessionCookie(session).cookie}; __refresh=${session}`,
        },
      },
    ],
    ['/me', { headers: bearer(session.slice(0, -5)) }],
    [`/me?__clerk_handshake=${session}&__clerk_db_jwt=${local.secretKey}`, { headers: page }],
    ['/me?__clerk_handshake_nonce=hs_nonce', { headers: page }],
    ...[apiKey.secret, m2m.token, oauth.token, `${apiKey.secret}x`].map((each): [string, Sent] => [
      '/machines',
      { headers: bearer(each) },
    ]),
  ];
  for (const [target, sent] of requests) await request(target, sent);
  local.outage = 'network';
  for (const [target, sent] of requests) await request(target, sent);
  const spans = ofClerk();
  expect(spans.length).toBeGreaterThan(2 * requests.length - 2);
  const all = inspect(
    [
      spans.map(({ name, attributes, events, links, status }) => ({
        name,
        attributes,
        events,
        links,
        status,
      })),
      await telemetry.metrics(),
    ],
    { depth: Infinity, maxArrayLength: null, maxStringLength: null },
  );
  expect(secretIn(all)).toBeUndefined();
  for (const id of ['user_alice', apiKey.id, m2m.id, oauth.id, session.slice(0, 30), 'hs_nonce', 'CI']) {
    expect(all).not.toContain(id);
  }
});

it.each([['yes'], [{ span: true }], [{ spans: 1 }], [[]], [null]])(
  'the start fails with the option %j',
  async openTelemetry => {
    await expect(start({ openTelemetry } as never)).rejects.toThrow(
      '`openTelemetry` is true, false or an object',
    );
  },
);
