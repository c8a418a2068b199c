import { describe, expect, it } from '@jest/globals';

import { MEMORY_LIMIT_MIB, memoryFault } from './memory-fault.js';

const samples = (heaps: readonly number[]) =>
  heaps.map((heap, index) => ({ tokens: index * 1000, heap, external: 2, resident: 100 }));
const numbers = (count: number, heapOf: (index: number) => number) =>
  samples([20, ...Array.from({ length: count }, (_, index) => heapOf(index))]);

describe('memoryFault', () => {
  it('accepts a heap that rises and falls within the limit', () => {
    expect(memoryFault(numbers(40, index => 34 + (index % 7)))).toBeUndefined();
  });

  it('accepts a heap that rises to a plateau', () => {
    expect(memoryFault(numbers(40, index => Math.min(20 + 4 * index, 50)))).toBeUndefined();
  });

  it('finds a heap above the limit', () => {
    const fault = memoryFault(numbers(40, index => (index === 30 ? 21 + MEMORY_LIMIT_MIB : 40)));
    expect(fault).toContain('The heap grew by 49.0 MiB');
  });

  it('finds a heap that grows on', () => {
    expect(memoryFault(numbers(40, index => 24 + index))).toContain('still grew by 10.0 MiB');
  });

  it('does not judge by a few samples', () => {
    expect(memoryFault(samples([20, 21]))).toBe('Too few samples.');
  });
});
