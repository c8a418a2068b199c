import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { ProcessSample, Stall } from './process-watch.js';
import type { ServerMessage } from './server.js';
import type { FuzzSettings } from './settings.js';

const PROGRAM = fileURLToPath(new URL('server.ts', import.meta.url));
const TYPESCRIPT_LOADER = new URL('../../tools/run-ts.mjs', import.meta.url).href;

/** Something that went wrong in the process of the servers. */
export interface ServerFault {
  readonly kind: string;
  readonly detail: string;
}

/** The servers of one adapter, in a process of their own. */
export class ServerProcess {
  readonly faults: ServerFault[] = [];
  readonly stalls: Stall[] = [];
  isEnded = false;
  private samples: ((sample: ProcessSample | undefined) => void)[] = [];
  private isStopping = false;

  private constructor(
    private readonly child: ChildProcess,
    readonly ports: { readonly http1: number; readonly http2: number; readonly control: number },
  ) {
    child.on('message', (message: ServerMessage) => {
      if (message.type === 'stall') this.stalls.push(message.stall);
      if (message.type === 'fault') this.faults.push(message);
      if (message.type === 'sample') this.samples.shift()?.(message.sample);
    });
    child.on('exit', (code, signal) => {
      this.isEnded = true;
      for (const resolve of this.samples.splice(0)) resolve(undefined);
      if (!this.isStopping) {
        this.faults.push({ kind: 'crash', detail: `The process ended with ${signal ?? `code ${code}`}.` });
      }
    });
  }

  static async start(settings: FuzzSettings): Promise<ServerProcess> {
    const child = fork(PROGRAM, [JSON.stringify(settings)], {
      execArgv: ['--import', TYPESCRIPT_LOADER, '--expose-gc', '--max-http-header-size=131072'],
      env: { ...withoutClerk(process.env), NODE_ENV: 'production' },
    });
    const exited = once(child, 'exit').then(([code]) => {
      throw new Error(`the servers did not start: the process ended with code ${code}`);
    });
    exited.catch(() => undefined);
    const [message] = (await Promise.race([once(child, 'message'), exited])) as [ServerMessage];
    if (message.type !== 'ports') throw new Error(`the servers did not start: ${JSON.stringify(message)}`);
    return new ServerProcess(child, message);
  }

  /** The heap after forced garbage collection, and what was measured until now; `undefined` after a crash. */
  sample(): Promise<ProcessSample | undefined> {
    if (this.isEnded) return Promise.resolve(undefined);
    return new Promise(resolve => {
      this.samples.push(resolve);
      this.child.send('sample', () => undefined);
    });
  }

  stop(): void {
    this.isStopping = true;
    if (this.child.connected) this.child.disconnect();
  }
}

function withoutClerk(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('CLERK_')));
}
