import { beforeEach, describe, expect, it } from '@jest/globals';

import { MAX_CLOCK_LEAD_MS } from '../../lib/cache/cached-kind.js';
import type { CachedKind } from '../../lib/cache/cached-kind.js';
import { GuardedStore } from '../../lib/cache/guarded-store.js';
import { ReadThroughCache } from '../../lib/cache/read-through-cache.js';
import { SealedEntries } from '../../lib/cache/sealed-entries.js';
import { MapStore } from '../support/cache-stores.js';

class Rejected extends Error {}

const TTL = 60_000;
const REJECTED_TTL = 10_000;
const START = 1_800_000_000_000;
const KEY = 'nest-clerk:1:key';

let endsAt: number | undefined;
const kind: CachedKind<string> = {
  name: 'api_key',
  ttlMs: TTL,
  rejectedTtlMs: REJECTED_TTL,
  write: json => (json === 'not to be stored' ? undefined : { json, endsAt }),
  read: json => (typeof json === 'string' ? json : undefined),
  writeRejection: error => (error instanceof Rejected ? 'rejected' : undefined),
  readRejection: json => (json === 'rejected' ? new Rejected() : undefined),
};

const sealed = new SealedEntries('sk_test_a', ['a']);
let store: MapStore;
let now: number;
let calls: number;
let answer: () => Promise<string>;
let cache: ReadThroughCache;

beforeEach(() => {
  endsAt = undefined;
  store = new MapStore();
  now = START;
  calls = 0;
  answer = () => Promise.resolve(`answer ${calls}`);
  cache = newCache();
});

function newCache(): ReadThroughCache {
  return new ReadThroughCache(new GuardedStore(store, 100, () => undefined), () => now);
}

/** Returns when the result is in the store too. */
async function get(of: CachedKind<string> = kind, by: SealedEntries = sealed): Promise<string> {
  try {
    return await cache.get(of, KEY, by, () => {
      calls++;
      return answer();
    });
  } finally {
    await settled();
  }
}

const rejects = () => Promise.reject(new Rejected());
const fails = () => Promise.reject(new Error('no network'));
/** Until all that is under way in the background has ended. */
const settled = () => new Promise(resolve => setImmediate(resolve));

describe('a value', () => {
  it('is called once for its lifetime', async () => {
    expect(await get()).toBe('answer 1');
    now += TTL / 2;
    expect(await get()).toBe('answer 1');
    expect(calls).toBe(1);
  });

  it('is called again from the end of its lifetime on', async () => {
    await get();
    now += TTL;
    expect(await get()).toBe('answer 2');
  });

  it('ends with what it is the value of, before its lifetime', async () => {
    endsAt = START + 1000;
    await get();
    expect(store.ttls).toEqual([1000]);
    now += 999;
    expect(await get()).toBe('answer 1');
    now += 1;
    expect(await get()).toBe('answer 2');
  });

  it('that has ended already, or must not be stored, is not stored', async () => {
    endsAt = START;
    await get();
    endsAt = undefined;
    answer = () => Promise.resolve('not to be stored');
    await get();
    expect(store.calls.set).toBe(0);
  });

  it('counts its lifetime from before the call, since it may have changed while Clerk answered', async () => {
    answer = () => {
      now += 5000;
      return Promise.resolve('slow');
    };
    await get();
    expect(store.ttls).toEqual([TTL - 5000]);
  });

  it('is not used for longer than the settings of now, whatever wrote it', async () => {
    await get();
    now += 1000;
    expect(await get({ ...kind, ttlMs: 1000 })).toBe('answer 2');
  });
});

describe('a value in the last quarter of its lifetime', () => {
  beforeEach(async () => {
    await get();
    now += 0.75 * TTL;
  });

  it('is returned at once, and renewed by one call in the background', async () => {
    const values = await Promise.all([get(), get(), get()]);
    expect(values).toEqual(['answer 1', 'answer 1', 'answer 1']);
    await settled();
    expect(await get()).toBe('answer 2');
    expect(calls).toBe(2);
  });

  it('becomes a rejection as soon as the call in the background is rejected', async () => {
    answer = rejects;
    expect(await get()).toBe('answer 1');
    await settled();
    await expect(get()).rejects.toThrow(Rejected);
    expect(calls).toBe(2);
  });

  it('ends as soon as the call in the background is rejected, if rejections are not stored', async () => {
    answer = rejects;
    const withoutRejections = { ...kind, rejectedTtlMs: 0 };
    expect(await get(withoutRejections)).toBe('answer 1');
    await settled();
    await expect(get(withoutRejections)).rejects.toThrow(Rejected);
  });

  it('stays in use while Clerk cannot be reached, and not beyond its lifetime', async () => {
    answer = fails;
    expect(await get()).toBe('answer 1');
    await settled();
    now = START + TTL - 1;
    expect(await get()).toBe('answer 1');
    await settled();
    now = START + TTL;
    await expect(get()).rejects.toThrow('no network');
  });
});

describe('a rejection', () => {
  beforeEach(async () => {
    answer = rejects;
    await expect(get()).rejects.toThrow(Rejected);
    answer = () => Promise.resolve('accepted');
  });

  it('is remembered for its own lifetime, and not renewed before', async () => {
    now += REJECTED_TTL - 1;
    await expect(get()).rejects.toThrow(Rejected);
    await settled();
    expect(calls).toBe(1);
    now += 1;
    expect(await get()).toBe('accepted');
  });

  it('is not used with settings under which none is remembered', async () => {
    expect(await get({ ...kind, rejectedTtlMs: 0 })).toBe('accepted');
  });
});

it('does not remember an error that says nothing of the argument', async () => {
  answer = fails;
  await expect(get()).rejects.toThrow('no network');
  answer = () => Promise.resolve('accepted');
  expect(await get()).toBe('accepted');
  expect(store.calls.set).toBe(1);
});

describe('concurrent calls', () => {
  it('share one read and one call', async () => {
    const values = await Promise.all(Array.from({ length: 50 }, () => get()));
    expect(new Set(values)).toEqual(new Set(['answer 1']));
    expect(store.calls.get).toBe(1);
  });

  it('share a failure, and the next one calls again', async () => {
    answer = fails;
    const results = await Promise.allSettled([get(), get()]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(calls).toBe(1);
    answer = () => Promise.resolve('again');
    expect(await get()).toBe('again');
  });

  it('share the call until its result is in the store', async () => {
    let written: () => void = () => undefined;
    store.set = (key, value) =>
      new Promise<void>(resolve => {
        written = () => {
          store.entries.set(key, value);
          resolve();
        };
      });
    await get();
    expect(await get()).toBe('answer 1');
    written();
    await settled();
    expect(await get()).toBe('answer 1');
    expect(calls).toBe(1);
  });

  it('of two instances share nothing, even under one key', async () => {
    const other = new SealedEntries('sk_test_b', ['b']);
    expect(await Promise.all([get(), get(kind, other)])).toEqual(['answer 1', 'answer 2']);
    expect(calls).toBe(2);
  });
});

describe('deletion', () => {
  it('ends an entry', async () => {
    await get();
    await cache.delete(KEY);
    expect(await get()).toBe('answer 2');
  });

  it('keeps a call that was under way from storing what may be from before the change', async () => {
    let finish: (value: string) => void = () => undefined;
    answer = () => new Promise(resolve => (finish = resolve));
    const before = get();
    await settled();
    await cache.delete(KEY);
    finish('from before');
    expect(await before).toBe('from before');
    await settled();
    answer = () => Promise.resolve('from after');
    expect(await get()).toBe('from after');
  });

  it('keeps a renewal in the background from storing what may be from before the change', async () => {
    await get();
    now += 0.75 * TTL;
    let finish: (value: string) => void = () => undefined;
    answer = () => new Promise(resolve => (finish = resolve));
    await get();
    await cache.delete(KEY);
    finish('from before');
    await settled();
    answer = () => Promise.resolve('from after');
    expect(await get()).toBe('from after');
  });
});

describe('an entry that is not from here', () => {
  const forged = (entry: unknown, by = sealed) => store.entries.set(KEY, by.seal(KEY, entry));
  const valid = { madeAt: START, endsAt: START + TTL, value: 'stored' };

  it('is used if it is one that another process could have written', async () => {
    forged(valid);
    expect(await get()).toBe('stored');
  });

  it.each([
    ['is of another instance', () => forged(valid, new SealedEntries('sk_test_b', ['b']))],
    ['is not encrypted', () => store.entries.set(KEY, JSON.stringify(valid))],
    ['is of another key', () => store.entries.set(KEY, sealed.seal('nest-clerk:1:other', valid))],
    ['is an object', () => store.entries.set(KEY, valid)],
    ['has a value of another form', () => forged({ ...valid, value: { admin: true } })],
    ['has a rejection of another form', () => forged({ ...valid, value: undefined, rejection: 7 })],
    ['has no times', () => forged({ value: 'stored' })],
    ['has times that are no numbers', () => forged({ ...valid, madeAt: '0', endsAt: 'Infinity' })],
    ['ends never', () => forged({ ...valid, madeAt: 0, endsAt: Number.MAX_SAFE_INTEGER })],
    [
      'is from the future',
      () => forged({ ...valid, madeAt: START + MAX_CLOCK_LEAD_MS + 1, endsAt: START + 2 * TTL }),
    ],
    ['is a list', () => forged([valid])],
    ['is null', () => forged(null)],
  ])('is ignored and replaced if it %s', async (_name, poison) => {
    poison();
    expect(await get()).toBe('answer 1');
    await settled();
    expect(await get()).toBe('answer 1');
    expect(calls).toBe(1);
  });
});

describe('a clock that jumps', () => {
  it('back ends the entries of the time after, beyond the tolerance between instances', async () => {
    await get();
    now -= MAX_CLOCK_LEAD_MS;
    expect(await get()).toBe('answer 1');
    now -= 3_600_000;
    expect(await get()).toBe('answer 2');
  });

  it('forward ends the entries of the time before', async () => {
    await get();
    now += 86_400_000;
    expect(await get()).toBe('answer 2');
  });
});
