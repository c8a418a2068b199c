import { machineText } from './machine.js';
import { buildDifferences, rowOf } from './results.js';
import type { BenchRun, BuildDifference, Row, Series } from './results.js';
import type { Spread } from './statistics.js';
import { textTable } from './text-table.js';

const ADAPTER_TITLES = {
  express: 'Express',
  fastify: 'Fastify',
  graphql: 'GraphQL (Apollo on Express)',
  websocket: 'WebSocket (ws on Express)',
};

/** The tables of a run, and what they depend on. They are readable in a terminal and are Markdown. */
export function benchReport(run: BenchRun): string {
  const { machine, options, series } = run;
  return [
    machineText(machine),
    `Medians of ${options.rounds} alternating rounds of ${options.seconds} s in each of ${options.processes} processes, quartiles in brackets; the server's own CPU time.\n` +
      '"above" is above the first line of each case: Nest with a guard and a parameter decorator that do nothing, or that throws.',
    benchTables(run),
    ...(options.against ? [comparisonReport(series, options.against)] : []),
  ].join('\n\n');
}

/** One table for each adapter and number of connections. */
export function benchTables({ series }: BenchRun): string {
  return groups(series)
    .map(group => {
      const rows = group.map(each => cells(rowOf(each, series)));
      return `${titleOf(group[0]!)}:\n\n${textTable(HEAD, rows)}`;
    })
    .join('\n\n');
}

/** As the tables name the build of another revision. */
export function otherBuildName(revision: string): string {
  return `nest-clerk at ${revision}`;
}

const HEAD = [
  'case',
  'server',
  'CPU µs',
  'above µs',
  'requests/s',
  'of base',
  'busy',
  'p50 ms',
  'p99 ms',
  'bytes above',
];

function cells(row: Row): string[] {
  const { series, cpu, requestsPerSecond, busy, cpuAbove, throughput, p50, p99, allocatedAbove } = row;
  return [
    series.title,
    series.server,
    cpu.median.toFixed(1),
    cpuAbove ? spread(cpuAbove, 1) : '',
    Math.round(requestsPerSecond).toLocaleString('en'),
    throughput ? spread(throughput, 2) : '',
    `${Math.round(busy * 100)} %`,
    p50.toFixed(2),
    p99.toFixed(2),
    allocatedAbove === undefined ? '' : Math.round(allocatedAbove).toLocaleString('en'),
  ];
}

function comparisonReport(series: readonly Series[], revision: string): string {
  const head = ['case', 'CPU µs', 'requests/s', 'p99 ms', 'bytes'];
  const rows = buildDifferences(series, 'nest-clerk', otherBuildName(revision)).map(differenceCells);
  return `The present build compared with ${revision}\n\n${textTable(head, rows)}`;
}

function differenceCells({ series, cpu, throughput, p99, allocated }: BuildDifference): string[] {
  return [
    `${titleOf(series)}: ${series.title}`,
    signed(spread(cpu, 1)),
    `× ${spread(throughput, 2)}`,
    signed(spread(p99, 2)),
    allocated === undefined ? '' : signed(String(Math.round(allocated))),
  ];
}

function titleOf({ adapter, connections }: Series): string {
  return `${ADAPTER_TITLES[adapter]}, ${connections} connections`;
}

/** The series of one adapter and number of connections make one table. */
function groups(series: readonly Series[]): Series[][] {
  const byTitle = new Map<string, Series[]>();
  for (const each of series) byTitle.set(titleOf(each), [...(byTitle.get(titleOf(each)) ?? []), each]);
  return [...byTitle.values()];
}

function spread({ median, low, high }: Spread, digits: number): string {
  return `${median.toFixed(digits)} [${low.toFixed(digits)}, ${high.toFixed(digits)}]`;
}

function signed(text: string): string {
  return text.startsWith('-') ? text : `+${text}`;
}
