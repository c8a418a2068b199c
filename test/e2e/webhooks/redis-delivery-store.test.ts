import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { RedisDeliveryStore } from 'nest-clerk';
import type { NodeRedisClient } from 'nest-clerk';
import { createClient } from 'redis';

import { describeWith, startRedis } from '../../support/microservices/brokers.js';
import { closeMicroservices } from '../../support/microservices/running-microservice.js';
import { DELIVERY_STEPS, startInstance } from '../../support/webhook-instances.js';
import type { WebhookInstance } from '../../support/webhook-instances.js';

describeWith('redis-server', 'deliveries to two processes with one Redis', () => {
  let socket: string;
  let redis: Redis;
  let survivor: WebhookInstance;

  beforeAll(async () => {
    socket = await startRedis();
    redis = new Redis(socket);
    survivor = await startInstance(socket);
  }, 60_000);

  afterAll(async () => {
    await survivor?.stop();
    redis?.disconnect();
    await closeMicroservices();
  });

  async function effectsOf(id: string): Promise<number> {
    return (await redis.lrange('effects', 0, -1)).filter(each => each === id).length;
  }

  /** Like Clerk: sends a delivery again until it is answered with 2xx. */
  async function retryUntilAccepted(
    instance: WebhookInstance,
    id: string,
  ): Promise<(number | 'no answer')[]> {
    const statuses: (number | 'no answer')[] = [];
    do statuses.push(await instance.deliver(id));
    while (statuses.at(-1) !== 200 && statuses.length < 10_000);
    return statuses;
  }

  test.each(DELIVERY_STEPS)(
    'keeps the effects of a process that is killed %s, and repeats them only if killed half-way',
    async step => {
      const id = `msg_${step.replaceAll(' ', '_')}`;
      const victim = await startInstance(socket, step);
      expect(await victim.deliver(id)).toBe('no answer');
      expect(await victim.ended).toBe('SIGKILL');

      const statuses = await retryUntilAccepted(survivor, id);
      expect(statuses.at(-1)).toBe(200);
      // The claim of the dead process is respected until it expires.
      const isClaimed = !['before the claim', 'after it is completed'].includes(step);
      expect(statuses.includes(409)).toBe(isClaimed);
      const isHalfWay = ['after the effect', 'before it is completed'].includes(step);
      expect(await effectsOf(id)).toBe(isHalfWay ? 2 : 1);

      expect(await survivor.deliver(id)).toBe(200);
      expect(await effectsOf(id)).toBe(isHalfWay ? 2 : 1);
    },
    60_000,
  );

  test('has the effect of a delivery once if two processes receive it at the same time', async () => {
    const other = await startInstance(socket);
    const ids = Array.from({ length: 20 }, (_, index) => `msg_concurrent_${index}`);
    const statuses = await Promise.all(
      ids.flatMap(id => [survivor, other, survivor].map(instance => instance.deliver(id))),
    );
    expect(statuses.every(status => status === 200 || status === 409)).toBe(true);
    for (const id of ids) expect(await effectsOf(id)).toBe(1);
    await other.stop();
  }, 60_000);

  test.each(['ioredis', 'redis'])(
    'claims, extends, releases and completes with a client of %s',
    async name => {
      const nodeRedis = name === 'redis' ? createClient({ socket: { path: socket, tls: false } }) : undefined;
      await nodeRedis?.connect();
      const newStore = () =>
        new RedisDeliveryStore((nodeRedis as NodeRedisClient | undefined) ?? redis, {
          keyPrefix: `${name}:`,
        });
      const mine = newStore();
      const others = newStore();

      expect(await mine.claim('a', 60_000)).toBe('new');
      expect(await others.claim('a', 60_000)).toBe('in-progress');
      await others.release('a');
      expect(await others.claim('a', 60_000)).toBe('in-progress');
      await mine.renew('a', 90_000);
      expect(await redis.pttl(`${name}:a`)).toBeGreaterThan(60_000);

      // The claim has expired and belongs to another process: this one can neither end nor extend it.
      await redis.del(`${name}:a`);
      expect(await others.claim('a', 60_000)).toBe('new');
      await mine.renew('a', 90_000);
      await mine.release('a');
      expect(await redis.pttl(`${name}:a`)).toBeLessThanOrEqual(60_000);
      await others.release('a');
      expect(await mine.claim('a', 60_000)).toBe('new');
      await mine.complete('a');
      expect(await others.claim('a', 60_000)).toBe('done');
      await nodeRedis?.close();
    },
  );
});
