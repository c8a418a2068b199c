import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { describe, it } from '@jest/globals';

import { closeLater } from './running-microservice.js';

type BrokerCommand = 'nats-server' | 'redis-server';

/** Debian installs servers in folders that may be missing in `PATH`. */
const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin` };

/**
 * Describes tests that need the server of a broker. Without the server they are skipped, or fail if
 * `NEST_CLERK_BROKERS=required`.
 */
export function describeWith(command: BrokerCommand, title: string, tests: () => void): void {
  const isInstalled = spawnSync(command, ['--version'], { env }).status === 0;
  const isRequired = process.env['NEST_CLERK_BROKERS'] === 'required';
  if (isInstalled) return describe(title, tests);
  const missing = `${title}: ${command} is not installed`;
  if (!isRequired) return describe.skip(missing, tests);
  it(title, () => {
    throw new Error(missing);
  });
}

/** Starts a NATS server on a free port, until `closeMicroservices()`. Returns its URL. */
export async function startNats(): Promise<string> {
  const server = start('nats-server', ['--addr', '127.0.0.1', '--port', '-1']);
  const [, address] = await lineOf(server, /client connections on (\S+)/);
  return `nats://${address}`;
}

/** Starts a Redis server on a socket of its own, until `closeMicroservices()`. Returns the socket's path. */
export async function startRedis(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'redis-'));
  closeLater(() => rm(directory, { recursive: true }));
  const socket = join(directory, 'socket');
  const server = start('redis-server', [
    '--port',
    '0',
    '--unixsocket',
    socket,
    '--save',
    '',
    '--dir',
    directory,
  ]);
  await lineOf(server, /eady to accept connections/);
  return socket;
}

function start(command: BrokerCommand, args: string[]): ChildProcess {
  const server = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  closeLater(async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill();
    await ended;
  });
  return server;
}

/** Waits for a line in either output of a server. */
function lineOf(server: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    for (const output of [server.stdout, server.stderr]) {
      if (!output) continue;
      createInterface({ input: output }).on('line', line => {
        lines.push(line);
        const match = pattern.exec(line);
        if (match) resolve(match);
      });
    }
    server.once('exit', () => reject(new Error(`The server ended:\n${lines.join('\n')}`)));
  });
}
