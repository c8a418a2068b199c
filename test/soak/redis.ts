import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Redis } from 'ioredis';

/** A Redis server on a socket of its own that can be lost and come back, with what it knew. */
export class SoakRedis {
  readonly client: Redis;
  private server: ChildProcess | undefined;

  private constructor(private readonly directory: string) {
    this.client = new Redis({
      path: join(directory, 'redis.sock'),
      lazyConnect: true,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      retryStrategy: () => 200,
    });
    this.client.on('error', () => undefined);
  }

  /** `undefined` where no server is installed. */
  static async start(): Promise<SoakRedis | undefined> {
    if (spawnSync('redis-server', ['--version']).error) return undefined;
    const redis = new SoakRedis(mkdtempSync(join(tmpdir(), 'soak-redis-')));
    await redis.start();
    await redis.client.connect();
    return redis;
  }

  async start(): Promise<void> {
    const options = ['--port', '0', '--unixsocket', 'redis.sock', '--dir', this.directory];
    const server = spawn('redis-server', [...options, '--appendonly', 'yes', '--save', ''], {
      cwd: this.directory,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.server = server;
    for await (const chunk of server.stdout) if (String(chunk).includes('ready to accept')) break;
    server.stdout.destroy();
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (!server || server.exitCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  }

  async close(): Promise<void> {
    this.client.disconnect();
    await this.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }
}
