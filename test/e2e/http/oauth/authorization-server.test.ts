import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { MINUTE, SECOND, stopClock } from '../../../support/clock.js';
import { setEnvironment } from '../../../support/environment.js';
import { startMachineApp } from '../../../support/machine-app.js';
import { AUTHORIZATION_SERVER } from '../../../support/oauth.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';
import { recordingLogger } from '../../../support/who-app.js';

/** A minimal document. */
const DOCUMENT = { issuer: 'i', authorization_endpoint: 'a', token_endpoint: 't' };

let local: LocalClerk;
let other: LocalClerk;

beforeAll(async () => {
  local = await LocalClerk.create();
  other = await LocalClerk.create();
});
beforeEach(() => setEnvironment({}));
afterEach(async () => {
  jest.restoreAllMocks();
  await closeApps();
});

/** Clerk's responses and requests. Each test has its own, so that nothing is cached between tests. */
function clerkAnswering(answer: (url: string) => Response | Promise<Response>) {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { url } = new Request(input, init);
    asked.push(url);
    return answer(url);
  };
  return { asked, fetch };
}

const fromLocal = () => clerkAnswering(url => local.fetch(url));

const start = (options: ClerkModuleOptions) => startMachineApp({ ...local.keys, ...options });

const statusOf = async (app: RunningApp) => (await app.get(AUTHORIZATION_SERVER)).status;

it('the metadata is the document of the instance, from LocalClerk without a network', async () => {
  const network = jest.spyOn(globalThis, 'fetch');
  const app = await start({});
  const { status, headers, json } = await app.get(AUTHORIZATION_SERVER);
  const issuer = `https://${local.frontendApi}`;
  expect(status).toBe(200);
  expect(json).toMatchObject({
    issuer,
    authorization_endpoint: `${issuer}/oauth/authorize`,
    token_endpoint: `${issuer}/oauth/token`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
  });
  expect(json).toEqual(await (await local.fetch(issuer + AUTHORIZATION_SERVER)).json());
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'cache-control': 'private, max-age=300',
    'access-control-allow-origin': '*',
  });
  expect(network).not.toHaveBeenCalled();
});

it('the metadata has unknown fields of the document and none of its headers', async () => {
  const document = { ...DOCUMENT, new_field: { x: [1] } };
  const { fetch } = clerkAnswering(() => Response.json(document, { headers: { 'set-cookie': 'a=1' } }));
  const { headers, json } = await (await start({ fetch })).get(AUTHORIZATION_SERVER);
  expect(json).toEqual(document);
  expect(headers['set-cookie']).toBeUndefined();
});

it('HEAD is answered like GET, without a body', async () => {
  const app = await start(fromLocal());
  const { status, headers, text } = await app.request(AUTHORIZATION_SERVER, { method: 'HEAD' });
  expect({ status, text }).toEqual({ status: 200, text: '' });
  expect(Number(headers['content-length'])).toBeGreaterThan(500);
});

describe('authorization server metadata is fetched', () => {
  it('once in five minutes', async () => {
    const clock = stopClock();
    const { asked, fetch } = fromLocal();
    const app = await start({ fetch });
    expect(asked).toEqual([]);
    for (const [elapsed, times] of [
      [0, 1],
      [5 * MINUTE - 1, 1],
      [1, 2],
      [4 * MINUTE, 2],
      // A clock that was set back.
      [-60 * MINUTE, 3],
    ] as const) {
      clock.advance(elapsed);
      expect(await statusOf(app)).toBe(200);
      expect(asked).toHaveLength(times);
    }
  });

  it('once for concurrent requests', async () => {
    let answer = (_response: Response) => {};
    let hasAsked = () => {};
    const isAsked = new Promise<void>(resolve => (hasAsked = resolve));
    const { asked, fetch } = clerkAnswering(() => {
      hasAsked();
      return new Promise(resolve => (answer = resolve));
    });
    const app = await start({ fetch });
    const first = statusOf(app);
    await isAsked;
    const others = [statusOf(app), statusOf(app), statusOf(app)];
    // The application has received all of them when it responds to a later one.
    await app.get('/people');
    answer(await local.fetch(`https://${local.frontendApi}${AUTHORIZATION_SERVER}`));
    expect(await Promise.all([first, ...others])).toEqual([200, 200, 200, 200]);
    expect(asked).toHaveLength(1);
  });

  it('without a key', async () => {
    const headers: string[] = [];
    const fetch: typeof globalThis.fetch = (input, init) => {
      headers.push(...new Request(input, init).headers.keys());
      return local.fetch(input, init);
    };
    expect(await statusOf(await start({ fetch }))).toBe(200);
    expect(headers).toEqual(['accept']);
  });
});

describe('authorization server metadata is fetched from', () => {
  const askedUnder = async (options: ClerkModuleOptions) => {
    const { asked, fetch } = fromLocal();
    const app = await start({ ...options, fetch });
    await app.get(AUTHORIZATION_SERVER, { host: 'evil.example', 'x-forwarded-host': 'evil.example' });
    return asked.map(url => url.replace(AUTHORIZATION_SERVER, ''));
  };

  it('the proxy', async () => {
    expect(await askedUnder({ proxyUrl: 'https://example.com/__clerk/' })).toEqual([
      'https://example.com/__clerk',
    ]);
  });

  it('the domain of a satellite', async () => {
    const production = await LocalClerk.create({ instanceType: 'production' });
    expect(await askedUnder({ ...production.keys, isSatellite: true, domain: 'satellite.example' })).toEqual([
      'https://clerk.satellite.example',
    ]);
  });

  it('no URL that the client can influence', async () => {
    const production = await LocalClerk.create({ instanceType: 'production' });
    for (const options of [
      { proxyUrl: '/__clerk' },
      { proxyUrl: (url: URL) => `${url.origin}/__clerk` },
      { isSatellite: true, domain: (url: URL) => url.host },
    ]) {
      expect(await askedUnder({ ...production.keys, ...options })).toEqual([
        `https://${production.frontendApi}`,
      ]);
    }
  });

  it('a proxy on the same origin, if the origin is configured', async () => {
    const oauthProtectedResource = { resource: 'https://example.com/mcp' };
    expect(await askedUnder({ proxyUrl: '/__clerk', oauthProtectedResource })).toEqual([
      'https://example.com/__clerk',
    ]);
  });

  it('the instance of the tenant', async () => {
    const tenants = new Map([
      ['a.example', local.keys],
      ['b.example', other.keys],
    ]);
    const app = await startMachineApp({ requestOptions: ({ headers }) => tenants.get(headers.host ?? '') });
    const issuerAt = async (host: string) => (await app.get(AUTHORIZATION_SERVER, { host })).json.issuer;
    expect(await issuerAt('a.example')).toBe(local.issuer);
    expect(await issuerAt('b.example')).toBe(other.issuer);
  });

  it('the instance of the tenant, with one custom fetch for all tenants', async () => {
    const { fetch } = clerkAnswering(url => Response.json({ ...DOCUMENT, issuer: new URL(url).origin }));
    const tenants = new Map([
      ['a.example', { ...local.keys, fetch }],
      ['b.example', { ...other.keys, fetch }],
    ]);
    const app = await startMachineApp({ requestOptions: ({ headers }) => tenants.get(headers.host ?? '') });
    for (const [host, { issuer }] of [
      ['a.example', local],
      ['b.example', other],
    ] as const) {
      expect((await app.get(AUTHORIZATION_SERVER, { host })).json.issuer).toBe(issuer);
    }
  });
});

describe('authorization server metadata while Clerk is down', () => {
  const network = () => Promise.reject(new TypeError('fetch failed'));
  const broken = () => new Response('{"issuer":', { headers: { 'content-type': 'application/json' } });

  it.each<[string, () => Response | Promise<Response>]>([
    ['no connection', network],
    ['500', () => Response.json(DOCUMENT, { status: 500 })],
    ['404', () => Response.json({ errors: [] }, { status: 404 })],
    ['an HTML page', () => new Response('<!doctype html>')],
    ['broken JSON', broken],
    ['a value that is not an object', () => Response.json(null)],
    ['a list', () => Response.json([])],
    ['another document', () => Response.json({ issuer: 'https://example.com' })],
    ['nothing', () => new Response('')],
  ])('%s: 502 as JSON, with a warning in the log', async (_, answer) => {
    const logger = recordingLogger();
    const { fetch } = clerkAnswering(answer);
    const app = await startMachineApp({ ...local.keys, fetch }, { logger });
    const { status, headers, json } = await app.get(AUTHORIZATION_SERVER);
    expect({ status, json }).toEqual({
      status: 502,
      json: { error: 'temporarily_unavailable', error_description: expect.any(String) },
    });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'access-control-allow-origin': '*' });
    expect(logger.warnings).toEqual([expect.stringContaining(`https://${local.frontendApi}`)]);
  });

  it('waits at most five seconds for a response', async () => {
    const { setTimeout } = globalThis;
    const waits: unknown[] = [];
    jest.spyOn(globalThis, 'setTimeout').mockImplementation((callback: () => void, ms?: number) => {
      const isOurs = ms === 5 * SECOND;
      if (isOurs) waits.push(ms);
      return setTimeout(callback, isOurs ? 0 : ms);
    });
    const { fetch } = clerkAnswering(() => new Promise(() => {}));
    expect(await statusOf(await start({ fetch }))).toBe(502);
    expect(waits).toEqual([5 * SECOND]);
  });

  it('is the last document, with a retry every ten seconds', async () => {
    const clock = stopClock();
    let isDown = false;
    const { asked, fetch } = clerkAnswering(url => (isDown ? network() : local.fetch(url)));
    const app = await start({ fetch });
    const { json } = await app.get(AUTHORIZATION_SERVER);

    isDown = true;
    for (const [elapsed, times] of [
      [5 * MINUTE, 2],
      [10 * SECOND - 1, 2],
      [1, 3],
      [24 * 60 * MINUTE, 4],
    ] as const) {
      clock.advance(elapsed);
      const answer = await app.get(AUTHORIZATION_SERVER);
      expect(answer).toMatchObject({ status: 200, json });
      expect(asked).toHaveLength(times);
    }
  });

  it('is the new document once Clerk is up again', async () => {
    const clock = stopClock();
    let isDown = true;
    const { fetch } = clerkAnswering(url => (isDown ? network() : local.fetch(url)));
    const app = await start({ fetch });
    expect(await statusOf(app)).toBe(502);
    isDown = false;
    clock.advance(10 * SECOND - 1);
    expect(await statusOf(app)).toBe(502);
    clock.advance(1);
    expect(await statusOf(app)).toBe(200);
  });

  it('does not affect the protected-resource metadata', async () => {
    const { asked, fetch } = clerkAnswering(network);
    const app = await start({ fetch });
    expect((await app.get('/.well-known/oauth-protected-resource')).status).toBe(200);
    expect(asked).toEqual([]);
  });
});
