import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay, performance, PerformanceObserver } from 'node:perf_hooks';

/** A turn of the event loop that took longer than it may. */
export interface Stall {
  /** Main-thread CPU time without garbage collection, in milliseconds. */
  readonly ownMs: number;
  /** From one tick to the next, in milliseconds. */
  readonly gapMs: number;
  readonly gcMs: number;
  /** The numbers of the requests that began in it. */
  readonly numbers: readonly number[];
}

/** The state of the process, after forced garbage collection. In bytes and milliseconds. */
export interface ProcessSample {
  readonly heapUsed: number;
  readonly external: number;
  /** What the whole process has used since it started. */
  readonly cpuMs: number;
  readonly loopDelay: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly gcMs: number;
  readonly maxGcMs: number;
}

const TICK_MS = 5;
export const STALL_MS = 50;

/**
 * Watches the event loop of its own process.
 *
 * A stall is counted by the CPU time of the main thread, without garbage collection: on a busy machine the process waits
 * for its turn, which is no fault of the application.
 */
export class ProcessWatch {
  private readonly delay = monitorEventLoopDelay({ resolution: 10 });
  private numbers: number[] = [];
  private collections: { start: number; duration: number }[] = [];
  private gcMs = 0;
  private maxGcMs = 0;
  private last = { at: performance.now(), cpu: mainThreadCpuMs() };

  /** @param onStall - is told each turn of more than {@link STALL_MS} */
  constructor(private readonly onStall: (stall: Stall) => void) {
    this.delay.enable();
    new PerformanceObserver(list => {
      for (const { startTime, duration } of list.getEntries()) {
        this.collections.push({ start: startTime, duration });
        this.gcMs += duration;
        this.maxGcMs = Math.max(this.maxGcMs, duration);
      }
    }).observe({ entryTypes: ['gc'] });
    setInterval(() => this.tick(), TICK_MS).unref();
  }

  started(number: number): void {
    if (Number.isInteger(number)) this.numbers.push(number);
  }

  sample(): ProcessSample {
    global.gc?.();
    global.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const milliseconds = (nanoseconds: number) => nanoseconds / 1e6;
    return {
      heapUsed,
      external,
      cpuMs: (user + system) / 1000,
      loopDelay: {
        p50: milliseconds(this.delay.percentile(50)),
        p99: milliseconds(this.delay.percentile(99)),
        max: milliseconds(this.delay.max),
      },
      gcMs: this.gcMs,
      maxGcMs: this.maxGcMs,
    };
  }

  private tick(): void {
    const from = this.last;
    const numbers = this.numbers;
    this.numbers = [];
    const now = { at: performance.now(), cpu: mainThreadCpuMs() };
    this.last = now;
    const gapMs = now.at - from.at - TICK_MS;
    if (gapMs < STALL_MS || now.cpu - from.cpu < STALL_MS) {
      this.collections = this.collections.filter(({ start }) => start > from.at);
      return;
    }
    // The entries of garbage collections are delivered after the turn.
    setTimeout(() => {
      const gcMs = this.collections
        .filter(({ start }) => start >= from.at && start <= now.at)
        .reduce((sum, { duration }) => sum + duration, 0);
      const ownMs = now.cpu - from.cpu - gcMs;
      if (ownMs > STALL_MS) this.onStall({ ownMs, gapMs, gcMs, numbers });
    }, 20);
  }
}

const SCHEDULE_OF_MAIN_THREAD = `/proc/self/task/${process.pid}/schedstat`;
let hasSchedule = true;

/** CPU time of the main thread; of the whole process where the system does not tell. */
function mainThreadCpuMs(): number {
  if (hasSchedule) {
    try {
      return Number(readFileSync(SCHEDULE_OF_MAIN_THREAD, 'latin1').split(' ', 1)[0]) / 1e6;
    } catch {
      hasSchedule = false;
    }
  }
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
