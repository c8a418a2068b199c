import { describe, expect, it } from '@jest/globals';

import { difference, median, pairedSpread, quantile, ratio, spreadOf } from './statistics.js';

describe('quantile', () => {
  it.each([
    [[3], 0.99, 3],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[5, 1, 3], 0.5, 3],
    [[10, 2], 0.25, 4],
    [[9, 1, 5, 7, 3], 0.75, 7],
    [[1, 2, 3], 0, 1],
    [[1, 2, 3], 1, 3],
  ])('of %j at %d is %d', (values, fraction, expected) => {
    expect(quantile(values, fraction)).toBeCloseTo(expected);
  });

  it('sorts numbers by value', () => {
    expect(median([100, 9, 20])).toBe(20);
  });

  it('leaves its argument in its order', () => {
    const values = [3, 1, 2];
    quantile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  it('is NaN without values', () => {
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('spreadOf', () => {
  it('has the median and the quartiles', () => {
    expect(spreadOf([5, 1, 2, 4, 3])).toEqual({ low: 2, median: 3, high: 4 });
  });
});

describe('pairedSpread', () => {
  it('compares the values of the same round', () => {
    // The machine was slower in each round, and the difference stayed.
    expect(pairedSpread([15, 105, 1005], [10, 100, 1000], difference)).toEqual({
      low: 5,
      median: 5,
      high: 5,
    });
  });

  it('divides the value by that of the base', () => {
    expect(pairedSpread([5, 50], [10, 100], ratio).median).toBe(0.5);
  });

  it('rejects values of different numbers of rounds', () => {
    expect(() => pairedSpread([1], [1, 2], difference)).toThrow('1 rounds cannot be paired with 2');
  });
});
