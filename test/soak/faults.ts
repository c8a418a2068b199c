import { setTimeout as sleep } from 'node:timers/promises';

import type { LocalClerk } from '../../lib/testing/index.js';
import { Random } from '../conformance/random.js';
import type { SoakRedis } from './redis.js';

/** What a fault may explain. */
export type Explanation = 'backend API' | 'clock' | 'key rotation' | 'Redis';

/** A time in which an explanation holds; `Infinity` while it lasts. Unix time in milliseconds. */
interface Span {
  readonly explanation: Explanation;
  readonly from: number;
  to: number;
}

/** Tokens with unknown key ids, which one of the callers sends all the time, cause one fetch in five seconds. */
const AFTER_ROTATION_MS = 6_000;
/** The longest wait after a failed fetch, and a fetch of two times three seconds. */
const AFTER_FAILED_FETCH_MS = 36_000;
/** From the response with the new key until it is in use. */
const AFTER_KEY_SET_MS = 1_000;
const AFTER_OUTAGE_MS = 1_000;
const AFTER_CLOCK_JUMP_MS = 500;
const AFTER_REDIS_MS = 3_000;

/** Injects one fault after the other, in an order drawn by a seed, and knows what they explain. */
export class FaultInjection {
  readonly counts = new Map<string, number>();
  /** The fault that is injected now. */
  current = 'none';
  /** A token that is valid for longer than the test, of the key that the last rotation removed. */
  tokenOfRemovedKey: string | undefined;
  private readonly spans: Span[] = [];
  /** When the last fetch of an application began or failed, if none has succeeded since. */
  private readonly fetching = new Map<string, number>();
  /** The rotation whose key some applications have not yet fetched. */
  private rotation: { readonly span: Span; readonly at: number; readonly without: Set<string> } | undefined;
  private readonly random: Random;
  private readonly stopping = new AbortController();

  constructor(
    private readonly local: LocalClerk,
    private readonly redis: SoakRedis | undefined,
    private readonly apps: readonly string[],
    seed: number,
  ) {
    this.random = Random.from('faults', seed);
  }

  /** Whether an explanation held at some moment from then until now. */
  explains(explanation: Explanation, since: number): boolean {
    return this.spans.some(span => span.explanation === explanation && span.to >= since);
  }

  /** An application fetches the key set, or has failed to. Without a fault it has fetched it a moment later. */
  keySetExpected(app: string): void {
    this.fetching.set(app, Date.now());
    if (this.rotation?.without.has(app)) this.rotation.span.to = Date.now() + AFTER_FAILED_FETCH_MS;
  }

  /** An application has fetched the key set. @param began - when it sent the request, Unix time in milliseconds */
  keySetFetched(app: string, began: number): void {
    this.fetching.delete(app);
    const { rotation } = this;
    if (rotation === undefined || began <= rotation.at) return;
    rotation.without.delete(app);
    if (rotation.without.size > 0) return;
    rotation.span.to = Math.min(rotation.span.to, Date.now() + AFTER_KEY_SET_MS);
    this.rotation = undefined;
  }

  /** Injects faults until {@link stop}, each for a second or two: all of them, and all of them again in another order. */
  async run(): Promise<void> {
    const faults: [name: string, run: () => Promise<void>][] = [
      ['latency', () => this.failing({ delay: '300ms' })],
      ['429', () => this.failing({ status: 429, retryAfter: 1 })],
      ['503', () => this.failing({ status: 503 })],
      ['reset', () => this.failing({ connection: 'reset' })],
      ['hanging', () => this.failing({ connection: 'hang' })],
      ['key rotation', () => this.rotateKey()],
      ['clock ahead', () => this.clockJump('2m')],
      ['clock behind', () => this.clockJump('-2m')],
    ];
    const { redis } = this;
    if (redis) faults.push(['Redis lost', () => this.withoutRedis(redis)]);
    // An application without keys has to fetch the first ones, as it has to fetch a new one.
    await this.newKey(() => Promise.resolve());
    while (!this.stopping.signal.aborted) {
      for (const [name, run] of this.random.shuffled(faults)) {
        if (this.stopping.signal.aborted) return;
        this.current = name;
        this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
        await run();
        this.current = 'none';
        await this.pause(500, 1500);
      }
    }
  }

  stop(): void {
    this.stopping.abort();
  }

  private async failing(fault: Parameters<LocalClerk['fail']>[1]): Promise<void> {
    await this.during('backend API', AFTER_OUTAGE_MS, async () => {
      const end = this.local.fail('*', fault);
      await this.pause(1000, 2500);
      end();
    });
  }

  private async rotateKey(): Promise<void> {
    const tokenOfRemovedKey = await this.local.issueSessionToken({ userId: 'user_carol', expiresIn: 86_400 });
    await this.newKey(() => this.local.rotateKey());
    this.tokenOfRemovedKey = tokenOfRemovedKey;
  }

  private async newKey(rotate: () => Promise<void>): Promise<void> {
    const span = this.begin('key rotation');
    await rotate();
    const lastFetch = Math.max(...this.fetching.values());
    span.to = Math.max(Date.now() + AFTER_ROTATION_MS, lastFetch + AFTER_FAILED_FETCH_MS);
    this.rotation = { span, at: Date.now(), without: new Set(this.apps) };
  }

  private clockJump(by: '2m' | '-2m'): Promise<void> {
    return this.during('clock', AFTER_CLOCK_JUMP_MS, async () => {
      this.local.clock.advance(by);
      await this.pause(1000, 2000);
      this.local.clock.reset();
    });
  }

  private withoutRedis(redis: SoakRedis): Promise<void> {
    return this.during('Redis', AFTER_REDIS_MS, async () => {
      await redis.stop();
      await this.pause(1000, 2000);
      await redis.start();
    });
  }

  private async during(explanation: Explanation, afterMs: number, run: () => Promise<void>): Promise<void> {
    const span = this.begin(explanation);
    await run();
    span.to = Date.now() + afterMs;
  }

  private begin(explanation: Explanation): Span {
    const span: Span = { explanation, from: Date.now(), to: Number.POSITIVE_INFINITY };
    this.spans.push(span);
    return span;
  }

  /** Ends early when the injection stops. */
  private async pause(leastMs: number, mostMs: number): Promise<void> {
    const ms = leastMs + this.random.integer(mostMs - leastMs);
    await sleep(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
