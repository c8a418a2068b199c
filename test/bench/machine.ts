import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

/** What the figures depend on. */
export interface Machine {
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  /** The processes that wanted a core, on average over the last minute. */
  readonly loadAverage: number;
  readonly versions: Readonly<Record<string, string>>;
}

const PACKAGES = [
  '@nestjs/core',
  'express',
  'fastify',
  '@nestjs/graphql',
  '@apollo/server',
  'ws',
  '@clerk/express',
  '@clerk/fastify',
];

export function describeMachine(): Machine {
  return {
    date: new Date().toISOString(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    loadAverage: loadavg()[0]!,
    versions: {
      node: process.version.slice(1),
      ...Object.fromEntries(PACKAGES.map(name => [name, versionOf(name)])),
    },
  };
}

/** Two or three lines for a table's head. */
export function machineText({
  date,
  processor,
  cores,
  memoryGiB,
  system,
  loadAverage,
  versions,
}: Machine): string {
  const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `${date.slice(0, 16).replace('T', ' ')} UTC, ${processor}, ${cores} cores, ${memoryGiB} GiB, ${system}, load average ${loadAverage.toFixed(1)}`,
    packages.join(', '),
  ].join('\n');
}

function versionOf(name: string): string {
  // Some packages do not export their package.json, so it is read from the directory where they are found.
  const directories = createRequire(import.meta.url).resolve.paths(name) ?? [];
  for (const directory of directories) {
    try {
      const text = readFileSync(`${directory}/${name}/package.json`, 'utf8');
      return (JSON.parse(text) as { version: string }).version;
    } catch {
      // The next directory may have it.
    }
  }
  return 'not installed';
}
