import { randomUUID } from 'node:crypto';

import { DEFAULT_RETENTION_MS } from './delivery-store.js';
import type { WebhookDeliveryClaim, WebhookDeliveryStore } from './delivery-store.js';

/** The commands of an `ioredis` client or cluster that are used. */
export interface IoredisClient {
  set(key: string, value: string, px: 'PX', ms: number): Promise<unknown>;
  set(key: string, value: string, px: 'PX', ms: number, nx: 'NX'): Promise<unknown>;
  get(key: string): Promise<string | null>;
  eval(script: string, keyCount: number, ...keysAndArguments: string[]): Promise<unknown>;
  /** Distinguishes `ioredis` from `redis`, which has no such method. */
  call(command: string, ...parameters: string[]): Promise<unknown>;
}

/** The commands of a `redis` client or cluster (node-redis 4 and later) that are used. */
export interface NodeRedisClient {
  set(key: string, value: string, options: { PX: number; NX?: true }): Promise<unknown>;
  get(key: string): Promise<unknown>;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** The options of a {@link RedisDeliveryStore}. */
export interface RedisDeliveryStoreOptions {
  /** The prefix of the keys. @defaultValue `'clerk:webhook:'` */
  keyPrefix?: string;
  /** How long completed deliveries are remembered, in milliseconds. @defaultValue 3 days */
  retentionMs?: number;
}

const DONE = 'done';

/** Only the process that made a claim may end or extend it, because it may have expired and belong to another. */
const RELEASE =
  "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";
const RENEW =
  "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0";

interface Commands {
  setIfAbsent(key: string, value: string, ttlMs: number): Promise<boolean>;
  set(key: string, value: string, ttlMs: number): Promise<unknown>;
  get(key: string): Promise<unknown>;
  eval(script: string, key: string, ...args: string[]): Promise<unknown>;
}

/**
 * Stores deliveries in Redis, for several instances of an application. It uses an existing client of the application,
 * of `ioredis` or `redis`, and does not close it.
 *
 * @example
 * ```ts
 * const redis = new Redis(process.env.REDIS_URL!);
 * ClerkModule.forRoot({ webhooks: { path: '/webhooks/clerk', store: new RedisDeliveryStore(redis) } });
 * ```
 * @see https://redis.io/docs/latest/commands/set/
 */
export class RedisDeliveryStore implements WebhookDeliveryStore {
  readonly #commands: Commands;
  readonly #keyPrefix: string;
  readonly #retentionMs: number;
  /** The value of each claim of this process, which distinguishes it from those of others. */
  readonly #claims = new Map<string, string>();

  constructor(client: IoredisClient | NodeRedisClient, options: RedisDeliveryStoreOptions = {}) {
    this.#commands = 'call' in client ? ioredisCommands(client) : nodeRedisCommands(client);
    this.#keyPrefix = options.keyPrefix ?? 'clerk:webhook:';
    this.#retentionMs = options.retentionMs ?? DEFAULT_RETENTION_MS;
  }

  async claim(id: string, ttlMs: number): Promise<WebhookDeliveryClaim> {
    const value = randomUUID();
    if (await this.#commands.setIfAbsent(this.#key(id), value, ttlMs)) {
      this.#claims.set(id, value);
      return 'new';
    }
    // A claim that has ended between the two commands counts as in progress: the delivery is sent again.
    return (await this.#commands.get(this.#key(id))) === DONE ? 'done' : 'in-progress';
  }

  async complete(id: string): Promise<void> {
    this.#claims.delete(id);
    await this.#commands.set(this.#key(id), DONE, this.#retentionMs);
  }

  async release(id: string): Promise<void> {
    const value = this.#claims.get(id);
    this.#claims.delete(id);
    if (value !== undefined) await this.#commands.eval(RELEASE, this.#key(id), value);
  }

  async renew(id: string, ttlMs: number): Promise<void> {
    const value = this.#claims.get(id);
    if (value !== undefined) await this.#commands.eval(RENEW, this.#key(id), value, String(ttlMs));
  }

  #key(id: string): string {
    return `${this.#keyPrefix}${id}`;
  }
}

function ioredisCommands(client: IoredisClient): Commands {
  return {
    setIfAbsent: async (key, value, ttlMs) => (await client.set(key, value, 'PX', ttlMs, 'NX')) === 'OK',
    set: (key, value, ttlMs) => client.set(key, value, 'PX', ttlMs),
    get: key => client.get(key),
    eval: (script, key, ...args) => client.eval(script, 1, key, ...args),
  };
}

function nodeRedisCommands(client: NodeRedisClient): Commands {
  return {
    setIfAbsent: async (key, value, ttlMs) =>
      (await client.set(key, value, { PX: ttlMs, NX: true })) === 'OK',
    set: (key, value, ttlMs) => client.set(key, value, { PX: ttlMs }),
    get: key => client.get(key),
    eval: (script, key, ...args) => client.eval(script, { keys: [key], arguments: args }),
  };
}
