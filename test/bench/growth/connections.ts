import { createInstances } from '../../conformance/clerk-instance.js';
import { KeySetApi } from '../backend-api.js';
import { CaseFactory } from '../cases.js';
import type { BenchOptions } from '../options.js';
import type { Series } from '../results.js';
import { rowOf } from '../results.js';
import { measureRepeatedly } from '../runner.js';
import type { ConnectionFigures } from './growth-figures.js';

const CONNECTIONS = [1, 3, 10, 30, 100, 300, 1000];

/** Warm Bearer tokens over real sockets, as in `npm run bench`. */
export async function measureConnections(
  rounds: number,
  seconds: number,
  packageDirectory: string,
  onProgress: (text: string) => void,
): Promise<ConnectionFigures[]> {
  const { production: instance } = createInstances();
  const backend = new KeySetApi([instance]);
  const apiUrl = await backend.listen();
  const options: BenchOptions = {
    processes: 2,
    rounds,
    seconds,
    adapters: ['express', 'fastify'],
    cases: ['bearer'],
    connections: CONNECTIONS,
    hasReference: false,
    against: undefined,
    json: undefined,
  };
  const factory = new CaseFactory(instance, [], 0);
  const series: Series[] = [];
  for (const adapter of options.adapters) {
    const benchCase = (await factory.create('bearer', adapter))!;
    const builds = { present: packageDirectory, other: undefined };
    series.push(...(await measureRepeatedly([benchCase], options, builds, apiUrl, onProgress)));
  }
  backend.close();
  return series.map(each => {
    const { cpu, requestsPerSecond, p50, p99 } = rowOf(each, series);
    return {
      adapter: each.adapter as ConnectionFigures['adapter'],
      server: each.server as ConnectionFigures['server'],
      connections: each.connections,
      cpu: cpu.median,
      requestsPerSecond,
      p50,
      p99,
    };
  });
}
