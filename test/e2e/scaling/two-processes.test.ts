import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { LocalClerk, signWebhook } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { forkApp } from '../../support/forked-app.js';
import type { ForkedApp } from '../../support/forked-app.js';
import { describeWith, startRedis } from '../../support/microservices/brokers.js';
import { closeMicroservices } from '../../support/microservices/running-microservice.js';
import { bearer } from '../../support/nest-app.js';
import { RoundRobin } from '../../support/round-robin.js';
import { SIGNING_SECRET } from '../../support/webhooks.js';

const USERS = ['user_alice', 'user_bob', 'user_carol'];

interface Answer {
  readonly status: number;
  readonly body: { userId?: string; name?: string; pid?: number; outcome?: string };
}

describeWith('redis-server', 'two processes behind a load balancer, with one Redis', () => {
  let local: LocalClerk;
  let clerk: LocalClerkServer;
  let redis: Redis;
  let processes: ForkedApp[];
  let balancer: RoundRobin;

  beforeAll(async () => {
    local = await LocalClerk.create({ users: USERS.map(id => ({ id, firstName: id })) });
    clerk = await local.listen();
    const socket = await startRedis();
    redis = new Redis(socket);
    processes = await Promise.all(
      ['express', 'fastify'].map(adapter =>
        forkApp('scaling-instance.ts', [adapter, socket, SIGNING_SECRET], local, clerk.url),
      ),
    );
    balancer = await RoundRobin.start(processes.map(({ port }) => port));
  }, 60_000);

  afterAll(async () => {
    await balancer?.close();
    await Promise.all((processes ?? []).map(each => each.close()));
    redis?.disconnect();
    await clerk?.close();
    await closeMicroservices();
  });

  async function send(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(balancer.url + path, init);
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Answer['body'] };
  }
  const get = (path: string, token: string) => send(path, { headers: bearer(token) });

  function deliver(id: string): Promise<Answer> {
    const event = { type: 'user.created', data: { id: 'user_alice' } };
    const { headers, body } = signWebhook(event, { signingSecret: SIGNING_SECRET, id });
    return send('/webhooks/clerk', { method: 'POST', headers, body });
  }

  const effects = async (id: string) => Number(await redis.hget('effects', id));
  const calls = (operation: string) =>
    local.requests.filter(request => request.operation === operation).length;

  test('every user is themselves in both processes', async () => {
    const pids = new Set<number | undefined>();
    for (let round = 0; round < 10; round++) {
      for (const userId of USERS) {
        const token = await local.issueSessionToken({ userId });
        const { status, body } = await get('/who', token);
        expect({ status, userId: body.userId }).toEqual({ status: 200, userId });
        pids.add(body.pid);
      }
    }
    expect(pids.size).toBe(2);
    expect(calls('GetJWKS')).toBe(2);
  });

  test('an API key is verified once for both processes', async () => {
    const { secret } = local.apiKeys.create({ subject: 'user_bob', name: 'CI' });
    const before = calls('verifyApiKey');

    for (let count = 0; count < 20; count++) {
      expect((await get('/api-key', secret)).body.userId).toBe('user_bob');
    }

    expect(calls('verifyApiKey') - before).toBe(1);
  });

  test('an event that each process receives at the same time is handled once', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `msg_twice_${index}`);

    // The load balancer gives the second one to the other process.
    const answers = await Promise.all(ids.flatMap(id => [id, id]).map(deliver));

    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    for (const id of ids) expect(await effects(id)).toBe(1);
  });

  test('after a key rotation both accept the new key, and neither the old one', async () => {
    const old = await local.issueSessionToken({ userId: 'user_alice', expiresIn: 3600 });
    expect((await get('/who', old)).status).toBe(200);
    expect((await get('/who', old)).status).toBe(200);

    await local.rotateKey();
    for (const userId of [...USERS, ...USERS]) {
      const { status, body } = await get('/who', await local.issueSessionToken({ userId }));
      expect({ status, userId: body.userId }).toEqual({ status: 200, userId });
    }

    expect([await get('/who', old), await get('/who', old)].map(({ status }) => status)).toEqual([401, 401]);
    expect(calls('GetJWKS')).toBe(4);
  });

  test('while a process is killed, no answer is wrong, and every event is handled', async () => {
    const { secret } = local.apiKeys.create({ subject: 'user_carol', name: 'CI' });
    const token = await local.issueSessionToken({ userId: 'user_bob' });
    const ids = Array.from({ length: 60 }, (_, index) => `msg_killed_${index}`);
    const [victim] = processes;

    const underWay = ids.map(async (id, index) => {
      if (index === 30) await victim!.kill();
      return [await get('/who', token), await get('/api-key', secret), await deliver(id)] as const;
    });
    const answers = await Promise.all(underWay);

    for (const [session, key] of answers) {
      expect(session.status === 502 || session.body.userId === 'user_bob').toBe(true);
      expect(key.status === 502 || key.body.userId === 'user_carol').toBe(true);
    }
    expect(answers.flat().some(({ status }) => status === 502)).toBe(true);
    expect(answers.flat().some(({ status }) => status === 200)).toBe(true);
    // Clerk sends an event again until it is answered with 200.
    for (const [index, id] of ids.entries()) {
      let { status } = answers[index]![2];
      for (let again = 0; status !== 200 && again < 10_000; again++) status = (await deliver(id)).status;
      expect(status).toBe(200);
      const times = await effects(id);
      // Twice, if the process was killed after the effect and before it was recorded that the delivery is done.
      expect(times === 1 || (times === 2 && answers[index]![2].status !== 200)).toBe(true);
    }
    expect((await get('/who', token)).status === 200 || (await get('/who', token)).status === 200).toBe(true);
  }, 60_000);
});
