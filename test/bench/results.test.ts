import { describe, expect, it } from '@jest/globals';

import { buildDifferences, mergeSeries, rowOf } from './results.js';
import type { Series } from './results.js';
import { textTable } from './text-table.js';

function series(server: string, cpu: number[], more: Partial<Series> = {}): Series {
  return {
    adapter: 'express',
    case: 'bearer',
    title: 'warm Bearer',
    connections: 16,
    server,
    isBaseline: false,
    samples: cpu.map(each => ({
      cpu: each,
      mainThread: each,
      requestsPerSecond: 1000 / each,
      p50: 1,
      p99: 2,
    })),
    allocated: undefined,
    ...more,
  };
}

describe('rowOf', () => {
  const base = series('empty guard', [10, 20, 40], { isBaseline: true, allocated: 1000 });

  it('compares a server with the baseline of the same round', () => {
    const ours = series('nest-clerk', [12, 23, 41], { allocated: 1800 });
    const row = rowOf(ours, [base, ours]);

    expect(row.cpu.median).toBe(23);
    expect(row.cpuAbove?.median).toBe(2);
    expect(row.throughput?.median).toBeCloseTo(20 / 23);
    expect(row.allocatedAbove).toBe(800);
  });

  it('compares with the baseline of the same case, adapter and connections', () => {
    const others = [
      series('throwing guard', [1, 1, 1], { isBaseline: true, case: 'rejection' }),
      series('empty guard', [2, 2, 2], { isBaseline: true, adapter: 'fastify' }),
      series('empty guard', [3, 3, 3], { isBaseline: true, connections: 200 }),
    ];
    const ours = series('nest-clerk', [11, 21, 41]);
    expect(rowOf(ours, [...others, base, ours]).cpuAbove?.median).toBe(1);
  });

  it('compares the baseline with nothing', () => {
    expect(rowOf(base, [base])).toMatchObject({ cpuAbove: undefined, throughput: undefined });
  });
});

describe('mergeSeries', () => {
  it('joins the samples of each server in the order of the processes', () => {
    const runs = [
      [series('empty guard', [1, 2], { allocated: 10 }), series('nest-clerk', [3])],
      [series('empty guard', [4], { allocated: 30 }), series('nest-clerk', [5])],
    ];
    const [base, ours] = mergeSeries(runs);
    expect(base!.samples.map(({ cpu }) => cpu)).toEqual([1, 2, 4]);
    expect(base!.allocated).toBe(20);
    expect(ours!.samples.map(({ cpu }) => cpu)).toEqual([3, 5]);
    expect(ours!.allocated).toBeUndefined();
  });
});

describe('buildDifferences', () => {
  it('compares two builds in the same case', () => {
    const present = [series('nest-clerk', [10, 20]), series('nest-clerk', [5, 5], { connections: 200 })];
    const other = [
      series('nest-clerk at main', [12, 25]),
      series('nest-clerk at main', [4, 4], { connections: 200 }),
    ];
    const differences = buildDifferences([...present, ...other], 'nest-clerk', 'nest-clerk at main');

    expect(differences.map(({ series: { connections }, cpu }) => [connections, cpu.median])).toEqual([
      [16, -3.5],
      [200, 1],
    ]);
  });

  it('has nothing for a case that only one build has', () => {
    expect(buildDifferences([series('nest-clerk', [1])], 'nest-clerk', 'nest-clerk at main')).toEqual([]);
  });
});

describe('textTable', () => {
  it('is Markdown with numbers on the right', () => {
    expect(
      textTable(
        ['case', 'CPU µs'],
        [
          ['warm', '7.0'],
          ['first use', '+1,234'],
        ],
      ),
    ).toBe(
      [
        '| case      | CPU µs |',
        '| --------- | -----: |',
        '| warm      |    7.0 |',
        '| first use | +1,234 |',
      ].join('\n'),
    );
  });
});
