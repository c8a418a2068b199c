import type { Machine } from './machine.js';
import type { AdapterName, BenchOptions, CaseName } from './options.js';
import { difference, median, pairedSpread, ratio, spreadOf } from './statistics.js';
import type { Spread } from './statistics.js';

/** One measurement of a server. */
export interface Sample {
  /** CPU time of the process per request, in microseconds. */
  readonly cpu: number;
  /** Time per request in which the event loop was busy, in microseconds. */
  readonly mainThread: number;
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** The measurements of one server in one case, one a round. */
export interface Series {
  readonly adapter: AdapterName;
  readonly case: CaseName;
  readonly title: string;
  readonly connections: number;
  /** As the tables name it. */
  readonly server: string;
  readonly isBaseline: boolean;
  readonly samples: readonly Sample[];
  /** Bytes per request, if they were counted at this number of connections. */
  readonly allocated: number | undefined;
}

/** Joins what several processes of the same servers measured: lists of the same series, in the same order. */
export function mergeSeries(runs: readonly (readonly Series[])[]): Series[] {
  return (runs[0] ?? []).map((first, index) => {
    const each = runs.map(run => run[index]!);
    const allocated = each.flatMap(series => series.allocated ?? []);
    return {
      ...first,
      samples: each.flatMap(series => series.samples),
      allocated: allocated.length > 0 ? median(allocated) : undefined,
    };
  });
}

/** Everything that a run measured. */
export interface BenchRun {
  readonly machine: Machine;
  readonly options: Omit<BenchOptions, 'json'>;
  readonly series: readonly Series[];
}

/** What a server costs, compared with the baseline of its case in the same rounds. */
export interface Row {
  readonly series: Series;
  readonly cpu: Spread;
  readonly requestsPerSecond: number;
  /** The part of the time in which the event loop of the server was busy. */
  readonly busy: number;
  readonly p50: number;
  readonly p99: number;
  /** Microseconds above the baseline; `undefined` for the baseline itself, as the next two. */
  readonly cpuAbove: Spread | undefined;
  readonly throughput: Spread | undefined;
  /** Bytes above the baseline. */
  readonly allocatedAbove: number | undefined;
}

/** The difference between two builds of the package. */
export interface BuildDifference {
  readonly series: Series;
  readonly other: Series;
  readonly cpu: Spread;
  /** Requests per second of the present build in relation to the other. */
  readonly throughput: Spread;
  readonly p99: Spread;
  readonly allocated: number | undefined;
}

export function rowOf(series: Series, all: readonly Series[]): Row {
  const base = all.find(other => other.isBaseline && isSameCase(series, other));
  const compared = series.isBaseline ? undefined : base;
  return {
    series,
    cpu: spreadOf(series.samples.map(({ cpu }) => cpu)),
    requestsPerSecond: median(series.samples.map(({ requestsPerSecond }) => requestsPerSecond)),
    busy: median(
      series.samples.map(({ mainThread, requestsPerSecond }) => (mainThread * requestsPerSecond) / 1e6),
    ),
    p50: median(series.samples.map(({ p50 }) => p50)),
    p99: median(series.samples.map(({ p99 }) => p99)),
    cpuAbove: compared && paired(series, compared, 'cpu', difference),
    throughput: compared && paired(series, compared, 'requestsPerSecond', ratio),
    allocatedAbove: compared && allocatedMore(series, compared),
  };
}

/** Compares every series of `server` with that of `other` in the same case. */
export function buildDifferences(all: readonly Series[], server: string, other: string): BuildDifference[] {
  return all
    .filter(series => series.server === server)
    .flatMap(series => {
      const counterpart = all.find(each => each.server === other && isSameCase(series, each));
      if (!counterpart) return [];
      return {
        series,
        other: counterpart,
        cpu: paired(series, counterpart, 'cpu', difference),
        throughput: paired(series, counterpart, 'requestsPerSecond', ratio),
        p99: paired(series, counterpart, 'p99', difference),
        allocated: allocatedMore(series, counterpart),
      };
    });
}

function isSameCase(one: Series, other: Series): boolean {
  return one.adapter === other.adapter && one.case === other.case && one.connections === other.connections;
}

function paired(
  series: Series,
  base: Series,
  field: keyof Sample,
  combine: (value: number, baseValue: number) => number,
): Spread {
  const valuesOf = ({ samples }: Series) => samples.map(sample => sample[field]);
  return pairedSpread(valuesOf(series), valuesOf(base), combine);
}

function allocatedMore(series: Series, base: Series): number | undefined {
  if (series.allocated === undefined || base.allocated === undefined) return undefined;
  return series.allocated - base.allocated;
}
