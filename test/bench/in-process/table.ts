import type { Machine } from '../machine.js';
import type { Spread } from '../statistics.js';
import { textTable } from '../text-table.js';

/** What a request costs without sockets. */
export interface InProcessResult {
  readonly case: string;
  /** The name of the measured build. */
  readonly build: string;
  /** Microseconds. */
  readonly cpu: Spread;
  /** Allocated memory. */
  readonly bytes: number;
}

/** What `npm run bench:in-process` measured. */
export interface InProcessRun {
  readonly machine: Machine;
  readonly results: readonly InProcessResult[];
}

/** A line for each case, with the figures of each build. */
export function inProcessTable(results: readonly InProcessResult[]): string {
  const cases = [...new Set(results.map(each => each.case))];
  const builds = [...new Set(results.map(({ build }) => build))];
  const head = ['case', ...builds.flatMap(build => [`${build}: CPU µs`, 'quartiles', 'bytes'])];
  const cells = ({ cpu: { median, low, high }, bytes }: InProcessResult) => [
    median.toFixed(2),
    `${low.toFixed(2)} to ${high.toFixed(2)}`,
    Math.round(bytes).toLocaleString('en'),
  ];
  const rows = cases.map(name => [name, ...results.filter(each => each.case === name).flatMap(cells)]);
  return textTable(head, rows);
}
