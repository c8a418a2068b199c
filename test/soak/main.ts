/**
 * Puts a mixed load on an application of each adapter while Clerk's API, the clock and Redis fail:
 * `npm run soak -- --minutes 30`. A caller must never be wrongly signed in, and wrongly signed out only where a fault explains it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { RedisDeliveryStore } from '../../lib/index.js';
import type { ClerkModuleOptions } from '../../lib/index.js';
import { LocalClerk } from '../../lib/testing/index.js';
import { FaultInjection } from './faults.js';
import { SIGNING_SECRET, SoakLoad, USERS } from './load.js';
import { SoakRedis } from './redis.js';
import { startSoakApp } from './soak-app.js';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '2' } } });
const PROGRESS_MS = 10_000;

for (const name of Object.keys(process.env)) if (name.startsWith('CLERK_')) delete process.env[name];
const print = (line: string) => void process.stdout.write(`${line}\n`);
const failures: string[] = [];
process.on('unhandledRejection', error => failures.push(`unhandled rejection: ${String(error)}`));

const local = await LocalClerk.create({ users: USERS.map(id => ({ id })) });
const redis = await SoakRedis.start();
if (!redis) print('redis-server is not installed: webhooks are remembered in memory');
const { secretKey, publishableKey, fetch } = local.keys;
// Not the clock of LocalClerk: that of Clerk and that of the machine differ when one of them jumps.
const options = (): ClerkModuleOptions => ({
  secretKey,
  publishableKey,
  fetch,
  webhooks: { signingSecret: SIGNING_SECRET, ...(redis && { store: new RedisDeliveryStore(redis.client) }) },
});

const faults = new FaultInjection(local, redis);
const apps = await Promise.all(
  (['express', 'fastify'] as const).map(async name => ({ name, ...(await startSoakApp(name, options())) })),
);
const loads = apps.map(({ name, port }) => new SoakLoad(name, port, local, faults));
const ended = Promise.all([faults.run(), ...loads.map(load => load.run())]);

let shown = 0;
const end = Date.now() + Number(values.minutes) * 60_000;
while (Date.now() < end) {
  await sleep(Math.min(PROGRESS_MS, end - Date.now()));
  const all = [...failures, ...loads.flatMap(({ result }) => result.failures)];
  for (const failure of all.slice(shown)) print(`FAILED ${failure}`);
  shown = all.length;
  print(`${Math.max(0, Math.round((end - Date.now()) / 1000))} s left: ${summary()}, ${all.length} failures`);
}
for (const load of loads) load.stop();
faults.stop();
await within(60_000, 'the callers', ended);
for (const { name, app } of apps) await within(20_000, `app.close() on ${name}`, app.close());
await redis?.close();

for (const { result } of loads) failures.push(...result.failures);
print(`faults: ${listOf(faults.counts)}`);
for (const [index, { name }] of apps.entries()) {
  const { counts, explained } = loads[index]!.result;
  print(`${name}: ${listOf(counts)}; explained by faults: ${listOf(explained) || 'none'}`);
}
for (const failure of new Set(failures)) print(`FAILED ${failure}`);
const kinds = new Set(loads.flatMap(({ result }) => [...result.counts.keys()]));
print(`${failures.length > 0 ? kinds.size - 1 : kinds.size} passed, ${failures.length > 0 ? 1 : 0} failed`);
process.exit(failures.length > 0 ? 1 : 0);

async function within(ms: number, what: string, promise: Promise<unknown>): Promise<void> {
  const isLate = await Promise.race([promise.then(() => false), sleep(ms, true, { ref: false })]);
  if (isLate) failures.push(`${what} did not end within ${ms} ms`);
}

function summary(): string {
  const total = loads.reduce(
    (sum, { result }) => sum + [...result.counts.values()].reduce((a, b) => a + b, 0),
    0,
  );
  return `${total} exchanges`;
}

function listOf(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([key, times]) => `${key} ${times}`).join(', ');
}
