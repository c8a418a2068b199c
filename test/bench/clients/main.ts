/**
 * Measures the cost of the Backend API client, compared with @clerk/backend and @clerk/express, which has the
 * middleware too, as ours has: time and memory to import it and to create a client, each in processes of their own, and
 * CPU per call against a server on this machine: `npm run bench:client -- --rounds 3`. Nothing is asserted.
 */
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs, promisify } from 'node:util';

import { wholeNumber } from '../options.js';
import { median } from '../statistics.js';

const run = promisify(execFile);
const USER = JSON.stringify({ object: 'user', id: 'user_1', email_addresses: [], phone_numbers: [] });

/** The import of each client, from the built package. */
const CLIENTS = {
  'nest-clerk/express': new URL('../../../dist/express/index.js', import.meta.url).href,
  '@clerk/express': '@clerk/express',
  '@clerk/backend': '@clerk/backend',
} as const;
type ClientName = keyof typeof CLIENTS;

interface Start {
  importMs: number;
  constructMs: number;
  heapKiB: number;
}
interface ClientResult extends Start {
  client: ClientName;
  cpuMicrosecondsPerCall: number;
}

/** Measures both clients alternately, so that load on the machine affects both; returns the medians. */
async function measureClients(rounds: number, calls: number): Promise<ClientResult[]> {
  const server = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(USER),
  );
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const names = Object.keys(CLIENTS) as ClientName[];
  const all = new Map<ClientName, ClientResult[]>(names.map(name => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const client of round % 2 === 0 ? names : [...names].reverse()) {
      const start = await inProcess<Start>(startProgram(CLIENTS[client]));
      const { cpu } = await inProcess<{ cpu: number }>(callProgram(CLIENTS[client], apiUrl, calls));
      all.get(client)!.push({ client, ...start, cpuMicrosecondsPerCall: cpu });
    }
  }
  server.close();
  return names.map(client => medianOf(client, all.get(client)!));
}

function printClients(results: readonly ClientResult[], rounds: number, calls: number): void {
  console.log(`Backend API client, median of ${rounds} rounds; ${calls} calls of getUser() in each\n`);
  console.log(`${'client'.padEnd(20)}import ms   make ms  heap KiB  CPU µs per call`);
  for (const { client, importMs, constructMs, heapKiB, cpuMicrosecondsPerCall } of results) {
    const columns = [
      importMs.toFixed(1).padStart(9),
      constructMs.toFixed(2).padStart(10),
      heapKiB.toFixed(0).padStart(10),
      cpuMicrosecondsPerCall.toFixed(0).padStart(17),
    ];
    console.log(client.padEnd(20) + columns.join(''));
  }
}

async function inProcess<T>(program: string): Promise<T> {
  const node = ['--expose-gc', '--no-warnings', '--input-type=module', '--eval', program];
  const { stdout } = await run(process.execPath, node, {
    cwd: new URL('../../..', import.meta.url).pathname,
  });
  return JSON.parse(stdout) as T;
}

function startProgram(specifier: string): string {
  return `
    gc();
    const before = process.memoryUsage().heapUsed;
    const began = performance.now();
    const { createClerkClient } = await import(${JSON.stringify(specifier)});
    const imported = performance.now();
    globalThis.client = createClerkClient({ secretKey: 'sk_test_bench' });
    const made = performance.now();
    gc();
    const heapKiB = (process.memoryUsage().heapUsed - before) / 1024;
    console.log(JSON.stringify({ importMs: imported - began, constructMs: made - imported, heapKiB }));`;
}

/** CPU time, not wall time: the calls of both wait for the same server. */
function callProgram(specifier: string, apiUrl: string, calls: number): string {
  return `
    const { createClerkClient } = await import(${JSON.stringify(specifier)});
    const client = createClerkClient({ secretKey: 'sk_test_bench', apiUrl: ${JSON.stringify(apiUrl)} });
    const call = async times => { for (let made = 0; made < times; made++) await client.users.getUser('user_1'); };
    await call(${Math.ceil(calls / 4)});
    const before = process.cpuUsage();
    await call(${calls});
    const { user, system } = process.cpuUsage(before);
    console.log(JSON.stringify({ cpu: (user + system) / ${calls} }));
    process.exit();`;
}

function medianOf(client: ClientName, results: readonly ClientResult[]): ClientResult {
  return {
    client,
    importMs: median(results.map(result => result.importMs)),
    constructMs: median(results.map(result => result.constructMs)),
    heapKiB: median(results.map(result => result.heapKiB)),
    cpuMicrosecondsPerCall: median(results.map(result => result.cpuMicrosecondsPerCall)),
  };
}

const CALLS_PER_ROUND = 2000;
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
const rounds = wholeNumber('rounds', values.rounds);
printClients(await measureClients(rounds, CALLS_PER_ROUND), rounds, CALLS_PER_ROUND);
