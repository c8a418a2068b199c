import { setTimeout as sleep } from 'node:timers/promises';

import { signWebhook } from '../../lib/testing/index.js';
import { send } from './http.js';
import type { Caller, CallerContext } from './load.js';
import { handled, SIGNING_SECRET } from './soak-app.js';

/** A claim that was made while Redis was lost ends after a minute. */
export const MAX_REDELIVERY_MS = 75_000;
const REDELIVERY_AFTER_MS = 200;

/** Clerk, which sends an event again until it is answered with 200; and once more. */
export function webhookCallers({ name, port, faults, observations, stopping }: CallerContext): Caller[] {
  let deliveries = 0;
  return [{ kind: 'webhook', call: webhook }];

  async function webhook(): Promise<void> {
    const id = `msg_${name}_${deliveries++}`;
    const began = Date.now();
    const giveUpAt = began + MAX_REDELIVERY_MS;
    for (let status = await deliver(id); status !== 200; status = await deliver(id)) {
      if (Date.now() >= giveUpAt) return observations.fail(`webhook: ${status} for ${MAX_REDELIVERY_MS} ms`);
      if (!faults.explains('Redis', began)) {
        return observations.fail(`webhook: ${status} although Redis is there`);
      }
      observations.unexpected('webhook', `${status}`, began, ['Redis']);
      if (stopping.aborted) return;
      await sleep(REDELIVERY_AFTER_MS);
    }
    await deliver(id);
    const times = handled.get(id) ?? 0;
    if (times === 1) return observations.count('webhook');
    // While Redis is lost it cannot be recorded that a delivery is done. One that was never handled has no excuse.
    if (times === 0) observations.fail('webhook: answered with 200, and not handled');
    else observations.unexpected('webhook', `handled ${times} times`, began, ['Redis']);
  }

  async function deliver(id: string): Promise<number> {
    const event = { type: 'user.created', data: { id: 'user_alice' } };
    const { headers, body } = signWebhook(event, { signingSecret: SIGNING_SECRET, id });
    return (await send(port, 'POST', '/webhooks/clerk', { ...headers }, body)).status;
  }
}
