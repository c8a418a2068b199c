import type { GrowthFigures, MemoryFigures } from '../growth/growth-figures.js';
import { MEMORY_LIMIT_MIB } from '../growth/memory-fault.js';
import { inProcessTable } from '../in-process/table.js';
import type { InProcessRun } from '../in-process/table.js';
import { benchTables } from '../report.js';
import type { BenchRun } from '../results.js';
import { machineText } from '../machine.js';
import type { Machine } from '../machine.js';
import type { Spread } from '../statistics.js';
import { textTable } from '../text-table.js';
import { svgPlot } from './svg-plot.js';
import type { PlotLine } from './svg-plot.js';

/** What `npm run bench`, `bench:in-process`, `bench:growth` and `bench:memory` measured. */
export interface PerformanceFigures {
  readonly bench: BenchRun;
  readonly inProcess: InProcessRun;
  readonly growth: GrowthFigures;
  readonly memory: MemoryFigures;
}

/** The generated sections of docs/performance.md, by name. */
export function performanceSections({
  bench,
  inProcess,
  growth,
  memory,
}: PerformanceFigures): ReadonlyMap<string, string> {
  return new Map([
    ['bench', `${measuredOn(bench.machine)}\n\n${benchTables(bench)}`],
    ['in-process', `${measuredOn(inProcess.machine)}\n\n${inProcessTable(inProcess.results)}`],
    ['growth', measuredOn(growth.machine)],
    ['connections', connectionTable(growth)],
    ['tokens', tokenTable(growth)],
    ['tenants', tenantTable(growth)],
    ['permissions', permissionTable(growth)],
    ['memory', `${measuredOn(memory.machine)}\n\n${memoryTable(memory)}`],
  ]);
}

/** The images of docs/performance/, by file name. */
export function performancePlots({ growth, memory }: PerformanceFigures): ReadonlyMap<string, string> {
  const latency = (adapter: 'express' | 'fastify') =>
    svgPlot({
      title: `Latency of a warm Bearer token, ${adapterName(adapter)}`,
      xLabel: 'connections',
      yLabel: 'milliseconds',
      xScale: 'logarithmic',
      yScale: 'logarithmic',
      lines: (['empty guard', 'nest-clerk'] as const).flatMap(server =>
        (['p50', 'p99'] as const).map(percentile => ({
          name: `${server}, ${percentile}`,
          points: growth.connections
            .filter(each => each.adapter === adapter && each.server === server)
            .map(each => [each.connections, each[percentile]] as const),
        })),
      ),
    });
  return new Map([
    ['latency-express.svg', latency('express')],
    ['latency-fastify.svg', latency('fastify')],
    ['cpu-connections.svg', cpuPlot(growth)],
    [
      'cpu-tokens.svg',
      svgPlot({
        title: 'CPU time of a request, by distinct tokens in rotation',
        xLabel: 'tokens',
        yLabel: 'microseconds',
        xScale: 'logarithmic',
        yScale: 'linear',
        lines: [{ name: 'nest-clerk', points: growth.tokens.map(each => [each.tokens, each.cpu.median]) }],
      }),
    ],
    [
      'cpu-tenants.svg',
      svgPlot({
        title: 'CPU time of a request, by tenants',
        xLabel: 'tenants',
        yLabel: 'microseconds',
        xScale: 'logarithmic',
        yScale: 'linear',
        lines: [{ name: 'nest-clerk', points: growth.tenants.map(each => [each.tenants, each.cpu.median]) }],
      }),
    ],
    ['cpu-permissions.svg', permissionPlot(growth)],
    ['memory.svg', memoryPlot(memory)],
  ]);
}

function measuredOn(machine: Machine): string {
  return machineText(machine).split('\n').join('; ') + '.';
}

function adapterName(adapter: 'express' | 'fastify'): string {
  return adapter === 'express' ? 'Express' : 'Fastify';
}

function connectionTable({ connections }: GrowthFigures): string {
  return textTable(
    ['adapter', 'connections', 'server', 'CPU µs', 'requests/s', 'p50 ms', 'p99 ms'],
    connections.map(each => [
      adapterName(each.adapter),
      String(each.connections),
      each.server,
      each.cpu.toFixed(1),
      Math.round(each.requestsPerSecond).toLocaleString('en'),
      each.p50.toFixed(2),
      each.p99.toFixed(2),
    ]),
  );
}

function cpuPlot({ connections }: GrowthFigures): string {
  const line = (adapter: 'express' | 'fastify', server: 'empty guard' | 'nest-clerk'): PlotLine => ({
    name: `${adapterName(adapter)}, ${server}`,
    points: connections
      .filter(each => each.adapter === adapter && each.server === server)
      .map(each => [each.connections, each.cpu]),
  });
  return svgPlot({
    title: 'CPU time of the server per request, warm Bearer token',
    xLabel: 'connections',
    yLabel: 'microseconds',
    xScale: 'logarithmic',
    yScale: 'linear',
    lines: [
      line('express', 'empty guard'),
      line('express', 'nest-clerk'),
      line('fastify', 'empty guard'),
      line('fastify', 'nest-clerk'),
    ],
  });
}

function tokenTable({ tokens }: GrowthFigures): string {
  return textTable(
    ['distinct tokens', 'CPU µs', 'quartiles'],
    tokens.map(({ tokens: count, cpu }) => [
      count.toLocaleString('en'),
      cpu.median.toFixed(1),
      quartiles(cpu),
    ]),
  );
}

function tenantTable({ tenants }: GrowthFigures): string {
  return textTable(
    ['tenants', 'CPU µs', 'quartiles', 'first request of a tenant, µs', 'heap for a tenant, KiB'],
    tenants.map(({ tenants: count, cpu, firstRequest, heapPerTenant }) => [
      count.toLocaleString('en'),
      cpu.median.toFixed(1),
      quartiles(cpu),
      Math.round(firstRequest).toLocaleString('en'),
      heapPerTenant.toFixed(1),
    ]),
  );
}

function permissionTable({ permissions }: GrowthFigures): string {
  const counts = [...new Set(permissions.map(each => each.permissions))];
  const roles = [...new Set(permissions.map(each => each.roles))];
  const find = (role: number, count: number) =>
    permissions.find(each => each.roles === role && each.permissions === count)!;
  const sizes = counts.map(count => `${find(roles[0]!, count).tokenBytes.toLocaleString('en')} bytes`);
  return textTable(
    ['roles', ...counts.map(count => `${count} permission${count === 1 ? '' : 's'}`)],
    [
      ...roles.map(role => [
        String(role),
        ...counts.map(count => `${find(role, count).cpu.median.toFixed(1)} µs`),
      ]),
      ['length of the token', ...sizes],
    ],
  );
}

function permissionPlot({ permissions }: GrowthFigures): string {
  const roles = [...new Set(permissions.map(each => each.roles))];
  return svgPlot({
    title: 'CPU time of a request to a handler with @Protect({ role, permission })',
    xLabel: 'permissions in the token',
    yLabel: 'microseconds',
    xScale: 'logarithmic',
    yScale: 'linear',
    lines: roles.map(role => ({
      name: `${role} role${role === 1 ? '' : 's'}`,
      points: permissions
        .filter(each => each.roles === role)
        .map(each => [each.permissions, each.cpu.median] as const),
    })),
  });
}

/** Ten lines of the samples, with the first and the last. */
function memoryTable({ samples }: MemoryFigures): string {
  const last = samples.length - 1;
  const rows = Array.from({ length: 11 }, (_, index) => samples[Math.round((index * last) / 10)]!);
  return textTable(
    ['distinct tokens', 'heap MiB', 'buffers MiB', 'resident MiB'],
    rows.map(({ tokens, heap, external, resident }) => [
      tokens.toLocaleString('en'),
      heap.toFixed(1),
      external.toFixed(1),
      resident.toFixed(0),
    ]),
  );
}

function memoryPlot({ samples }: MemoryFigures): string {
  const before = samples[0]!.heap;
  return svgPlot({
    title: 'Heap after a garbage collection, while every token is new',
    xLabel: 'distinct tokens',
    yLabel: 'MiB',
    xScale: 'linear',
    yScale: 'linear',
    lines: [{ name: 'heap', points: samples.map(({ tokens, heap }) => [tokens, heap]) }],
    limit: {
      y: before + MEMORY_LIMIT_MIB,
      name: `heap at the start and ${MEMORY_LIMIT_MIB} MiB`,
    },
  });
}

function quartiles({ low, high }: Spread): string {
  return `${low.toFixed(1)} to ${high.toFixed(1)}`;
}
