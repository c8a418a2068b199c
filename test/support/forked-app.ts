import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { LocalClerk } from 'nest-clerk/testing';

const TYPESCRIPT_LOADER = new URL('../../tools/run-ts-on-sources.mjs', import.meta.url).href;

export interface ForkedApp {
  readonly port: number;
  close(): Promise<void>;
  /** Ends the process as a crash does: nothing is cleaned up. */
  kill(): Promise<void>;
}

/**
 * Runs an application as a program: some packages are CommonJS and require Nest, which is an ES module; jest on Node 20
 * cannot load those. The program sends its port as a message, and ends when it is disconnected.
 *
 * @param program - a file of this directory
 * @param apiUrl - the URL of the LocalClerk
 */
export async function forkApp(
  program: string,
  args: readonly string[],
  local: LocalClerk,
  apiUrl: string,
): Promise<ForkedApp> {
  const child = fork(fileURLToPath(new URL(program, import.meta.url)), args, {
    execArgv: ['--import', TYPESCRIPT_LOADER],
    env: {
      ...process.env,
      CLERK_SECRET_KEY: local.secretKey,
      CLERK_PUBLISHABLE_KEY: local.publishableKey,
      CLERK_MACHINE_SECRET_KEY: local.machineSecretKey,
      CLERK_API_URL: apiUrl,
    },
  });
  const exit = once(child, 'exit');
  const ended = exit.then(([code]) => {
    throw new Error(`The application ended with code ${code}.`);
  });
  ended.catch(() => undefined);
  const [port] = (await Promise.race([once(child, 'message'), ended])) as [number];
  return {
    port,
    async close() {
      if (child.connected) child.disconnect();
      await exit;
    },
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}
