import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ClerkAPIResponseError } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { isRejection } from '../../lib/tokens/jwt.js';
import { OutageLog } from '../../lib/instance/outage-log.js';
import { RemoteKeySource } from '../../lib/tokens/remote-key-source.js';
import { TokenVerifier } from '../../lib/tokens/token-verifier.js';
import type { JsonWebKeyWithKid } from '../../lib/tokens/signing-key.js';
import { MINUTE, SECOND, stopClock } from '../support/clock.js';
import type { StoppedClock } from '../support/clock.js';
import { createJwk, isKey, reasonOf } from './support.js';

const HOUR = 60 * MINUTE;
const JWK = createJwk('ins_1');
const NEW_JWK = createJwk('ins_2');

let clock: StoppedClock;
let answer: () => unknown;
let fetches: number;
let warnings: string[];
let source: RemoteKeySource;

beforeEach(() => {
  clock = stopClock();
  fetches = 0;
  warnings = [];
  answer = () => [JWK];
  source = new RemoteKeySource(
    async () => {
      fetches++;
      return { keys: (await answer()) as JsonWebKeyWithKid[] };
    },
    message => warnings.push(message),
    new OutageLog('api.clerk.com', message => warnings.push(message)),
  );
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** Waits for a fetch in the background; importing keys takes several turns. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise(resolve => setImmediate(resolve));
}

function apiError(status: number): ClerkAPIResponseError {
  return new ClerkAPIResponseError('GetJWKS failed', { status, errors: [] });
}

describe('24-hour outage of the Backend API', () => {
  it.each<[string, () => unknown]>([
    ['without a response', () => Promise.reject(apiError(0))],
    ['with status 503', () => Promise.reject(apiError(503))],
    ['with status 429', () => Promise.reject(apiError(429))],
    ['with an empty key set', () => []],
    ['with the response null', () => null],
    ['with an HTML page', () => '<html>'],
    ['with entries that are not keys', () => [null, 5, 'key', {}, [], { kid: 'ins_1', kty: 'RSA' }]],
    ['with weak keys', () => [{ ...JWK, n: 'AQAB' }]],
  ])(
    'with %s keeps known keys in use and logs one line at its start and one at its end',
    async (_what, failure) => {
      await source.load('ins_1');
      answer = failure;
      for (let elapsed = 0; elapsed < 24 * HOUR; elapsed += MINUTE) {
        clock.advance(MINUTE);
        expect(isKey(source.find('ins_1'))).toBe(true);
        await settle();
      }
      const outages = () => warnings.filter(warning => !warning.startsWith('Key '));
      expect(outages()).toHaveLength(1);
      expect(outages()[0]).toMatch(/api\.clerk\.com does not answer as it should/);
      expect(await source.check()).toMatchObject({ confirmedAt: clock.now - 24 * HOUR });

      answer = () => [JWK, NEW_JWK];
      clock.advance(MINUTE);
      source.find('ins_1');
      await settle();
      expect(isKey(source.find('ins_2'))).toBe(true);
      expect(outages()).toHaveLength(2);
      expect(outages()[1]).toMatch(/again/);
    },
  );

  it('with responses after a minute each delays no request', async () => {
    await source.load('ins_1');
    let respond = () => {};
    answer = () => new Promise(resolve => (respond = () => resolve([JWK])));
    for (let elapsed = 0; elapsed < 24 * HOUR; elapsed += MINUTE) {
      clock.advance(MINUTE);
      expect(isKey(source.find('ins_1'))).toBe(true);
      respond();
      await settle();
    }
    expect(fetches).toBeLessThan(24 * 12 + 2);
  });
});

describe('made-up key ids', () => {
  it('cause at most one fetch in five seconds', async () => {
    await source.load('ins_1');
    for (let n = 0; n < 10_000; n++) {
      if (source.find(`made_up_${n}`) === undefined) await source.load(`made_up_${n}`);
    }
    expect(fetches).toBe(2);

    clock.advance(5 * SECOND);
    const asked = Array.from({ length: 10_000 }, (_, n) => `again_${n}`).map(kid =>
      source.find(kid) === undefined ? source.load(kid) : Promise.resolve(),
    );
    await Promise.all(asked);
    expect(fetches).toBe(3);
  });

  it('delay the tokens of a new key by five seconds at most', async () => {
    await source.load('ins_1');
    await source.load('made_up');
    answer = () => [JWK, NEW_JWK];
    const rotatedAt = clock.now;

    while (!isKey(source.find('ins_2'))) {
      for (const kid of ['made_up', `made_up_${clock.now}`, 'ins_2']) {
        if (source.find(kid) === undefined) await source.load(kid);
      }
      if (!isKey(source.find('ins_2'))) clock.advance(100);
    }
    expect(clock.now - rotatedAt).toBeLessThanOrEqual(5 * SECOND);
  });

  it('cause one fetch with 500 concurrent requests without keys', async () => {
    const keys = await Promise.all(
      Array.from({ length: 500 }, (_, n) => source.load(n % 2 ? 'ins_1' : `x${n}`)),
    );

    expect(keys.filter(isKey)).toHaveLength(250);
    expect(fetches).toBe(1);
  });
});

it("two instances with the same key id and different keys never verify each other's tokens", async () => {
  const locals = await Promise.all([0, 1].map(() => LocalClerk.create({ users: [{ id: 'user_alice' }] })));
  const jwks = await Promise.all(
    locals.map(async local => {
      const response = await local.fetch('https://api.clerk.com/v1/jwks', {
        headers: { authorization: `Bearer ${local.secretKey}` },
      });
      const { keys } = (await response.json()) as { keys: JsonWebKeyWithKid[] };
      return keys.map(key => ({ ...key, kid: 'ins_same' }));
    }),
  );
  const verifiers = jwks.map(keys => new TokenVerifier(new RemoteKeySource(() => Promise.resolve({ keys }))));
  const tokens = await Promise.all(
    locals.map(local =>
      local.signJwt({ sub: 'user_alice', exp: clock.now / 1000 + 60 }, { kid: 'ins_same' }),
    ),
  );

  for (let round = 0; round < 3; round++) {
    for (const [own, verifier] of verifiers.entries()) {
      for (const [issuer, token] of tokens.entries()) {
        const candidate = verifier.decode(token);
        if (isRejection(candidate)) throw new Error(candidate.message);
        expect(reasonOf(await verifier.verify(candidate, {}))).toBe(
          own === issuer ? undefined : 'token-invalid-signature',
        );
      }
    }
  }
});
