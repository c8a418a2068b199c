/**
 * Measures the Frontend API proxy with a large body in each direction, beside that of `@clerk/express`, side by side in
 * one run: `npm run bench:proxy -- --megabytes 100 --rounds 5`. The package is measured as built (`dist`); nothing is
 * asserted on time.
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const SERVERS = ['@clerk/express', 'nest-clerk, Express', 'nest-clerk, Fastify'] as const;
export type ProxyServerName = (typeof SERVERS)[number];
const DIRECTIONS = ['upload', 'download'] as const;
type Direction = (typeof DIRECTIONS)[number];

interface Usage {
  user: number;
  system: number;
  peak: number;
  rss: number;
}

interface Sample {
  seconds: number;
  cpuSeconds: number;
  /** The growth of the resident memory at its peak, in MiB. */
  growth: number;
  peak: number;
}

const MEBIBYTE = 1024 * 1024;
const CHUNK = Buffer.alloc(64 * 1024, 'x');

const { values } = parseArgs({
  options: { megabytes: { type: 'string', default: '100' }, rounds: { type: 'string', default: '5' } },
});
const bytes = Number(values.megabytes) * MEBIBYTE;
const rounds = Number(values.rounds);

function* chunks(): Iterable<Buffer> {
  for (let sent = 0; sent < bytes; sent += CHUNK.length) yield CHUNK;
}

async function swallow(stream: Readable): Promise<number> {
  let received = 0;
  for await (const chunk of stream) received += (chunk as Buffer).length;
  return received;
}

/** A Frontend API that receives and sends large bodies. */
const upstream = createServer((request, response) => {
  if (request.method === 'GET') return void pipeline(Readable.from(chunks()), response).catch(() => {});
  void swallow(request).then(received => response.end(String(received)));
});
upstream.listen(0, '127.0.0.1');
await once(upstream, 'listening');
const upstreamUrl = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;

async function start(name: ProxyServerName): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(fileURLToPath(new URL('server-process.ts', import.meta.url)), [name], {
    execArgv: ['--import', new URL('../../../tools/run-ts.mjs', import.meta.url).href],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      CLERK_TELEMETRY_DISABLED: '1',
      CLERK_FAPI_URL: upstreamUrl,
    },
  });
  const [port] = (await once(child, 'message')) as [number];
  return { child, port };
}

async function usageOf(child: ChildProcess): Promise<Usage> {
  const answer = once(child, 'message');
  child.send('usage');
  const [usage] = (await answer) as [Usage];
  return usage;
}

async function transfer(port: number, direction: Direction): Promise<number> {
  const method = direction === 'upload' ? 'POST' : 'GET';
  const request = httpRequest({ host: '127.0.0.1', port, path: '/__clerk/v1/large', method, agent: false });
  const answered = once(request, 'response') as Promise<[IncomingMessage]>;
  if (direction === 'upload') await pipeline(Readable.from(chunks()), request);
  else request.end();
  const [response] = await answered;
  if (direction === 'download') return swallow(response);
  return Number(await response.setEncoding('utf8').reduce((text: string, chunk: string) => text + chunk, ''));
}

async function measure(name: ProxyServerName, direction: Direction): Promise<Sample> {
  const { child, port } = await start(name);
  const before = await usageOf(child);
  const began = process.hrtime.bigint();
  const transferred = await transfer(port, direction);
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const after = await usageOf(child);
  child.disconnect();
  if (transferred !== bytes) throw new Error(`${name}: ${transferred} of ${bytes} bytes arrived.`);
  const cpuSeconds = (after.user + after.system - before.user - before.system) / 1e6;
  const peak = Math.max(after.peak, after.rss);
  return { seconds, cpuSeconds, growth: (peak - before.rss) / MEBIBYTE, peak: peak / MEBIBYTE };
}

function median(numbers: number[]): number {
  return numbers.sort((left, right) => left - right)[Math.floor(numbers.length / 2)]!;
}

const samples = new Map<string, Sample[]>();
for (let round = 0; round < rounds; round++) {
  for (const direction of DIRECTIONS) {
    for (const name of SERVERS) {
      const key = `${direction.padEnd(10)}${name.padEnd(22)}`;
      samples.set(key, [...(samples.get(key) ?? []), await measure(name, direction)]);
    }
  }
}
upstream.close();
upstream.closeAllConnections();

console.log(
  `A body of ${values.megabytes} MiB through the proxy, median of ${rounds} rounds, a new process each\n`,
);
console.log(`${'direction'.padEnd(10)}${'server'.padEnd(22)}   time s    CPU s   growth MiB   peak MiB`);
for (const [key, all] of samples) {
  const of = (field: keyof Sample, digits: number, width: number) =>
    median(all.map(sample => sample[field]))
      .toFixed(digits)
      .padStart(width);
  console.log(
    `${key}${of('seconds', 2, 9)}${of('cpuSeconds', 2, 9)}${of('growth', 0, 13)}${of('peak', 0, 11)}`,
  );
}
