import { describe, expect, it } from '@jest/globals';

import { COOL_DOWN_MS, GuardedStore, LATE_LIMITS } from '../../lib/cache/guarded-store.js';
import { BROKEN_STORES, MapStore } from '../support/cache-stores.js';
import type { ClerkCacheStore } from '../../lib/cache/cache-store.js';

function guarded(store: ClerkCacheStore, timeoutMs = 5) {
  const warnings: string[] = [];
  const clock = { ms: 0 };
  const guard = new GuardedStore(
    store,
    timeoutMs,
    message => warnings.push(message),
    () => clock.ms,
  );
  return { guard, warnings, clock };
}

/** A store that fails until it is repaired. */
function repairable() {
  const store = new MapStore();
  let isBroken = true;
  let attempts = 0;
  return {
    get: (key: string) => {
      attempts++;
      return isBroken ? Promise.reject(new Error('down')) : store.get(key);
    },
    set: (key: string, value: string, ttl: number) => store.set(key, value, ttl),
    delete: (key: string) => store.delete(key),
    attempts: () => attempts,
    repair: () => (isBroken = false),
  };
}

describe.each(Object.entries(BROKEN_STORES))('a store that %s', (_name, store) => {
  it('has no entries, fails no call, and is one warning', async () => {
    const { guard, warnings, clock } = guarded(store);
    for (let index = 0; index < 2 * LATE_LIMITS; index++) {
      clock.ms += 5;
      expect(await guard.get('key')).toBeUndefined();
      await guard.set('key', 'value', 1000);
    }
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).not.toContain('password');
  });
});

describe('a store that failed', () => {
  it('is not used for ten seconds, also not by concurrent requests', async () => {
    const store = repairable();
    const { guard, clock } = guarded(store);
    await guard.get('key');
    clock.ms = COOL_DOWN_MS - 1;
    await Promise.all(Array.from({ length: 20 }, () => guard.get('key')));
    expect(store.attempts()).toBe(1);
  });

  it('is tried again by one request only', async () => {
    const store = repairable();
    const { guard, clock } = guarded(store);
    await guard.get('key');
    clock.ms = COOL_DOWN_MS;
    await Promise.all(Array.from({ length: 20 }, () => guard.get('key')));
    expect(store.attempts()).toBe(2);
  });

  it('is used again once it works, and that is said', async () => {
    const store = repairable();
    const { guard, warnings, clock } = guarded(store);
    await guard.get('key');
    store.repair();
    clock.ms = COOL_DOWN_MS;
    await guard.get('key');
    await guard.set('key', 'value', 1000);
    expect(await guard.get('key')).toBe('value');
    expect(warnings).toEqual([expect.stringContaining('failed'), expect.stringContaining('works again')]);
  });

  it('still gets deletions, since the entry may still be in it', async () => {
    const store = repairable();
    const { guard } = guarded(store);
    await store.set('key', 'value', 1000);
    await guard.get('key');
    await guard.delete('key');
    store.repair();
    expect(await store.get('key')).toBeUndefined();
  });
});

describe('a late answer', () => {
  function lateStore() {
    const answers: (() => void)[] = [];
    const isLate = { value: true };
    const get = () =>
      isLate.value
        ? new Promise<string>(resolve => answers.push(() => resolve('late')))
        : Promise.resolve('value');
    return { store: { get, set: () => undefined, delete: () => undefined }, isLate };
  }

  it('is a missing entry, and does not end the use of the store', async () => {
    const { store, isLate } = lateStore();
    const { guard, warnings } = guarded(store);
    expect(await Promise.all(Array.from({ length: 50 }, () => guard.get('key')))).toEqual(
      Array(50).fill(undefined),
    );
    isLate.value = false;
    expect(await guard.get('key')).toBe('value');
    expect(warnings).toEqual([]);
  });

  it('counts from the first one after an answer in time', async () => {
    const { store, isLate } = lateStore();
    const { guard, warnings, clock } = guarded(store);
    for (let round = 0; round < 5; round++) {
      isLate.value = true;
      await guard.get('key');
      clock.ms += 5 * (LATE_LIMITS - 2);
      await guard.get('key');
      isLate.value = false;
      await guard.get('key');
    }
    expect(warnings).toEqual([]);
  });
});

it('handles a rejection that comes after the time limit', async () => {
  let reject: (error: Error) => void = () => undefined;
  const { guard } = guarded({
    get: () => new Promise((_resolve, fail) => (reject = fail)),
    set: () => undefined,
    delete: () => undefined,
  });
  expect(await guard.get('key')).toBeUndefined();
  // An unhandled rejection would end the process.
  reject(new Error('too late'));
  await new Promise(resolve => setImmediate(resolve));
});

it('does not blame a store whose answer arrived while the process was busy', async () => {
  const { guard, warnings } = guarded({
    get: () => new Promise(resolve => setImmediate(() => resolve('value'))),
    set: () => undefined,
    delete: () => undefined,
  });
  const answer = guard.get('key');
  const began = performance.now();
  while (performance.now() < began + 20);
  expect(await answer).toBe('value');
  expect(warnings).toEqual([]);
});
