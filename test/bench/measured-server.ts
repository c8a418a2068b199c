import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ServerName, ServerOptions } from './servers.js';

const PROGRAM = fileURLToPath(new URL('server-process.ts', import.meta.url));
const TYPESCRIPT_LOADER = new URL('../../tools/run-ts.mjs', import.meta.url).href;

/** A server in a process of its own that reports its CPU time. */
export class MeasuredServer {
  private constructor(
    readonly name: ServerName,
    readonly port: number,
    private readonly child: ChildProcess,
  ) {}

  static async start(name: ServerName, options: ServerOptions): Promise<MeasuredServer> {
    const child = fork(PROGRAM, [name, JSON.stringify(options)], {
      execArgv: ['--import', TYPESCRIPT_LOADER],
      env: { ...process.env, NODE_ENV: 'production', CLERK_TELEMETRY_DISABLED: '1' },
    });
    const exited = once(child, 'exit').then(([code]) => {
      throw new Error(`the server "${name}" ended with code ${code}`);
    });
    // Only a failed start is an error; the end of a running server is not.
    exited.catch(() => {});
    const [port] = (await Promise.race([once(child, 'message'), exited])) as [number];
    return new MeasuredServer(name, port, child);
  }

  /** CPU time that the process has used, in microseconds: user and system, all threads. */
  async cpuTime(): Promise<number> {
    const answer = once(this.child, 'message');
    this.child.send('cpu');
    const [{ user, system }] = (await answer) as [NodeJS.CpuUsage];
    return user + system;
  }

  stop(): void {
    this.child.disconnect();
  }
}
