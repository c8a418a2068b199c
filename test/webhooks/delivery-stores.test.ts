import { expect, test } from '@jest/globals';
import { MemoryDeliveryStore } from 'nest-clerk';

test('MemoryDeliveryStore claims a delivery once, until the claim is released, completed or expired', () => {
  let now = 0;
  const store = new MemoryDeliveryStore({ now: () => now });
  expect(store.claim('a', 100)).toBe('new');
  expect(store.claim('a', 100)).toBe('in-progress');
  store.release('a');
  expect(store.claim('a', 100)).toBe('new');
  now = 99;
  expect(store.claim('a', 100)).toBe('in-progress');
  now = 100;
  expect(store.claim('a', 100)).toBe('new');
  store.complete('a');
  now = 1e12;
  expect(store.claim('a', 100)).toBe('done');
});

test('MemoryDeliveryStore extends a claim', () => {
  let now = 0;
  const store = new MemoryDeliveryStore({ now: () => now });
  store.claim('a', 100);
  now = 90;
  store.renew('a', 100);
  now = 189;
  expect(store.claim('a', 100)).toBe('in-progress');
});

test('MemoryDeliveryStore discards the oldest completed deliveries beyond its size, and no claim', () => {
  const store = new MemoryDeliveryStore({ maxEntries: 2 });
  store.claim('claimed', 100_000);
  for (const id of ['a', 'b', 'c']) store.complete(id);
  expect(store.claim('claimed', 100)).toBe('in-progress');
  expect([store.claim('c', 1), store.claim('b', 1), store.claim('a', 1)]).toEqual(['done', 'done', 'new']);
});
