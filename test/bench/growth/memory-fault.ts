import { median } from '../statistics.js';
import type { MemorySample } from './growth-figures.js';

/** The limit of remembered tokens of a process, as lib/tokens/token-verifier.ts has it. */
export const MEMORY_LIMIT_MIB = 48;
/** How much the median of the last quarter may exceed that of the third. Between collections of old tokens the heap rises and falls. */
const TOLERANCE_MIB = 4;

/**
 * Says what is wrong with the memory of a process that used distinct tokens.
 *
 * @param samples - the first one before any token
 * @returns `undefined` if the heap stays within the limit and does not grow on
 */
export function memoryFault(samples: readonly MemorySample[]): string | undefined {
  const [first, ...later] = samples.map(({ heap }) => heap);
  if (first === undefined || later.length < 4) return 'Too few samples.';
  const growth = Math.max(...later) - first;
  if (growth > MEMORY_LIMIT_MIB) {
    return `The heap grew by ${growth.toFixed(1)} MiB; the limit of remembered tokens is ${MEMORY_LIMIT_MIB} MiB.`;
  }
  const quarter = Math.floor(later.length / 4);
  const rise = median(later.slice(-quarter)) - median(later.slice(-2 * quarter, -quarter));
  if (rise > TOLERANCE_MIB) return `The heap still grew by ${rise.toFixed(1)} MiB in the last quarter.`;
  return undefined;
}
