import { fork } from 'node:child_process';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { fileURLToPath } from 'node:url';

import { LocalClerk, signWebhook } from 'nest-clerk/testing';

import { SIGNING_SECRET } from './webhooks.js';

const TYPESCRIPT_LOADER = new URL('../../tools/run-ts.mjs', import.meta.url).href;

/** The steps of a delivery at which an instance can be killed. */
export const DELIVERY_STEPS = [
  'before the claim',
  'after the claim',
  'before the effect',
  'after the effect',
  'before it is completed',
  'after it is completed',
] as const;

export type DeliveryStep = (typeof DELIVERY_STEPS)[number];

/** An instance of the application, in a process of its own. */
export interface WebhookInstance {
  /** The signal that ended the process. */
  readonly ended: Promise<NodeJS.Signals | null>;
  /** Delivers `user.created`; the status, or `'no answer'`. */
  deliver(id: string): Promise<number | 'no answer'>;
  stop(): Promise<unknown>;
}

/**
 * Starts an instance of `webhook-instance.ts`.
 *
 * @param redisSocket - the socket of the Redis that all instances share
 * @param killAt - the step of its first delivery at which the process kills itself
 */
export async function startInstance(redisSocket: string, killAt?: DeliveryStep): Promise<WebhookInstance> {
  const { secretKey, publishableKey } = await LocalClerk.create();
  const program = fileURLToPath(new URL('webhook-instance.ts', import.meta.url));
  const child = fork(program, [redisSocket, killAt ?? ''], {
    execArgv: ['--import', TYPESCRIPT_LOADER],
    env: {
      ...process.env,
      CLERK_SECRET_KEY: secretKey,
      CLERK_PUBLISHABLE_KEY: publishableKey,
      CLERK_WEBHOOK_SIGNING_SECRET: SIGNING_SECRET,
    },
  });
  const ended = once(child, 'exit').then(([, signal]) => signal as NodeJS.Signals | null);
  const failed = ended.then(() => {
    throw new Error('The instance ended before it listened.');
  });
  failed.catch(() => undefined);
  const [port] = (await Promise.race([once(child, 'message'), failed])) as [number];
  return {
    ended,
    deliver: id => deliver(port, id),
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function deliver(port: number, id: string): Promise<number | 'no answer'> {
  const { headers, body } = signWebhook(
    { type: 'user.created', data: { id: 'user_alice' } },
    { id, signingSecret: SIGNING_SECRET },
  );
  return new Promise(resolve => {
    httpRequest({
      host: '127.0.0.1',
      port,
      method: 'POST',
      path: '/webhooks/clerk',
      headers: { ...headers },
      agent: false,
    })
      .once('response', response => resolve(response.resume().statusCode ?? 0))
      .once('error', () => resolve('no answer'))
      .end(body);
  });
}
