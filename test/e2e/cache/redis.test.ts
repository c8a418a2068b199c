import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { LocalClerk, signWebhook } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { forkApp } from '../../support/forked-app.js';
import type { ForkedApp } from '../../support/forked-app.js';
import { describeWith, startRedis } from '../../support/microservices/brokers.js';
import { closeMicroservices } from '../../support/microservices/running-microservice.js';
import { bearer } from '../../support/nest-app.js';
import { SIGNING_SECRET } from '../../support/webhooks.js';

describeWith('redis-server', 'two processes with one Redis, by Keyv and @keyv/redis', () => {
  let local: LocalClerk;
  let server: LocalClerkServer;
  let redis: Redis;
  let serverPid: number;
  let instances: ForkedApp[] = [];

  beforeAll(async () => {
    local = await LocalClerk.create({ users: [{ id: 'user_alice', firstName: 'Alice' }] });
    server = await local.listen();
    const socket = await startRedis();
    redis = new Redis(socket);
    serverPid = Number(/process_id:(\d+)/.exec(await redis.info('server'))?.[1]);
    instances = await Promise.all(
      // The first two never give up, on a busy machine either.
      ['5000', '5000', '20'].map(timeout =>
        forkApp('cache-instance.ts', [socket, SIGNING_SECRET, timeout], local, server.url),
      ),
    );
  }, 60_000);

  afterAll(async () => {
    await Promise.all(instances.map(instance => instance.close()));
    redis?.disconnect();
    await server?.close();
    await closeMicroservices();
  });

  const calls = (operation: string) =>
    local.requests.filter(request => request.operation === operation).length;

  async function get(instance: number, path: string, token = ''): Promise<string> {
    const response = await fetch(`http://127.0.0.1:${instances[instance]!.port}${path}`, {
      headers: bearer(token),
    });
    expect(response.status).toBe(200);
    return response.text();
  }

  const warnings = async (instance: number) => JSON.parse(await get(instance, '/warnings')) as string[];

  test('1,000 requests with 10 API keys make 10 calls', async () => {
    const keys = Array.from({ length: 10 }, (_, index) =>
      local.apiKeys.create({ subject: `user_${index}`, name: 'CI' }),
    );
    for (const [index, { secret }] of keys.entries()) {
      expect(await get(index % 2, '/api-key', secret)).toBe(`user_${index}`);
    }
    for (let batch = 0; batch < 33; batch++) {
      const subjects = await Promise.all(
        Array.from({ length: 30 }, (_, index) =>
          get((batch + index) % 2, '/api-key', keys[index % 10]!.secret),
        ),
      );
      subjects.forEach((subject, index) => expect(subject).toBe(`user_${index % 10}`));
    }
    expect(calls('verifyApiKey')).toBe(10);
  }, 60_000);

  test('Redis has no token and no user, and nothing that does not end', async () => {
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
    await get(0, '/api-key', secret);
    await get(0, '/name', await local.issueSessionToken({ userId: 'user_alice', expiresIn: 600 }));
    const keys = await redis.keys('*');
    expect(keys.length).toBeGreaterThanOrEqual(2);
    for (const key of keys) {
      const value = `${await redis.get(key)}`;
      const decoded = Buffer.from((JSON.parse(value) as { value: string }).value, 'base64').toString(
        'latin1',
      );
      for (const text of [key, value, decoded]) {
        for (const secretOne of [secret, 'user_alice', 'Alice']) expect(text).not.toContain(secretOne);
      }
      expect(await redis.pttl(key)).toBeGreaterThan(0);
      expect(await redis.pttl(key)).toBeLessThanOrEqual(60_000);
    }
  });

  test('a webhook to one process is seen by the other at once', async () => {
    const token = await local.issueSessionToken({ userId: 'user_alice', expiresIn: 600 });
    expect(await get(1, '/name', token)).toBe('Alice');
    local.users.update('user_alice', { firstName: 'Alicia' });
    expect(await get(1, '/name', token)).toBe('Alice');
    const { headers, body } = signWebhook(
      { type: 'user.updated', data: { id: 'user_alice' } },
      { signingSecret: SIGNING_SECRET },
    );
    const url = `http://127.0.0.1:${instances[0]!.port}/webhooks/clerk`;
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200);
    expect(await get(1, '/name', token)).toBe('Alicia');
  });

  test('what was written to Redis by others is ignored', async () => {
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
    const before = new Set(await redis.keys('*'));
    await get(0, '/api-key', secret);
    const [key] = (await redis.keys('*')).filter(each => !before.has(each));
    const [foreign] = before;
    const forged = JSON.stringify({ value: JSON.stringify({ value: { subject: 'user_admin' } }) });
    for (const value of ['garbage', '{"value":{}}', forged, (await redis.get(foreign!))!]) {
      await redis.set(key!, value, 'PX', 60_000);
      expect(await get(1, '/api-key', secret)).toBe('user_alice');
    }
  });

  test('a Redis that hangs means no cache and one warning', async () => {
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
    await get(2, '/api-key', secret);
    process.kill(serverPid, 'SIGSTOP');
    try {
      for (let index = 0; index < 100 && (await warnings(2)).length === 0; index++)
        await get(2, '/api-key', secret);
      const before = calls('verifyApiKey');
      for (let index = 0; index < 5; index++) await get(2, '/api-key', secret);
      expect(calls('verifyApiKey')).toBe(before + 5);
      expect(await warnings(2)).toEqual([expect.stringContaining('no answer within 20 ms')]);
    } finally {
      process.kill(serverPid, 'SIGCONT');
    }
  });

  test('a Redis that has ended fails no request', async () => {
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
    redis.disconnect();
    process.kill(serverPid, 'SIGKILL');
    const before = calls('verifyApiKey');
    for (let index = 0; index < 5; index++) await get(2, '/api-key', secret);
    expect(calls('verifyApiKey')).toBe(before + 5);
  });
});
