import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

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

describe('first token', () => {
  it('waits for the keys, and concurrent ones wait for the same fetch', async () => {
    expect(source.find('ins_1')).toBeUndefined();
    const loads = Array.from({ length: 50 }, () => source.load('ins_1'));
    expect(source.find('ins_1')).toBeUndefined();

    const keys = await Promise.all(loads);

    expect(keys.every(isKey)).toBe(true);
    expect(new Set(keys).size).toBe(1);
    expect(fetches).toBe(1);
  });

  it('leaves keys that the next one reads without a promise', async () => {
    await source.load('ins_1');

    expect(isKey(source.find('ins_1'))).toBe(true);
    expect(fetches).toBe(1);
  });
});

describe('key set', () => {
  beforeEach(() => source.load('ins_1'));

  it('is not fetched again for five minutes', () => {
    clock.advance(5 * MINUTE - 1);

    expect(isKey(source.find('ins_1'))).toBe(true);
    expect(fetches).toBe(1);
  });

  it('is refreshed once in the background after five minutes', async () => {
    clock.advance(5 * MINUTE);

    expect(isKey(source.find('ins_1'))).toBe(true);
    expect(isKey(source.find('ins_1'))).toBe(true);
    await settle();
    expect(fetches).toBe(2);
    clock.advance(5 * MINUTE - 1);
    expect(isKey(source.find('ins_1'))).toBe(true);
    expect(fetches).toBe(2);
  });

  it("replaced by one without a key rejects that key's tokens", async () => {
    answer = () => [OTHER_JWK];
    clock.advance(5 * MINUTE);
    expect(isKey(source.find('ins_1'))).toBe(true);
    await settle();

    expect(isKey(source.find('ins_2'))).toBe(true);
    expect(reasonOf(await source.load('ins_1'))).toBe('jwk-kid-mismatch');
  });

  it('is fetched before use after 15 minutes', async () => {
    answer = () => [OTHER_JWK];
    clock.advance(15 * MINUTE - 1);
    expect(isKey(source.find('ins_1'))).toBe(true);
    await settle();
    answer = () => [JWK];
    clock.advance(15 * MINUTE);

    expect(source.find('ins_2')).toBeUndefined();
    expect(reasonOf(await source.load('ins_2'))).toBe('jwk-kid-mismatch');
  });

  it('keeps the key objects that a refresh confirms, so that verified tokens stay remembered', async () => {
    const before = source.find('ins_1');
    answer = () => [{ ...JWK }, OTHER_JWK];
    clock.advance(5 * MINUTE);
    source.find('ins_1');
    await settle();

    expect(source.find('ins_1')).toBe(before);
  });

  it('has new key objects if another key has the same id', async () => {
    const before = source.find('ins_1');
    answer = () => [createJwk('ins_1')];
    clock.advance(5 * MINUTE);
    source.find('ins_1');
    await settle();

    expect(isKey(source.find('ins_1'))).toBe(true);
    expect(source.find('ins_1')).not.toBe(before);
  });
});

describe('unknown key id', () => {
  beforeEach(() => source.load('ins_1'));

  it('causes at most one fetch in five seconds', async () => {
    expect(source.find('ins_unknown')).toBeUndefined();
    expect(reasonOf(await source.load('ins_unknown'))).toBe('jwk-kid-mismatch');
    expect(fetches).toBe(2);

    clock.advance(5 * SECOND - 1);
    expect(reasonOf(source.find('ins_unknown'))).toBe('jwk-kid-mismatch');
    expect(reasonOf(source.find('ins_other'))).toBe('jwk-kid-mismatch');
    clock.advance(1);
    expect(source.find('ins_unknown')).toBeUndefined();
  });

  it('is accepted once the instance has the key', async () => {
    answer = () => [JWK, OTHER_JWK];

    expect(isKey(await source.load('ins_2'))).toBe(true);
    expect(isKey(source.find('ins_1'))).toBe(true);
  });

  it.each([undefined, null, 5, true, ['ins_1'], {}, '', '__proto__', 'constructor', 'toString', 'ins_1\r\n'])(
    'may be any value: %j',
    async kid => {
      expect(reasonOf(await source.load(kid))).toBe('jwk-kid-mismatch');
      expect(reasonOf(source.find(kid))).toBe('jwk-kid-mismatch');
    },
  );

  it('is not quoted in the rejection, nor are the known ids', async () => {
    expect(JSON.stringify(await source.load('ins_unknown'))).not.toMatch(/ins_/);
  });
});
