/**
 * Measures the CPU time of verifying a webhook delivery, beside `svix` and `standardwebhooks`, in one process and in turns:
 * `npm run bench:webhooks`. Each verifies the bytes of a request and parses the JSON. Nothing is asserted on time.
 */
import { parseArgs } from 'node:util';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';

import { verifyWebhook } from '../../../lib/webhooks/verify-webhook.js';
import { signWebhook } from '../../../lib/testing/webhooks/sign-webhook.js';

const SIGNING_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, milliseconds: { type: 'string', default: '300' } },
});
const rounds = Number(values.rounds);
const milliseconds = Number(values.milliseconds);

interface Delivery {
  headers: Record<string, string>;
  body: Buffer;
}

const VERIFIERS: Record<string, (delivery: Delivery) => unknown> = {
  'nest-clerk': ({ headers, body }) => verifyWebhook({ headers, body }, { signingSecret: SIGNING_SECRET }),
  svix: ({ headers, body }) => new SvixWebhook(SIGNING_SECRET).verify(body, headers),
  standardwebhooks: ({ headers, body }) => {
    const { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': signature } = headers;
    const named = { 'webhook-id': id!, 'webhook-timestamp': timestamp!, 'webhook-signature': signature! };
    return new StandardWebhook(SIGNING_SECRET).verify(body, named);
  },
};

function deliveryOf(bytes: number): Delivery {
  const data = { id: 'user_alice', items: Array.from({ length: bytes / 100 }, () => 'x'.repeat(97)) };
  const { headers, body } = signWebhook({ type: 'user.updated', data }, { signingSecret: SIGNING_SECRET });
  return { headers: { ...headers }, body: Buffer.from(body) };
}

/** CPU microseconds of one delivery. */
async function measure(verify: (delivery: Delivery) => unknown, delivery: Delivery): Promise<number> {
  const end = performance.now() + milliseconds;
  const start = process.cpuUsage();
  let count = 0;
  while (performance.now() < end) {
    for (let index = 0; index < 10; index++) await verify(delivery);
    count += 10;
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / count;
}

for (const bytes of [1000, 100_000]) {
  const delivery = deliveryOf(bytes);
  const samples = new Map<string, number[]>();
  for (let round = -1; round < rounds; round++) {
    for (const [name, verify] of Object.entries(VERIFIERS)) {
      const sample = await measure(verify, delivery);
      // The first round is the warm-up.
      if (round >= 0) samples.set(name, [...(samples.get(name) ?? []), sample]);
    }
  }
  console.log(`${bytes / 1000} KB, CPU µs per verified delivery (median of ${rounds} rounds)`);
  for (const [name, values] of samples) {
    const median = values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
    console.log(`  ${name.padEnd(18)}${median.toFixed(1)}`);
  }
}
