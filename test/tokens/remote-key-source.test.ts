import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ClerkAPIResponseError } from 'nest-clerk';

import { RemoteKeySource } from '../../lib/tokens/remote-key-source.js';
import type { JsonWebKeyWithKid } from '../../lib/tokens/signing-key.js';
import { MINUTE, SECOND, stopClock } from '../e2e/support/clock.js';
import type { StoppedClock } from '../e2e/support/clock.js';
import { createJwk, isKey, reasonOf } from './support.js';

const JWK = createJwk('ins_1');
const OTHER_JWK = createJwk('ins_2');

let clock: StoppedClock;
/** What the next fetches answer; throws where the Backend API is to fail. */
let answer: () => JsonWebKeyWithKid[] | Promise<JsonWebKeyWithKid[]>;
let fetches: number;
let source: RemoteKeySource;

beforeEach(() => {
  clock = stopClock();
  fetches = 0;
  answer = () => [JWK];
  source = new RemoteKeySource(async () => {
    fetches++;
    return { keys: await answer() };
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** Lets a fetch that runs in the background come to its end. */
function settle(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

function apiError(status: number, code = 'unexpected_error'): ClerkAPIResponseError {
  return new ClerkAPIResponseError('GetJWKS failed', {
    status,
    errors: [{ code, message: code, longMessage: undefined, meta: {} }],
  });
}

function outage(): never {
  throw apiError(0);
}

describe('the first token', () => {
  it('waits for the keys; those that come meanwhile wait for the same fetch', async () => {
    expect(source.find('ins_1')).toBeUndefined();
    const loads = Array.from({ length: 50 }, () => source.load('ins_1'));
    expect(source.find('ins_1')).toBeUndefined();

    const keys = await Promise.all(loads);

    expect(keys.every(isKey)).toBe(true);
    expect(new Set(keys).size).toBe(1);
    expect(fetches).toBe(1);
  });

  it('leaves the keys at hand for the next, without a promise', async () => {
    await source.load('ins_1');

    expect(isKey(source.find('ins_1'))).toBe(true);
    expect(fetches).toBe(1);
  });
});

describe('keys that grow old', () => {
  beforeEach(() => source.load('ins_1'));

  it('are left alone for five minutes', () => {
    clock.advance(5 * MINUTE - 1);

    expect(isKey(source.find('ins_1'))).toBe(true);
    expect(fetches).toBe(1);
  });

  it('are asked for again in the background after five minutes, once', async () => {
    clock.advance(5 * MINUTE);

    expect(isKey(source.find('ins_1'))).toBe(true);
    expect(isKey(source.find('ins_1'))).toBe(true);
    await settle();
    expect(fetches).toBe(2);
    clock.advance(5 * MINUTE - 1);
    expect(isKey(source.find('ins_1'))).toBe(true);
    expect(fetches).toBe(2);
  });

  it('end with the answer that does not have them any more', async () => {
    answer = () => [OTHER_JWK];
    clock.advance(5 * MINUTE);
    expect(isKey(source.find('ins_1'))).toBe(true);
    await settle();

    expect(isKey(source.find('ins_2'))).toBe(true);
    expect(reasonOf(await source.load('ins_1'))).toBe('jwk-kid-mismatch');
  });

  it('are not used after fifteen minutes without asking first', async () => {
    answer = () => [OTHER_JWK];
    clock.advance(15 * MINUTE - 1);
    expect(isKey(source.find('ins_1'))).toBe(true);
    await settle();
    answer = () => [JWK];
    clock.advance(15 * MINUTE);

    expect(source.find('ins_2')).toBeUndefined();
    expect(reasonOf(await source.load('ins_2'))).toBe('jwk-kid-mismatch');
  });

  it('stay the same objects when they are confirmed, so that what was verified with them stays verified', async () => {
    const before = source.find('ins_1');
    answer = () => [{ ...JWK }, OTHER_JWK];
    clock.advance(5 * MINUTE);
    source.find('ins_1');
    await settle();

    expect(source.find('ins_1')).toBe(before);
  });

  it('are others when another key comes under the same id', async () => {
    const before = source.find('ins_1');
    answer = () => [createJwk('ins_1')];
    clock.advance(5 * MINUTE);
    source.find('ins_1');
    await settle();

    expect(isKey(source.find('ins_1'))).toBe(true);
    expect(source.find('ins_1')).not.toBe(before);
  });
});

describe('an unknown key id', () => {
  beforeEach(() => source.load('ins_1'));

  it('causes a fetch, and then none for half a minute', async () => {
    expect(source.find('ins_unknown')).toBeUndefined();
    expect(reasonOf(await source.load('ins_unknown'))).toBe('jwk-kid-mismatch');
    expect(fetches).toBe(2);

    clock.advance(30 * SECOND - 1);
    expect(reasonOf(source.find('ins_unknown'))).toBe('jwk-kid-mismatch');
    expect(reasonOf(source.find('ins_other'))).toBe('jwk-kid-mismatch');
    clock.advance(1);
    expect(source.find('ins_unknown')).toBeUndefined();
  });

  it('is known once the instance has the key', async () => {
    answer = () => [JWK, OTHER_JWK];

    expect(isKey(await source.load('ins_2'))).toBe(true);
    expect(isKey(source.find('ins_1'))).toBe(true);
  });

  it.each([undefined, null, 5, true, ['ins_1'], {}, '', '__proto__', 'constructor', 'toString', 'ins_1\r\n'])(
    'can be anything: %j',
    async kid => {
      expect(reasonOf(await source.load(kid))).toBe('jwk-kid-mismatch');
      expect(reasonOf(source.find(kid))).toBe('jwk-kid-mismatch');
    },
  );

  it('is not repeated in the refusal, nor are those of the instance', async () => {
    expect(JSON.stringify(await source.load('ins_unknown'))).not.toMatch(/ins_/);
  });
});

describe('a Backend API that is down', () => {
  it.each([0, 500, 502, 503, 504, 429])('with status %i leaves known keys in use for good', async status => {
    await source.load('ins_1');
    answer = () => Promise.reject(apiError(status));

    clock.advance(24 * 60 * MINUTE);
    expect(source.find('ins_1')).toBeUndefined();
    expect(isKey(await source.load('ins_1'))).toBe(true);
    for (let minute = 0; minute < 60; minute++) {
      clock.advance(MINUTE);
      // Nobody waits for a fetch that will fail like the last.
      expect(isKey(source.find('ins_1'))).toBe(true);
      await settle();
    }
    expect(fetches).toBe(62);
  });

  it('is asked again after 1, 2, 4, 8, 16, and then every 30 seconds', async () => {
    answer = outage;

    for (const seconds of [1, 2, 4, 8, 16, 30, 30]) {
      expect(source.find('ins_1')).toBeUndefined();
      expect(reasonOf(await source.load('ins_1'))).toBe('jwk-remote-failed-to-load');
      clock.advance(seconds * SECOND - 1);
      expect(reasonOf(source.find('ins_1'))).toBe('jwk-remote-failed-to-load');
      clock.advance(1);
    }
    expect(fetches).toBe(7);
  });

  it('is forgiven when it is up again', async () => {
    answer = outage;
    await source.load('ins_1');
    clock.advance(SECOND);
    answer = () => [JWK];
    expect(isKey(await source.load('ins_1'))).toBe(true);

    answer = outage;
    clock.advance(5 * MINUTE);
    source.find('ins_1');
    await settle();
    clock.advance(SECOND);
    source.find('ins_1');
    await settle();
    expect(fetches).toBe(4);
  });

  it.each([
    ['no key', []],
    ['keys for other purposes only', [createJwk('ins_1', { use: 'enc' }), { kid: 'ins_1', kty: 'EC' }]],
  ])('is what it is taken for when it answers %s', async (_what, keys) => {
    await source.load('ins_1');
    answer = () => keys;

    expect(reasonOf(await source.load('ins_2'))).toBe('jwk-kid-mismatch');
    expect(isKey(source.find('ins_1'))).toBe(true);
    const empty = new RemoteKeySource(() => Promise.resolve({ keys }));
    expect(reasonOf(await empty.load('ins_1'))).toBe('jwk-remote-failed-to-load');
  });

  it('may fail with anything', async () => {
    for (const failure of [undefined, null, 'text', { status: 500 }, new TypeError('fetch failed')]) {
      const failing = new RemoteKeySource(() => Promise.reject(failure));
      expect(reasonOf(await failing.load('ins_1'))).toBe('jwk-remote-failed-to-load');
    }
  });
});

describe('a secret key that is refused', () => {
  it('ends the keys at once', async () => {
    await source.load('ins_1');
    answer = () => Promise.reject(apiError(401, 'clerk_key_invalid'));
    clock.advance(5 * MINUTE);
    source.find('ins_1');
    await settle();

    expect(reasonOf(source.find('ins_1'))).toBe('secret-key-invalid');
    expect(reasonOf(await source.load('ins_1'))).toBe('secret-key-invalid');
  });

  it('is tried again later', async () => {
    answer = () => Promise.reject(apiError(401, 'clerk_key_invalid'));
    await source.load('ins_1');
    answer = () => [JWK];
    clock.advance(SECOND);

    expect(isKey(await source.load('ins_1'))).toBe(true);
  });

  it('is not what a 401 of something in between means', async () => {
    await source.load('ins_1');
    answer = () => Promise.reject(apiError(401));

    expect(isKey(await source.load('ins_1'))).toBe(true);
  });
});
