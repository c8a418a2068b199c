import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';

import { signingKeys } from '../../lib/webhooks/signing-secret.js';
import { verifyDelivery } from '../../lib/webhooks/verify-delivery.js';

const DELIVERIES = 10_000;
const secret = fc
  .uint8Array({ minLength: 24, maxLength: 64 })
  .map(bytes => `whsec_${Buffer.from(bytes).toString('base64')}`);

/** A signed delivery, and the changes on its way. */
const delivery = fc.record({
  secret,
  otherSecret: secret,
  id: fc.stringMatching(/^msg_[A-Za-z0-9]{1,27}$/),
  data: fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 }),
  prefix: fc.constantFrom('svix', 'webhook'),
  ageSeconds: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: -290, max: 290 }) },
    fc.integer({ min: -4000, max: -310 }),
    fc.integer({ min: 310, max: 4000 }),
  ),
  mutation: fc.constantFrom(
    'none',
    'none',
    'none',
    'no id',
    'no timestamp',
    'no signature',
    'empty id',
    'empty signature',
    'other id',
    'malformed timestamp',
    'shifted timestamp',
    'wrong version',
    'bare base64',
    'truncated',
    'signature of another secret',
    'several signatures',
    'several without a match',
    'tampered body',
    'reformatted body',
    'white space around headers',
  ),
});

type Delivery = typeof delivery extends fc.Arbitrary<infer T> ? T : never;

function received({ mutation, prefix, id, data, ageSeconds, ...drawn }: Delivery) {
  const now = Math.floor(Date.now() / 1000);
  const signedAt = new Date((now - ageSeconds) * 1000);
  let body = JSON.stringify({ type: 'user.updated', data }, undefined, 1);
  const signature = new StandardWebhook(drawn.secret).sign(id, signedAt, body);
  const other = new StandardWebhook(drawn.otherSecret).sign(id, signedAt, body);
  const bare = signature.slice(3);
  const timestamp = String(now - ageSeconds);
  const headers: Record<string, string> = { id, timestamp, signature };
  const mutations: Record<Delivery['mutation'], () => unknown> = {
    none: () => undefined,
    'no id': () => delete headers.id,
    'no timestamp': () => delete headers.timestamp,
    'no signature': () => delete headers.signature,
    'empty id': () => (headers.id = ''),
    'empty signature': () => (headers.signature = ''),
    'other id': () => (headers.id = `${id}x`),
    'malformed timestamp': () => (headers.timestamp = `t${timestamp}`),
    'shifted timestamp': () => (headers.timestamp = String(now - ageSeconds + 1)),
    'wrong version': () => (headers.signature = `v1a,${bare}`),
    'bare base64': () => (headers.signature = bare),
    truncated: () => (headers.signature = signature.slice(0, -3)),
    'signature of another secret': () => (headers.signature = other),
    'several signatures': () => (headers.signature = `${other} v1a,xyz ${signature}`),
    'several without a match': () => (headers.signature = `${other} v2,${bare}`),
    'tampered body': () => (body = body.replace('user.updated', 'user.deleted')),
    'reformatted body': () => (body = JSON.stringify(JSON.parse(body))),
    'white space around headers': () => (headers.id = ` ${id}`),
  };
  mutations[mutation]();
  const named = Object.entries(headers).map(([name, value]) => [`${prefix}-${name}`, value.trim()]);
  return { secret: drawn.secret, body, headers: Object.fromEntries(named) as Record<string, string> };
}

test(`the verifier agrees with svix and standardwebhooks on ${DELIVERIES} drawn deliveries`, () => {
  const outcomes = { accepted: 0, rejected: 0 };
  fc.assert(
    fc.property(delivery, drawn => {
      const { secret, body, headers } = received(drawn);
      const ours = outcome(() => {
        const keys = signingKeys(secret);
        return verifyDelivery(name => headers[name], Buffer.from(body), keys, Date.now()).payload;
      });
      expect(ours).toEqual(outcome(() => new SvixWebhook(secret).verify(body, headers)));
      if (drawn.prefix === 'webhook') {
        expect(ours).toEqual(outcome(() => new StandardWebhook(secret).verify(body, headers)));
      }
      outcomes[ours === 'rejected' ? 'rejected' : 'accepted']++;
    }),
    { numRuns: DELIVERIES },
  );
  // Both halves of the comparison have cases.
  expect(outcomes.accepted).toBeGreaterThan(DELIVERIES / 10);
  expect(outcomes.rejected).toBeGreaterThan(DELIVERIES / 10);
});

test('deviation: a timestamp that only starts with a number is rejected', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const signedAt = new Date();
  const body = '{}';
  const headers = {
    'svix-id': 'msg_1',
    'svix-timestamp': `${Math.floor(signedAt.getTime() / 1000)} seconds`,
    'svix-signature': new SvixWebhook(secret).sign('msg_1', signedAt, body),
  } as Record<string, string>;
  expect(new SvixWebhook(secret).verify(body, headers)).toEqual({});
  expect(() => verifyDelivery(name => headers[name], body, signingKeys(secret), Date.now())).toThrow(
    /not a number of seconds/,
  );
});

function outcome(verify: () => unknown): unknown {
  try {
    return verify();
  } catch {
    return 'rejected';
  }
}
