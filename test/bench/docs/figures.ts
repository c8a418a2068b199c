import { readFileSync } from 'node:fs';

import type { PerformanceFigures } from './performance-page.js';

/** Reads the measured figures of the repository. */
export function readFigures(root: string): PerformanceFigures {
  const read = (name: string) =>
    JSON.parse(readFileSync(`${root}/test/bench/figures/${name}.json`, 'utf8')) as unknown;
  return {
    bench: read('bench') as PerformanceFigures['bench'],
    inProcess: read('in-process') as PerformanceFigures['inProcess'],
    growth: read('growth') as PerformanceFigures['growth'],
    memory: read('memory') as PerformanceFigures['memory'],
  };
}
