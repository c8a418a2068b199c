import { setTimeout as sleep } from 'node:timers/promises';

import type { LocalClerk } from '../../lib/testing/index.js';
import { browserCallers } from './browser-callers.js';
import type { FaultInjection } from './faults.js';
import { machineCallers } from './machine-callers.js';
import { Observations } from './observations.js';
import { socketCallers } from './socket-callers.js';
import { tokenCallers } from './token-callers.js';
import { MAX_REDELIVERY_MS, webhookCallers } from './webhook-callers.js';

/** What callers need. */
export interface CallerContext {
  /** The application's name. */
  readonly name: string;
  readonly port: number;
  readonly local: LocalClerk;
  /** Another Clerk instance, whose tokens must not be accepted. */
  readonly foreign: LocalClerk;
  readonly faults: FaultInjection;
  readonly observations: Observations;
  /** Aborts when the load stops. */
  readonly stopping: AbortSignal;
}

/** One exchange, or a few that belong together; it is repeated. */
export interface Caller {
  readonly kind: string;
  call(): Promise<void>;
}

/** More than the longest exchange takes. */
const CALL_LIMIT_MS = MAX_REDELIVERY_MS + 30_000;

/** The load on one application: many callers, each of which repeats one kind of exchange. */
export class SoakLoad {
  readonly observations: Observations;
  private readonly stopping = new AbortController();
  private readonly callers: readonly Caller[];

  constructor(
    readonly name: string,
    context: Pick<CallerContext, 'port' | 'local' | 'foreign' | 'faults'>,
  ) {
    const observations = new Observations(name, context.faults);
    const ofCaller = { ...context, name, observations, stopping: this.stopping.signal };
    this.observations = observations;
    this.callers = [tokenCallers, browserCallers, machineCallers, webhookCallers, socketCallers].flatMap(
      callersOf => callersOf(ofCaller),
    );
  }

  /** Runs until {@link stop}, and then until the last exchange has ended. */
  async run(): Promise<void> {
    await Promise.all(this.callers.map(caller => this.repeat(caller)));
  }

  stop(): void {
    this.stopping.abort();
  }

  private async repeat({ kind, call }: Caller): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const late = new AbortController();
      const limit = sleep(CALL_LIMIT_MS, `did not end within ${CALL_LIMIT_MS / 1000} s`, {
        signal: late.signal,
      });
      const failure = await Promise.race([
        call().catch((error: unknown) => String(error)),
        limit.catch(() => undefined),
      ]);
      late.abort();
      if (failure !== undefined) this.observations.fail(`${kind}: ${failure}`);
      await sleep(5 + Math.random() * 20);
    }
  }
}
