import { setTimeout as sleep } from 'node:timers/promises';

import type { LocalClerk } from '../../lib/testing/index.js';
import type { SoakRedis } from './redis.js';

/** What a fault may explain. */
export type Explanation = 'backend API' | 'clock' | 'key rotation' | 'Redis';

/** A time in which an explanation holds; `Infinity` while it lasts. Unix time in milliseconds. */
interface Span {
  readonly explanation: Explanation;
  readonly from: number;
  to: number;
}

/** Unknown key ids cause a fetch every five seconds at most. */
const AFTER_ROTATION_MS = 8_000;
const AFTER_OUTAGE_MS = 1_000;
const AFTER_REDIS_MS = 3_000;

/** Has things fail, one after the other, and knows what that explains. */
export class FaultInjection {
  readonly counts = new Map<string, number>();
  private readonly spans: Span[] = [];
  private isStopped = false;

  constructor(
    private readonly local: LocalClerk,
    private readonly redis: SoakRedis | undefined,
  ) {}

  /** Whether an explanation held at some moment from then until now. */
  explains(explanation: Explanation, since: number): boolean {
    return this.spans.some(span => span.explanation === explanation && span.to >= since);
  }

  /** Injects faults until {@link stop}, each for a second or two. */
  async run(): Promise<void> {
    const { local } = this;
    const faults: [name: string, run: () => Promise<void>][] = [
      ['latency', () => this.failing({ delay: '300ms' })],
      ['429', () => this.failing({ status: 429, retryAfter: 1 })],
      ['503', () => this.failing({ status: 503 })],
      ['reset', () => this.failing({ connection: 'reset' })],
      ['hanging', () => this.failing({ connection: 'hang' })],
      ['key rotation', () => this.during('key rotation', AFTER_ROTATION_MS, () => local.rotateKey())],
      ['clock ahead', () => this.clockJump('2m')],
      ['clock behind', () => this.clockJump('-2m')],
      ['Redis lost', () => this.withoutRedis()],
    ];
    for (let turn = 0; !this.isStopped; turn++) {
      const [name, run] = faults[turn % faults.length]!;
      this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
      await run();
      await sleep(1500);
    }
  }

  stop(): void {
    this.isStopped = true;
  }

  private failing(fault: Parameters<LocalClerk['fail']>[1]): Promise<void> {
    return this.during('backend API', AFTER_OUTAGE_MS, async () => {
      const end = this.local.fail('*', fault);
      await sleep(2000);
      end();
    });
  }

  private clockJump(by: '2m' | '-2m'): Promise<void> {
    return this.during('clock', 500, async () => {
      this.local.clock.advance(by);
      await sleep(1500);
      this.local.clock.reset();
    });
  }

  private async withoutRedis(): Promise<void> {
    const { redis } = this;
    if (!redis) return;
    await this.during('Redis', AFTER_REDIS_MS, async () => {
      await redis.stop();
      await sleep(1500);
      await redis.start();
    });
  }

  private async during(explanation: Explanation, afterMs: number, run: () => Promise<void>): Promise<void> {
    const span: Span = { explanation, from: Date.now(), to: Number.POSITIVE_INFINITY };
    this.spans.push(span);
    await run();
    span.to = Date.now() + afterMs;
  }
}
