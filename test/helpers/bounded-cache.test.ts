import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { BoundedCache } from '../../lib/helpers/bounded-cache.js';

describe('BoundedCache', () => {
  it('keeps the most recently used values, up to half of the limit at least', () => {
    const cache = new BoundedCache<number, number>(20);
    for (let n = 0; n < 100; n++) {
      cache.set(n, n);
      cache.get(0);
    }

    expect(cache.get(0)).toBe(0);
    for (let n = 92; n < 100; n++) expect(cache.get(n)).toBe(n);
    expect(cache.get(50)).toBeUndefined();
  });

  it('does not keep a value heavier than half of the limit', () => {
    const cache = new BoundedCache<string, number>(20, weight => weight);
    cache.set('small', 10);
    cache.set('large', 11);

    expect(cache.get('small')).toBe(10);
    expect(cache.get('large')).toBeUndefined();
  });

  it('replaces the earlier value of a key', () => {
    const cache = new BoundedCache<string, number>(20, weight => weight);
    cache.set('a', 1);
    cache.set('a', 11);

    expect(cache.get('a')).toBeUndefined();
  });

  it('never returns a replaced value and never exceeds the limit', () => {
    const key = fc.integer({ min: 0, max: 12 });
    const step = fc.oneof(
      fc.record({ set: key, weight: fc.integer({ min: 1, max: 30 }) }),
      fc.record({ get: key }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), steps => {
        const cache = new BoundedCache<number, { weight: number }>(50, ({ weight }) => weight);
        const model = new Map<number, { weight: number }>();
        for (const operation of steps) {
          if ('set' in operation) {
            const value = { weight: operation.weight };
            cache.set(operation.set, value);
            model.set(operation.set, value);
          } else {
            const value = cache.get(operation.get);
            if (value !== undefined) expect(value).toBe(model.get(operation.get));
          }
        }
        // Reading moves values, and so discards some; the remaining ones must fit.
        const held = [...model.keys()].filter(held => cache.get(held) !== undefined);
        const weights = held.map(held => cache.get(held)?.weight ?? 0);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(50);
      }),
    );
  });
});
