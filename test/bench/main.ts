/**
 * Measures what authentication costs a Nest server, side by side in one run: `npm run bench -- --rounds 5
 * --requests 12000 --json results.json`. The package is measured as built (`dist`); nothing is asserted on time.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BackendApi } from '../conformance/backend-api.js';
import { createInstances } from '../conformance/clerk-instance.js';
import { measureClients, printClients } from './backend-api-client.js';
import type { BenchCase } from './cases.js';
import { CASES } from './cases.js';
import { Load } from './load.js';
import { MeasuredServer } from './measured-server.js';
import type { ServerName } from './servers.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    requests: { type: 'string', default: '12000' },
    json: { type: 'string' },
  },
});
if (!existsSync(new URL('../../dist/index.js', import.meta.url))) {
  throw new Error('The package is measured as built: run `npm run build` first.');
}
const rounds = Number(values.rounds);
const requestsPerRound = Number(values.requests);

const BASELINE: ServerName = 'empty guard';
const CALLS_PER_ROUND = 2000;
const SERVERS: ServerName[] = ['bare Nest', BASELINE, '@clerk/express', 'nest-clerk'];

interface Sample {
  cpuMicroseconds: number;
  requestsPerSecond: number;
}

interface Result extends Sample {
  case: string;
  server: ServerName;
  microsecondsOverBaseline: number;
}

const instances = createInstances();
const instance = instances.production;
const backend = new BackendApi(instances);
const { publishableKey, secretKey } = instance;
const options = { publishableKey, secretKey, apiUrl: await backend.listen() };
const servers = await Promise.all(SERVERS.map(name => MeasuredServer.start(name, options)));
const samples = new Map<string, Sample[]>();

for (let round = -1; round < rounds; round++) {
  for (const benchCase of CASES) {
    const requests = await benchCase.requests(instance, requestsPerRound);
    // Every round begins with another server, so that load on the machine affects all of them.
    const order = servers.map((_, index) => servers[(index + round + 1) % servers.length]!);
    for (const server of order) {
      const sample = await measure(server, benchCase, requests);
      // The first round is the warm-up.
      if (round >= 0) samplesOf(benchCase, server.name).push(sample);
    }
  }
}
servers.forEach(server => server.stop());
backend.close();

const results = CASES.flatMap(benchCase => resultsOf(benchCase));
printTable(results);
const clients = await measureClients(rounds, CALLS_PER_ROUND);
printClients(clients, rounds, CALLS_PER_ROUND);
if (values.json)
  writeFileSync(values.json, `${JSON.stringify({ rounds, requestsPerRound, results, clients }, null, 2)}\n`);

async function measure(server: MeasuredServer, { status }: BenchCase, requests: Buffer[]): Promise<Sample> {
  const authenticates = server.name === '@clerk/express' || server.name === 'nest-clerk';
  const load = await Load.connect(server.port);
  const cpuBefore = await server.cpuTime();
  const began = process.hrtime.bigint();
  await load.send(requests, requestsPerRound, authenticates ? status : 200);
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const cpuMicroseconds = ((await server.cpuTime()) - cpuBefore) / requestsPerRound;
  load.close();
  return { cpuMicroseconds, requestsPerSecond: requestsPerRound / seconds };
}

function samplesOf({ name }: BenchCase, server: ServerName): Sample[] {
  const key = `${name} ${server}`;
  const existing = samples.get(key) ?? [];
  samples.set(key, existing);
  return existing;
}

function resultsOf(benchCase: BenchCase): Result[] {
  const medians = SERVERS.map(server => ({ server, ...medianOf(samplesOf(benchCase, server)) }));
  const baseline = medians.find(({ server }) => server === BASELINE)!.cpuMicroseconds;
  return medians.map(median => ({
    case: benchCase.name,
    ...median,
    microsecondsOverBaseline: median.cpuMicroseconds - baseline,
  }));
}

function medianOf(all: Sample[]): Sample {
  return {
    cpuMicroseconds: median(all.map(sample => sample.cpuMicroseconds)),
    requestsPerSecond: median(all.map(sample => sample.requestsPerSecond)),
  };
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function printTable(rows: Result[]): void {
  console.log(`Server CPU per request, median of ${rounds} rounds of ${requestsPerRound} requests\n`);
  console.log(
    `${'case'.padEnd(25)}${'server'.padEnd(16)}${'CPU µs'.padStart(8)}${'over'.padStart(8)}${'req/s'.padStart(9)}`,
  );
  for (const row of rows) {
    const over = row.server === BASELINE ? '' : row.microsecondsOverBaseline.toFixed(0);
    const line = [
      row.case.padEnd(25),
      row.server.padEnd(16),
      row.cpuMicroseconds.toFixed(0).padStart(8),
      over.padStart(8),
      row.requestsPerSecond.toFixed(0).padStart(9),
    ];
    console.log(line.join(''));
  }
  console.log(
    `\n"over" is against "${BASELINE}": Nest with an empty guard and an empty parameter decorator.`,
  );
}
