import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { ServerCommand, ServerSpec, Usage } from './server-spec.js';

const PROGRAM = fileURLToPath(new URL('server-process.ts', import.meta.url));
/**
 * In MiB. A full garbage collection while a server starts makes V8 of Node 20 forget the shapes of the objects of
 * `process.nextTick()`; every request then takes 1 µs more. Whether one runs at that moment depends on how much memory a
 * server takes to start, so with the default heap it happens to one server and not to another.
 */
const INITIAL_HEAP_SIZE = 512;
const TYPESCRIPT_LOADER = new URL('../../../tools/run-ts.mjs', import.meta.url).href;

/** A server in a process of its own, which reports its CPU time and its allocations. */
export class MeasuredServer {
  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
    private readonly exited: Promise<never>,
  ) {}

  /** @throws Error if the process ends before it listens */
  static async start(spec: ServerSpec): Promise<MeasuredServer> {
    const child = fork(PROGRAM, [JSON.stringify(spec)], {
      execArgv: [`--initial-heap-size=${INITIAL_HEAP_SIZE}`, '--import', TYPESCRIPT_LOADER],
      env: { ...process.env, NODE_ENV: 'production', CLERK_TELEMETRY_DISABLED: '1' },
    });
    const exited = once(child, 'exit').then(([code]) => {
      throw new Error(`The server "${spec.adapter}, ${spec.implementation}" ended with code ${code}.`);
    });
    // It is an error for a command that waits, and otherwise the expected end.
    exited.catch(() => {});
    const [port] = (await Promise.race([once(child, 'message'), exited])) as [number];
    return new MeasuredServer(port, child, exited);
  }

  /** What the process has used since its start. */
  usage(): Promise<Usage> {
    return this.ask<Usage>('usage');
  }

  /** @returns the bytes that the process allocated during the action */
  async allocationsDuring(action: () => Promise<unknown>): Promise<number> {
    await this.ask('start counting allocations');
    await action();
    return this.ask<number>('stop counting allocations');
  }

  stop(): void {
    if (this.child.connected) this.child.disconnect();
  }

  private async ask<Answer>(command: ServerCommand): Promise<Answer> {
    const answer = once(this.child, 'message');
    this.child.send(command);
    const [value] = (await Promise.race([answer, this.exited])) as [Answer];
    return value;
  }
}
