import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ClerkAPIResponseError } from 'nest-clerk';

import { RemoteKeySource } from '../../lib/tokens/remote-key-source.js';
import type { JsonWebKeyWithKid } from '../../lib/tokens/signing-key.js';
import { MINUTE, SECOND, stopClock } from '../support/clock.js';
import type { StoppedClock } from '../support/clock.js';
import { createJwk, isKey, reasonOf } from './support.js';

const JWK = createJwk('ins_1');
const OTHER_JWK = createJwk('ins_2');

let clock: StoppedClock;
/** The responses of the next fetches; throws if the Backend API is to fail. */
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

/** Waits for a fetch in the background. */
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

describe('key source while the Backend API is down', () => {
  it.each([0, 500, 502, 503, 504, 429])(
    'keeps known keys in use without a limit on status %i',
    async status => {
      await source.load('ins_1');
      answer = () => Promise.reject(apiError(status));

      clock.advance(24 * 60 * MINUTE);
      expect(source.find('ins_1')).toBeUndefined();
      expect(isKey(await source.load('ins_1'))).toBe(true);
      for (let minute = 0; minute < 60; minute++) {
        clock.advance(MINUTE);
        // No token waits for a fetch that will probably fail again.
        expect(isKey(source.find('ins_1'))).toBe(true);
        await settle();
      }
      expect(fetches).toBe(62);
    },
  );

  it('retries after 1, 2, 4, 8, 16, and then every 30 seconds', async () => {
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

  it('forgets the failures when the API is up again', async () => {
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

  it('fetches before the first token after ten hours without requests', async () => {
    await source.load('ins_1');
    answer = outage;
    clock.advance(5 * MINUTE);
    source.find('ins_1');
    await settle();
    expect(fetches).toBe(2);

    answer = () => [OTHER_JWK];
    clock.advance(10 * 60 * MINUTE);
    expect(source.find('ins_1')).toBeUndefined();
    expect(reasonOf(await source.load('ins_1'))).toBe('jwk-kid-mismatch');
    expect(isKey(source.find('ins_2'))).toBe(true);
  });

  it('keeps known keys in use after any failure', async () => {
    for (const failure of [undefined, null, 'text', { status: 500 }, new TypeError('fetch failed')]) {
      const failing = new RemoteKeySource(() => Promise.reject(failure));
      expect(reasonOf(await failing.load('ins_1'))).toBe('jwk-remote-failed-to-load');
    }
  });
});

describe('key source after the clock is set back a day', () => {
  const DAY = 24 * 60 * MINUTE;

  it('does not keep keys in use for a day without a fetch', async () => {
    await source.load('ins_1');
    answer = () => [OTHER_JWK];
    clock.advance(-DAY);

    expect(source.find('ins_1')).toBeUndefined();
    expect(reasonOf(await source.load('ins_1'))).toBe('jwk-kid-mismatch');
    expect(fetches).toBe(2);
  });

  it('retries a failed fetch within seconds', async () => {
    answer = outage;
    await source.load('ins_1');
    answer = () => [JWK];
    clock.advance(-DAY);

    expect(source.find('ins_1')).toBeUndefined();
    expect(isKey(await source.load('ins_1'))).toBe(true);
  });

  it('retries an unknown key id within seconds', async () => {
    await source.load('ins_1');
    await source.load('ins_2');
    answer = () => [JWK, OTHER_JWK];
    clock.advance(-DAY);

    expect(source.find('ins_2')).toBeUndefined();
    expect(isKey(await source.load('ins_2'))).toBe(true);
  });
});

describe('key set without a key for session tokens', () => {
  it.each([
    ['with no key', []],
    ['with keys for other purposes only', [createJwk('ins_1', { use: 'enc' }), { kid: 'ins_1', kty: 'EC' }]],
    ['with weak keys only', [{ ...JWK, n: JWK.n!.slice(0, 170) }]],
    ['with two keys of one id', [JWK, createJwk('ins_1')]],
  ])(
    '%s counts as a failed fetch: known keys stay in use, and the next fetch comes a second later',
    async (_what, keys) => {
      await source.load('ins_1');
      answer = () => keys;
      clock.advance(5 * MINUTE);
      source.find('ins_1');
      await settle();

      expect(isKey(source.find('ins_1'))).toBe(true);
      expect(fetches).toBe(2);
      answer = () => [OTHER_JWK];
      clock.advance(SECOND);
      source.find('ins_1');
      await settle();
      expect(isKey(source.find('ins_2'))).toBe(true);
      expect(reasonOf(source.find('ins_1'))).toBe(undefined);
      expect(reasonOf(await source.load('ins_1'))).toBe('jwk-kid-mismatch');
    },
  );

  it('rejects tokens if it is the first key set', async () => {
    answer = () => [];

    expect(reasonOf(await source.load('ins_1'))).toBe('jwk-remote-failed-to-load');
    expect(reasonOf(source.find('ins_1'))).toBe('jwk-remote-failed-to-load');
  });
});

describe('key source with a rejected secret key', () => {
  it('discards the keys immediately', async () => {
    await source.load('ins_1');
    answer = () => Promise.reject(apiError(401, 'clerk_key_invalid'));
    clock.advance(5 * MINUTE);
    source.find('ins_1');
    await settle();

    expect(reasonOf(source.find('ins_1'))).toBe('secret-key-invalid');
    expect(reasonOf(await source.load('ins_1'))).toBe('secret-key-invalid');
  });

  it('retries later', async () => {
    answer = () => Promise.reject(apiError(401, 'clerk_key_invalid'));
    await source.load('ins_1');
    answer = () => [JWK];
    clock.advance(SECOND);

    expect(isKey(await source.load('ins_1'))).toBe(true);
  });

  it('discards the keys for an unknown error code too', async () => {
    await source.load('ins_1');
    answer = () => Promise.reject(apiError(401));

    expect(reasonOf(await source.load('ins_1'))).toBe('jwk-remote-failed-to-load');
    expect(reasonOf(source.find('ins_1'))).toBe('jwk-remote-failed-to-load');
  });

  it.each([400, 403, 404])('keeps the keys on status %i', async status => {
    await source.load('ins_1');
    answer = () => Promise.reject(apiError(status));
    await source.load('ins_2');

    expect(isKey(source.find('ins_1'))).toBe(true);
  });
});
