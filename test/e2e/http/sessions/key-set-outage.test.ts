import { generateKeyPairSync } from 'node:crypto';

import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkOutage } from 'nest-clerk/testing';

import { MINUTE, SECOND, stopClock } from '../../../support/clock.js';
import type { StoppedClock } from '../../../support/clock.js';
import { bearer, sessionCookie, startNestApp } from '../../../support/nest-app.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningNestApp } from '../../../support/running-app.js';

let local: LocalClerk;
let clock: StoppedClock;
let app: RunningNestApp;
/** Replaces the responses of the Backend API, and counts them. */
let answer: (() => Response) | undefined;
let fetches: number;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});

beforeEach(async () => {
  clock = stopClock();
  local.outage = undefined;
  answer = undefined;
  fetches = 0;
  app = await startNestApp({
    ...local.keys,
    // A separate function for every test, because caches belong to it.
    fetch: (...call) => {
      fetches++;
      return answer ? Promise.resolve(answer()) : local.fetch(...call);
    },
  });
});

afterEach(async () => {
  jest.restoreAllMocks();
  await closeApps();
});

/** Whether a fresh token is accepted, or the reason of its rejection. */
async function verdict(carry: (token: string) => Record<string, string> = bearer): Promise<unknown> {
  const { status, json, headers } = await app.get(
    '/',
    carry(await local.issueSessionToken({ userId: 'user_alice' })),
  );
  expect(status).toBe(200);
  return json.isAuthenticated ? 'signed in' : headers['x-clerk-auth-reason'];
}

function errorAnswer(status: number, code: string): Response {
  return Response.json({ errors: [{ code, message: code }] }, { status });
}

describe('session token while the Backend API is down', () => {
  const outages: LocalClerkOutage[] = ['network', 500];

  it.each(outages)('(%s) is accepted every minute for an hour with known keys', async outage => {
    await verdict();
    local.outage = outage;

    const verdicts: unknown[] = [];
    for (let minute = 1; minute <= 60; minute++) {
      clock.advance(MINUTE);
      verdicts.push(await verdict(), await verdict(sessionCookie));
    }

    expect(verdicts).toHaveLength(120);
    expect(new Set(verdicts)).toEqual(new Set(['signed in']));
    expect(fetches).toBeGreaterThan(1);
  });

  it.each(outages)('(%s) is accepted after an hour without requests with known keys', async outage => {
    await verdict();
    local.outage = outage;

    clock.advance(60 * MINUTE);

    expect(await verdict()).toBe('signed in');
    expect(await verdict(sessionCookie)).toBe('signed in');
  });

  it('is accepted with refreshed keys as soon as the API is up', async () => {
    await verdict();
    local.outage = 500;
    clock.advance(60 * MINUTE);
    await verdict();
    local.outage = undefined;
    await local.rotateKey();
    const before = local.requests.length;

    clock.advance(30 * SECOND);

    expect(await verdict()).toBe('signed in');
    expect(local.requests.slice(before)).toEqual([
      expect.objectContaining({ operation: 'GetJWKS', status: 200 }),
    ]);
  });

  it('is rejected with a reason and few calls after a restart', async () => {
    local.outage = 500;

    const verdicts = await Promise.all(Array.from({ length: 100 }, () => verdict()));
    for (let n = 0; n < 50; n++) verdicts.push(await verdict());
    expect(new Set(verdicts)).toEqual(new Set(['jwk-remote-failed-to-load']));
    expect(fetches).toBe(1);

    // It retries after 1, 3 and 7 seconds, and so on, with growing intervals.
    for (let second = 1; second <= 60; second++) {
      clock.advance(SECOND);
      await verdict();
    }
    expect(fetches).toBe(1 + 5);
  });

  it('is accepted after a restart once the API is up', async () => {
    local.outage = 500;
    expect(await verdict()).toBe('jwk-remote-failed-to-load');
    local.outage = undefined;
    expect(await verdict()).toBe('jwk-remote-failed-to-load');

    clock.advance(SECOND);

    expect(await verdict()).toBe('signed in');
    expect(await verdict(sessionCookie)).toBe('signed in');
  });
});

it('the Backend API cannot add a header to our responses', async () => {
  answer = () => errorAnswer(422, 'broken\r\nset-cookie: a=b');

  const token = await local.issueSessionToken({ userId: 'user_alice' });
  const { status, headers } = await app.get('/', bearer(token));

  expect(status).toBe(200);
  expect(headers['x-clerk-auth-reason']).toBe('jwk-remote-failed-to-load');
  expect(headers['set-cookie']).toBeUndefined();
});

describe('rejected secret key', () => {
  it('gives the reason secret-key-invalid without known keys', async () => {
    answer = () => errorAnswer(401, 'clerk_key_invalid');

    expect(await verdict()).toBe('secret-key-invalid');
  });

  it('discards the keys that were fetched with it', async () => {
    await verdict();
    answer = () => errorAnswer(401, 'clerk_key_invalid');

    clock.advance(15 * MINUTE);

    expect(await verdict()).toBe('secret-key-invalid');
    answer = undefined;
    clock.advance(SECOND);
    expect(await verdict()).toBe('signed in');
  });

  it.each([
    ['another code', () => errorAnswer(401, 'authentication_invalid')],
    ['no code', () => new Response('<html>proxy login</html>', { status: 401 })],
  ])('with %s discards the keys too, with the reason jwk-remote-failed-to-load', async (_what, rejection) => {
    await verdict();
    answer = rejection;

    clock.advance(15 * MINUTE);

    expect(await verdict()).toBe('jwk-remote-failed-to-load');
    answer = undefined;
    clock.advance(SECOND);
    expect(await verdict()).toBe('signed in');
  });

  it('is not assumed from a 403', async () => {
    await verdict();
    answer = () => errorAnswer(403, 'forbidden');

    clock.advance(15 * MINUTE);

    expect(await verdict()).toBe('signed in');
  });
});

describe('key set', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
  const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  const withKid = (key: object) => ({ ...key, kid: local.kid });

  /** The results of a fresh application with such a response, and of one that had the keys, 15 minutes later. */
  async function verdictsWith(answered: () => Response): Promise<unknown[]> {
    answer = answered;
    const ofFresh = await verdict();
    answer = undefined;
    clock.advance(SECOND);
    expect(await verdict()).toBe('signed in');

    answer = answered;
    clock.advance(15 * MINUTE);
    return [ofFresh, await verdict()];
  }

  it.each<[string, () => Response]>([
    ['missing keys', () => Response.json({})],
    ['keys that are not a list', () => Response.json({ keys: { 0: withKid(rsa) } })],
    ['null', () => Response.json(null)],
    ['broken JSON', () => new Response('{"keys":[', { headers: { 'content-type': 'application/json' } })],
    ['an HTML page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['nothing', () => new Response(null, { status: 204 })],
    ['a redirect', () => new Response(null, { status: 302, headers: { location: 'https://evil.example' } })],
  ])('that is invalid signs no user in and keeps known keys: %s', async (_what, answered) => {
    expect(await verdictsWith(answered)).toEqual(['jwk-remote-failed-to-load', 'signed in']);
  });

  it.each<[string, () => object[]]>([
    ['no keys', () => []],
    ['keys without an id', () => [rsa]],
    ['an elliptic-curve key', () => [withKid(elliptic)]],
    ['a key for encryption', () => [withKid({ ...rsa, use: 'enc' })]],
    ['a symmetric key', () => [withKid({ kty: 'oct', k: 'c2VjcmV0' })]],
    ['a broken key', () => [withKid({ kty: 'RSA', n: '!', e: 5 })]],
    ['entries that are not keys', () => [null, 5, 'key', [], {}] as object[]],
  ])('that has no usable key keeps known keys: %s', async (_what, keys) => {
    expect(await verdictsWith(() => Response.json({ keys: keys() }))).toEqual([
      'jwk-remote-failed-to-load',
      'signed in',
    ]);
  });

  it('may contain other entries beside the right key', async () => {
    const keySet = await (
      await local.fetch('https://api.clerk.com/v1/jwks', {
        headers: { authorization: `Bearer ${local.secretKey}` },
      })
    ).json();
    const [key] = (keySet as { keys: object[] }).keys;
    answer = () => Response.json({ keys: [null, {}, { ...elliptic, kid: 'ins_ec' }, key, 'x'] });

    expect(await verdict()).toBe('signed in');
  });
});
