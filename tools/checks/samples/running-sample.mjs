import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** A free port. */
export async function freePort() {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise(closed => server.close(closed));
  return port;
}

/** A program that was started as from a terminal, and its output. */
export class RunningProgram {
  output = '';
  #child;

  /**
   * Starts it without any Clerk key, in its own process group, as a terminal would. bash passes on the exit code of a
   * program that handles Ctrl-C; dash reports the signal instead.
   */
  constructor([command, ...args], port) {
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('CLERK_'));
    const env = { ...Object.fromEntries(inherited), PORT: String(port), npm_config_script_shell: 'bash' };
    this.#child = spawn(command, args, { env, detached: true, stdio: 'pipe' });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding('utf8').on('data', chunk => (this.output += chunk));
    }
  }

  /** The URL in its output. */
  get url() {
    return this.output.match(/https?:\/\/[\w.:-]+/)?.[0];
  }

  get #exit() {
    return this.#child.exitCode ?? this.#child.signalCode;
  }

  /** Waits until a condition holds, and fails with the output if it does not hold in time. */
  async until(condition, timeout) {
    const deadline = Date.now() + timeout;
    while (!condition()) {
      assert.ok(Date.now() < deadline, `not within ${timeout / 1000} s:\n${this.output}`);
      await delay(50);
    }
  }

  /** The exit code, or the signal that ended it. */
  async exit(timeout) {
    await this.until(() => this.#exit !== null, timeout);
    return this.#exit;
  }

  pressCtrlC() {
    process.kill(-this.#child.pid, 'SIGINT');
  }

  kill() {
    if (this.#exit === null) process.kill(-this.#child.pid, 'SIGKILL');
  }
}
