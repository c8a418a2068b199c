/**
 * Puts a mixed load on an application of each adapter while Clerk's API, the clock and Redis fail:
 * `npm run soak -- --minutes 30 --seed 7`. A caller must never be wrongly signed in, and wrongly signed out only where a
 * fault explains it. `--self-check` plants faults in the application and checks that each is found.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { PLANTS } from './plants.js';
import type { Plant } from './plants.js';
import { SoakRedis } from './redis.js';
import { SoakRun } from './soak-run.js';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    /** Determines the order and the duration of the faults. */
    seed: { type: 'string', default: '1' },
    'self-check': { type: 'boolean', default: false },
  },
});
const PROGRESS_MS = 10_000;
/** A removed key is noticed after a rotation, which is one of the faults of a round. */
const MAX_SELF_CHECK_MS = 60_000;

for (const name of Object.keys(process.env)) if (name.startsWith('CLERK_')) delete process.env[name];
const print = (line: string) => void process.stdout.write(`${line}\n`);
const seed = Number(values.seed);

const redis = await SoakRedis.start();
if (!redis) {
  if (process.env['NEST_CLERK_BROKERS'] === 'required') throw new Error('redis-server is not installed');
  print('redis-server is not installed: webhooks are remembered in memory');
}
const failed = values['self-check'] ? await selfCheck() : await soak(Number(values.minutes) * 60_000);
await redis?.close();
process.exit(failed > 0 ? 1 : 0);

/** @returns the number of failed checks */
async function soak(ms: number): Promise<number> {
  print(`seed ${seed}`);
  const run = await SoakRun.start(seed, redis);
  let shown = 0;
  const end = Date.now() + ms;
  while (Date.now() < end) {
    await sleep(Math.max(0, Math.min(PROGRESS_MS, end - Date.now())));
    for (const failure of run.failures.slice(shown)) print(`FAILED ${failure}`);
    shown = run.failures.length;
    const left = Math.max(0, Math.round((end - Date.now()) / 1000));
    print(`${left} s left: ${run.exchanges} exchanges, ${shown} failures; fault: ${run.faults.current}`);
  }
  await run.stop();

  print(`faults: ${listOf(run.faults.counts)}`);
  const failures = new Set(run.failures);
  const kinds = new Set<string>();
  for (const { name, observations } of run.loads) {
    const { counts, asExpected, explained } = observations;
    print(`${name}: ${listOf(counts)}; explained by faults: ${listOf(explained) || 'none'}`);
    for (const kind of counts.keys()) {
      kinds.add(kind);
      if (!asExpected.has(kind)) failures.add(`${name}: ${kind}: never as expected`);
    }
  }
  for (const failure of failures) print(`FAILED ${failure}`);
  print(`${failures.size > 0 ? kinds.size - 1 : kinds.size} passed, ${failures.size > 0 ? 1 : 0} failed`);
  return failures.size;
}

/** @returns the number of planted faults that were not found */
async function selfCheck(): Promise<number> {
  let notFound = 0;
  for (const [plant, failure] of Object.entries(PLANTS) as [Plant, RegExp][]) {
    const run = await SoakRun.start(seed, redis, plant);
    const isFound = () => run.failures.some(each => failure.test(each));
    const end = Date.now() + MAX_SELF_CHECK_MS;
    while (!isFound() && Date.now() < end) await sleep(200);
    print(`${isFound() ? 'found' : 'NOT FOUND'}: ${plant} (${run.exchanges} exchanges)`);
    if (!isFound()) notFound++;
    await run.stop();
  }
  print(`${Object.keys(PLANTS).length - notFound} passed, ${notFound} failed`);
  return notFound;
}

function listOf(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([key, times]) => `${key} ${times}`).join(', ');
}
