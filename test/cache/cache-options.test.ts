import { describe, expect, it } from '@jest/globals';
import Keyv from 'keyv';

import { cacheSettings } from '../../lib/cache/cache-options.js';
import { MemoryCacheStore } from '../../lib/cache/memory-cache-store.js';

const tokens = { ttlMs: 60_000, rejectedTtlMs: 10_000 };

it.each([
  [{ machineTokens: true }, { machineTokens: tokens }],
  [{ machineTokens: {} }, { machineTokens: tokens }],
  [{ machineTokens: { ttl: 5000 } }, { machineTokens: { ttlMs: 5000, rejectedTtlMs: 5000 } }],
  [{ machineTokens: { ttl: 5000, rejectedTtl: 0 } }, { machineTokens: { ttlMs: 5000, rejectedTtlMs: 0 } }],
  [{ users: true, machineTokens: false }, { users: { ttlMs: 60_000 } }],
  [{ organizations: { ttl: 86_400_000 } }, { organizations: { ttlMs: 86_400_000 } }],
])('%j has its defaults', (options, expected) => {
  const nothing = { store: undefined, machineTokens: undefined, users: undefined, organizations: undefined };
  expect(cacheSettings(options)).toEqual({ ...nothing, storeTimeoutMs: 100, ...expected });
});

describe('rejects', () => {
  it.each([
    [null, '`cache` is an object'],
    [true, '`cache` is an object'],
    [{}, 'caches nothing'],
    [{ users: false }, 'caches nothing'],
    [{ machineToken: true }, 'no option `machineToken`'],
    [{ machineTokens: { ttlMs: 5 } }, 'no option `ttlMs`'],
    [{ machineTokens: 60 }, '`cache.machineTokens` is true, false or an object'],
    [{ machineTokens: { ttl: 0 } }, '`cache.machineTokens.ttl`'],
    [{ machineTokens: { ttl: '60s' } }, '`cache.machineTokens.ttl`'],
    [{ machineTokens: { ttl: 3_600_001 } }, '`cache.machineTokens.ttl`'],
    [{ machineTokens: { ttl: Number.NaN } }, '`cache.machineTokens.ttl`'],
    [{ machineTokens: { ttl: 1000, rejectedTtl: 1001 } }, '`cache.machineTokens.rejectedTtl`'],
    [{ users: { ttl: Number.POSITIVE_INFINITY } }, '`cache.users.ttl`'],
    [{ users: true, storeTimeout: 0 }, '`cache.storeTimeout`'],
    [{ users: true, store: 'redis://localhost' }, '`cache.store`'],
    [{ users: true, store: null }, '`cache.store`'],
    [{ users: true, store: new Map() }, '`cache.store`'],
    [{ users: true, store: { get() {}, set() {}, del() {} } }, '`cache.store`'],
  ])('%j with the code option_invalid', (options, message) => {
    expect(() => cacheSettings(options as never)).toThrow(
      expect.objectContaining({ code: 'option_invalid', message: expect.stringContaining(message) }),
    );
  });
});

it('takes a Keyv and a MemoryCacheStore', () => {
  for (const store of [new Keyv(), new MemoryCacheStore()]) {
    expect(cacheSettings({ store, users: true }).store).toBe(store);
  }
});

describe('MemoryCacheStore', () => {
  it('has entries until their end or their deletion', () => {
    const store = new MemoryCacheStore();
    store.set('a', 'value', 60_000);
    store.set('b', 'value', 60_000);
    store.set('c', 'value', 0);
    store.delete('b');
    expect(['a', 'b', 'c', 'd'].map(key => store.get(key))).toEqual([
      'value',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('discards entries beyond its size', () => {
    const store = new MemoryCacheStore({ maxBytes: 10_000 });
    for (let index = 0; index < 1000; index++) store.set(`key ${index}`, 'x'.repeat(300), 60_000);
    const left = Array.from({ length: 1000 }, (_, index) => store.get(`key ${index}`)).filter(Boolean);
    expect(left.length).toBeGreaterThan(5);
    expect(left.length).toBeLessThanOrEqual(20);
  });
});
