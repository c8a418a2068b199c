import type { INestApplication } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';

import { RedisDeliveryStore } from '../../lib/index.js';
import type { ClerkModuleOptions } from '../../lib/index.js';
import { LocalClerk } from '../../lib/testing/index.js';
import { FaultInjection } from './faults.js';
import { SoakLoad } from './load.js';
import type { Plant } from './plants.js';
import type { SoakRedis } from './redis.js';
import { isKeySet } from './key-set.js';
import { ADAPTERS, SIGNING_SECRET, startSoakApp, USERS } from './soak-app.js';

/** From the end of the load until the last exchange has ended. */
const LAST_EXCHANGE_MS = 60_000;
const CLOSE_MS = 20_000;

/** One application of each adapter, the load on it, and the faults. */
export class SoakRun {
  /** Failures that no single exchange has. */
  private readonly ownFailures: string[] = [];
  private readonly ended: Promise<unknown>;
  private readonly onUnhandledRejection = (error: unknown) =>
    void this.ownFailures.push(`unhandled rejection: ${String(error)}`);

  private constructor(
    private readonly apps: readonly INestApplication[],
    readonly loads: readonly SoakLoad[],
    readonly faults: FaultInjection,
  ) {
    process.on('unhandledRejection', this.onUnhandledRejection);
    this.ended = Promise.all([faults.run(), ...loads.map(load => load.run())]);
  }

  /** @param plant - a fault of the applications */
  static async start(seed: number, redis: SoakRedis | undefined, plant?: Plant): Promise<SoakRun> {
    const [local, foreign] = await Promise.all([
      LocalClerk.create({ users: USERS.map(id => ({ id })) }),
      LocalClerk.create({ users: USERS.map(id => ({ id })) }),
    ]);
    const faults = new FaultInjection(local, redis, ADAPTERS, seed);
    const apps = await Promise.all(
      ADAPTERS.map(adapter => startSoakApp(adapter, optionsOf(adapter, local, faults, redis), plant)),
    );
    const loads = apps.map(({ port }, index) => {
      return new SoakLoad(ADAPTERS[index]!, { port, local, foreign, faults });
    });
    return new SoakRun(
      apps.map(({ app }) => app),
      loads,
      faults,
    );
  }

  get exchanges(): number {
    const counts = this.loads.flatMap(({ observations }) => [...observations.counts.values()]);
    return counts.reduce((sum, count) => sum + count, 0);
  }

  get failures(): readonly string[] {
    return [...this.ownFailures, ...this.loads.flatMap(({ observations }) => observations.failures)];
  }

  /** Ends the load, and closes the applications. */
  async stop(): Promise<void> {
    for (const load of this.loads) load.stop();
    this.faults.stop();
    await this.within(LAST_EXCHANGE_MS, 'the last exchange', this.ended);
    for (const [index, app] of this.apps.entries()) {
      await this.within(CLOSE_MS, `app.close() on ${ADAPTERS[index]}`, app.close());
    }
    process.off('unhandledRejection', this.onUnhandledRejection);
  }

  private async within(ms: number, what: string, promise: Promise<unknown>): Promise<void> {
    const isLate = await Promise.race([promise.then(() => false), sleep(ms, true, { ref: false })]);
    if (isLate) this.ownFailures.push(`${what} did not end within ${ms} ms`);
  }
}

function optionsOf(
  name: string,
  local: LocalClerk,
  faults: FaultInjection,
  redis: SoakRedis | undefined,
): ClerkModuleOptions {
  const { secretKey, publishableKey } = local.keys;
  return {
    // Not the clock of LocalClerk: Clerk's clock and that of the machine differ when one of them jumps.
    secretKey,
    publishableKey,
    // One of its own, so that the applications share no key set.
    fetch: async (input, init) => {
      if (!isKeySet(input)) return local.fetch(input, init);
      const began = Date.now();
      faults.keySetExpected(name);
      const response = await local.fetch(input, init).catch((error: unknown) => {
        faults.keySetExpected(name);
        throw error;
      });
      if (response.ok) faults.keySetFetched(name, began);
      else faults.keySetExpected(name);
      return response;
    },
    webhooks: {
      signingSecret: SIGNING_SECRET,
      ...(redis && { store: new RedisDeliveryStore(redis.client) }),
    },
  };
}
