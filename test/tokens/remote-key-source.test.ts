import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { RemoteKeySource } from '../../lib/tokens/remote-key-source.js';
import type { JsonWebKeyWithKid } from '../../lib/tokens/signing-key.js';
import { MINUTE, SECOND, stopClock } from '../support/clock.js';
import type { StoppedClock } from '../support/clock.js';
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

  it('are skipped for five minutes', () => {
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

  it('is not repeated in the rejection, nor are those of the instance', async () => {
    expect(JSON.stringify(await source.load('ins_unknown'))).not.toMatch(/ins_/);
  });
});
