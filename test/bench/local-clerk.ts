/**
 * Measures LocalClerk as built: start-up time, memory and calls per second. `npm run bench:local -- --rounds 5` prints
 * the tables of docs/performance.md. It fails if a new instance takes 20 ms or longer after the first one of the process.
 */
import { execFileSync } from 'node:child_process';
import { Agent, request } from 'node:http';
import { parseArgs } from 'node:util';

import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);

const MAX_START_MS = 20;
const USERS = 10_000;
const CONNECTIONS = 16;
const collectGarbage = (globalThis as { gc?: () => void }).gc;
if (collectGarbage === undefined) throw new Error('Run it by `npm run bench:local`, with --expose-gc.');
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const laterStart = await startUp();
await memory();
await callsPerSecond();
process.exitCode = laterStart < MAX_START_MS ? 0 : 1;

/** @returns the median of later instances, in milliseconds */
async function startUp(): Promise<number> {
  const first = Array.from({ length: rounds }, firstStart);
  const later: number[] = [];
  for (let count = 0; count < 200; count++) {
    later.push(await milliseconds(() => LocalClerk.create({ users: [{ id: 'user_ada' }] })));
  }
  print('\n| start-up | median | slowest |\n| --- | ---: | ---: |');
  const row = (what: string, times: readonly number[]): void =>
    print(`| ${what} | ${median(times).toFixed(1)} ms | ${Math.max(...times).toFixed(1)} ms |`);
  row(
    'importing `nest-clerk/testing`',
    first.map(({ imported }) => imported),
  );
  row(
    'the first instance of a process',
    first.map(({ created }) => created),
  );
  row(`each of the next ${later.length} instances`, later);
  return median(later);
}

/** In a process of its own, since keys and compiled code are kept. */
function firstStart(): { imported: number; created: number } {
  const script = `
    const began = performance.now();
    const { LocalClerk } = await import('nest-clerk/testing');
    const imported = performance.now() - began;
    await LocalClerk.create();
    console.log(JSON.stringify({ imported, created: performance.now() - began - imported }));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  return JSON.parse(output) as { imported: number; created: number };
}

async function memory(): Promise<void> {
  const INSTANCES = 100;
  const kept: LocalClerk[] = [];
  const perInstance =
    (await heapGrowth(async () => {
      for (let count = 0; count < INSTANCES; count++) kept.push(await LocalClerk.create());
    })) / INSTANCES;
  const local = await LocalClerk.create();
  const perUser = (await heapGrowth(() => Promise.resolve(addUsers(local)))) / USERS;
  print('\n| memory | heap |\n| --- | ---: |');
  print(`| an empty instance | ${(perInstance / 1024).toFixed(0)} KiB |`);
  print(`| a user with an email address | ${(perUser / 1024).toFixed(1)} KiB |`);
  // Both must outlive the measurement.
  if (kept.length !== INSTANCES || local.users.list().length === 0) throw new Error('Nothing was measured.');
}

async function callsPerSecond(): Promise<void> {
  const local = await LocalClerk.create({ users: [{ id: 'user_ada', emailAddress: ['ada@example.com'] }] });
  addUsers(local);
  const server = await local.listen();
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const overHttp = (path: string) => () => get(server, agent, path, local.secretKey);
  const inProcess = (path: string) => async () => {
    const headers = { authorization: `Bearer ${local.secretKey}` };
    await (await local.fetch(`https://api.clerk.com${path}`, { headers })).arrayBuffer();
  };
  const cases: [what: string, calls: number, call: () => Promise<unknown>][] = [
    ['`GetUser`, by `local.fetch`', 2000, inProcess('/v1/users/user_ada')],
    ['`GetUser`, over HTTP', 2000, overHttp('/v1/users/user_ada')],
    ['`GetJWKS`, over HTTP', 2000, overHttp('/v1/jwks')],
    [
      `\`GetUserList\` by email address, ${USERS} users, over HTTP`,
      300,
      overHttp('/v1/users?email_address=user7@example.com'),
    ],
    [
      `\`GetUserList\` with \`query\`, ${USERS} users, over HTTP`,
      100,
      overHttp('/v1/users?query=user77&limit=10'),
    ],
    ['`signIn()`, which signs a token', 500, () => local.signIn('user_ada')],
  ];
  print(`\n| calls, ${CONNECTIONS} at a time | a second |\n| --- | ---: |`);
  for (const [what, calls, call] of cases) {
    const rates: number[] = [];
    for (let round = -1; round < rounds; round++) {
      const rate = calls / ((await milliseconds(() => concurrently(calls, call))) / 1000);
      // The first round is the warm-up.
      if (round >= 0) rates.push(rate);
    }
    print(`| ${what} | ${Math.round(median(rates))} |`);
  }
  agent.destroy();
  await server.close();
}

function addUsers(local: LocalClerk): void {
  for (let count = 0; count < USERS; count++) {
    local.users.create({ firstName: `User ${count}`, emailAddress: [`user${count}@example.com`] });
  }
}

async function concurrently(calls: number, call: () => Promise<unknown>): Promise<void> {
  let left = calls;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
}

function get(server: LocalClerkServer, agent: Agent, path: string, secretKey: string): Promise<void> {
  return new Promise((resolve, reject) => {
    request(
      `${server.url}${path}`,
      { agent, headers: { authorization: `Bearer ${secretKey}` } },
      response => {
        if (response.statusCode !== 200) reject(new Error(`${path} answered ${response.statusCode}.`));
        response.resume().on('end', resolve);
      },
    )
      .on('error', reject)
      .end();
  });
}

async function milliseconds(action: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await action();
  return performance.now() - began;
}

async function heapGrowth(action: () => Promise<unknown>): Promise<number> {
  collectGarbage?.();
  const before = process.memoryUsage().heapUsed;
  await action();
  collectGarbage?.();
  return process.memoryUsage().heapUsed - before;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
