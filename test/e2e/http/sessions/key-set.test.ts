import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { MINUTE, SECOND, stopClock } from '../../../support/clock.js';
import type { StoppedClock } from '../../../support/clock.js';
import { bearer, startNestApp } from '../../../support/nest-app.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningNestApp } from '../../../support/running-app.js';

let local: LocalClerk;
let other: LocalClerk;
let keys: ClerkModuleOptions;
let clock: StoppedClock;
let app: RunningNestApp;

beforeAll(async () => {
  [local, other] = (await Promise.all(
    [1, 2].map(() => LocalClerk.create({ users: [{ id: 'user_alice' }] })),
  )) as [LocalClerk, LocalClerk];
});

beforeEach(async () => {
  clock = stopClock();
  local.requests.length = 0;
  other.requests.length = 0;
  // A separate function for every test, because caches belong to it.
  keys = { ...local.keys, fetch: (...call) => local.fetch(...call) };
  app = await startNestApp(keys);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await closeApps();
});

function keySetFetches(of = local): number {
  return of.requests.filter(request => request.operation === 'GetJWKS').length;
}

function freshToken(header?: Record<string, unknown>): Promise<string> {
  return local.issueSessionToken({ userId: 'user_alice', header });
}

/** Whether a token (default: a fresh one) is accepted, or the reason of its rejection. */
async function verdict(token?: string, by = app): Promise<unknown> {
  const answer = await by.get('/', bearer(token ?? (await freshToken())));
  expect(answer.status).toBe(200);
  return answer.json.isAuthenticated ? 'signed in' : answer.headers['x-clerk-auth-reason'];
}

/** Waits for work in the background. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 10_000; turn++) {
    if (await condition()) return;
    await new Promise(resolve => setImmediate(resolve));
  }
  throw new Error('It never came to that.');
}

describe('key set', () => {
  it('is fetched once for 500 concurrent requests', async () => {
    let arrived = 0;
    const held = holding(local.fetch);
    const cold = await startNestApp(
      { ...local.keys, fetch: held.fetch },
      { before: (_request, _response, next) => (arrived++, next()) },
    );
    const tokens = await Promise.all(Array.from({ length: 500 }, () => freshToken()));

    held.hold();
    const verdicts = Promise.all(tokens.map(token => verdict(token, cold)));
    await until(() => arrived === 500);
    held.release();

    expect(new Set(await verdicts)).toEqual(new Set(['signed in']));
    expect(keySetFetches()).toBe(1);
  });

  it('is fetched at most once more for 200 tokens with unknown key ids', async () => {
    await verdict();
    const tokens = await Promise.all(Array.from({ length: 200 }, (_, n) => freshToken({ kid: `ins_${n}` })));

    const verdicts = await Promise.all(tokens.slice(0, 100).map(token => verdict(token)));
    for (const token of tokens.slice(100)) verdicts.push(await verdict(token));

    expect(new Set(verdicts)).toEqual(new Set(['jwk-kid-mismatch']));
    expect(keySetFetches()).toBe(2);
    expect(await verdict()).toBe('signed in');
  });

  it('is fetched for an unknown key id once in five seconds', async () => {
    await verdict();
    const unknown = await local.issueSessionToken({
      userId: 'user_alice',
      expiresIn: 3600,
      header: { kid: 'x' },
    });

    const fetches: number[] = [];
    for (let second = 0; second < 15; second++) {
      await verdict(unknown);
      fetches.push(keySetFetches());
      clock.advance(SECOND);
    }

    expect(fetches).toEqual([2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4]);
  });

  it('is refreshed after five minutes without delaying a request', async () => {
    const held = holding(local.fetch);
    const patient = await startNestApp({ ...local.keys, fetch: held.fetch });
    await verdict(undefined, patient);
    held.hold();

    clock.advance(5 * MINUTE);
    const verdicts = [await verdict(undefined, patient), await verdict(undefined, patient)];
    expect(verdicts).toEqual(['signed in', 'signed in']);
    expect(keySetFetches()).toBe(1);
    held.release();
    await until(() => keySetFetches() === 2);
  });

  it('is fetched before the first request after 15 minutes without requests', async () => {
    const token = await local.issueSessionToken({ userId: 'user_alice', expiresIn: 3600 });
    expect(await verdict(token)).toBe('signed in');
    await local.rotateKey();

    clock.advance(15 * MINUTE);

    expect(await verdict(token)).toBe('jwk-kid-mismatch');
  });
});

describe('key', () => {
  it('that is new is accepted immediately and replaces the old one', async () => {
    const before = await freshToken();
    expect(await verdict(before)).toBe('signed in');
    await local.rotateKey();
    expect(await verdict(before)).toBe('signed in');

    expect(await verdict()).toBe('signed in');
    expect(await verdict(before)).toBe('jwk-kid-mismatch');
    expect(keySetFetches()).toBe(2);
  });

  it('that is new is accepted after 30 seconds at most while strangers send unknown key ids', async () => {
    await verdict();
    await verdict(await freshToken({ kid: 'ins_stranger' }));
    await local.rotateKey();

    expect(await verdict()).toBe('jwk-kid-mismatch');
    clock.advance(30 * SECOND);
    expect(await verdict()).toBe('signed in');
  });

  it('that is removed is rejected after the next refresh, for remembered tokens too', async () => {
    const token = await local.issueSessionToken({ userId: 'user_alice', expiresIn: 3600 });
    expect(await verdict(token)).toBe('signed in');
    await local.rotateKey();

    clock.advance(5 * MINUTE - 1);
    expect(await verdict(token)).toBe('signed in');
    clock.advance(1);
    // The request that starts the refresh does not wait for it.
    await until(async () => (await verdict(token)) === 'jwk-kid-mismatch');
  });

  it('that another key replaces under the same id is rejected, for remembered tokens too', async () => {
    const kid = 'ins_same';
    const renamed = await startNestApp({ ...local.keys, fetch: renamingKeys(local, kid) });
    const issue = () => local.issueSessionToken({ userId: 'user_alice', expiresIn: 3600, header: { kid } });
    const before = await issue();
    expect(await verdict(before, renamed)).toBe('signed in');
    await local.rotateKey();

    clock.advance(15 * MINUTE);

    expect(await verdict(before, renamed)).toBe('token-invalid-signature');
    expect(await verdict(await issue(), renamed)).toBe('signed in');
  });
});

describe('two instances in one process', () => {
  let fetchOfBoth: typeof fetch;

  beforeEach(() => {
    const ofLocal = renamingKeys(local, 'ins_same');
    const ofOther = renamingKeys(other, 'ins_same');
    fetchOfBoth = (input, init) => {
      const key = new Headers(init?.headers).get('authorization');
      return key === `Bearer ${local.secretKey}` ? ofLocal(input, init) : ofOther(input, init);
    };
  });

  function issue(by: LocalClerk): Promise<string> {
    return by.issueSessionToken({ userId: 'user_alice', header: { kid: 'ins_same' } });
  }

  it('reject tokens of each other with the same key id', async () => {
    const apps = await Promise.all(
      [local, other].map(by => startNestApp({ ...by.keys, fetch: fetchOfBoth })),
    );
    const tokens = await Promise.all([local, other].map(issue));

    for (const round of ['first seen', 'remembered']) {
      const verdicts = [];
      for (const by of apps) for (const token of tokens) verdicts.push(await verdict(token, by));
      expect([round, verdicts]).toEqual([
        round,
        ['signed in', 'token-invalid-signature', 'token-invalid-signature', 'signed in'],
      ]);
    }
  });

  it('reject tokens of each other if requestOptions choose the instance', async () => {
    const tenants: Record<string, ClerkModuleOptions> = { local: local.keys, other: other.keys };
    const shared = await startNestApp({
      requestOptions: request => ({ ...tenants[String(request.headers['x-tenant'])], fetch: fetchOfBoth }),
    });
    const [ofLocal, ofOther] = [await issue(local), await issue(other)];

    for (const round of ['first seen', 'remembered']) {
      for (const [tenant, token, userId] of [
        ['local', ofLocal, 'user_alice'],
        ['other', ofLocal, null],
        ['other', ofOther, 'user_alice'],
        ['local', ofOther, null],
      ] as const) {
        const { json } = await shared.get('/', { ...bearer(token), 'x-tenant': tenant });
        expect([round, tenant, json.userId]).toEqual([round, tenant, userId]);
      }
    }
  });

  it('fetch their own key sets, and two applications of one instance share one', async () => {
    const again = await startNestApp(keys);
    const ofOther = await startNestApp(other.keys);
    const token = await freshToken();

    expect(await verdict(token)).toBe('signed in');
    expect(await verdict(token, again)).toBe('signed in');
    await verdict(await issue(other), ofOther);

    expect(keySetFetches(local)).toBe(1);
    expect(keySetFetches(other)).toBe(1);
  });
});

/** The Backend API of an instance, with another id for its key. */
function renamingKeys(by: LocalClerk, kid: string): typeof fetch {
  return async (...call) => {
    const { keys } = (await (await by.fetch(...call)).json()) as { keys: object[] };
    return Response.json({ keys: keys.map(key => ({ ...key, kid })) });
  };
}

/** `fetch` whose calls can be held until they are released. */
function holding(fetch: typeof globalThis.fetch) {
  let gate = Promise.resolve();
  let release: () => void = () => undefined;
  return {
    fetch: (async (...call) => {
      await gate;
      return fetch(...call);
    }) as typeof globalThis.fetch,
    hold: () => {
      gate = new Promise(resolve => (release = resolve));
    },
    release: () => release(),
  };
}
