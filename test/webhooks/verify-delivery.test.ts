import { describe, expect, test } from '@jest/globals';

import { WebhookVerificationError } from '../../lib/errors/webhook-verification-error.js';
import { signingKeys } from '../../lib/webhooks/signing-secret.js';
import { sign, verifyDelivery } from '../../lib/webhooks/verify-delivery.js';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const OTHER_SECRET = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const NOW = 1614265330;
const BODY = '{"test": 2432232314}';
const SIGNATURE = 'g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const HEADERS = {
  'svix-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  'svix-timestamp': String(NOW),
  'svix-signature': `v1,${SIGNATURE}`,
};

interface Attempt {
  headers?: Record<string, string | undefined>;
  body?: string | Uint8Array;
  secret?: string | string[];
  now?: number;
}

function verify({ headers = {}, body = BODY, secret = SECRET, now = NOW }: Attempt = {}) {
  const all: Record<string, string | undefined> = { ...HEADERS, ...headers };
  return verifyDelivery(name => all[name], body, signingKeys(secret), now * 1000);
}

function reasonOf(attempt: Attempt): string {
  try {
    verify(attempt);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    expect(error.message).not.toContain(SECRET.slice(6));
    return error.reason;
  }
}

test('the verifier accepts the known answer of Standard Webhooks', () => {
  expect(verify()).toEqual({
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: NOW,
    payload: { test: 2432232314 },
  });
});

test('the signer computes the known answer of Standard Webhooks', () => {
  const [key] = signingKeys(SECRET);
  expect(sign(key!, HEADERS['svix-id'], HEADERS['svix-timestamp'], BODY)).toBe(SIGNATURE);
});

test('the verifier accepts the headers of Standard Webhooks as well as those of Svix', () => {
  const headers = {
    'svix-id': undefined,
    'svix-timestamp': undefined,
    'svix-signature': undefined,
    'webhook-id': HEADERS['svix-id'],
    'webhook-timestamp': HEADERS['svix-timestamp'],
    'webhook-signature': HEADERS['svix-signature'],
  };
  expect(reasonOf({ headers })).toBe('accepted');
});

test('the verifier accepts the exact bytes, from the middle of a larger buffer too', () => {
  const pool = Buffer.from(`....${BODY}....`);
  expect(verify({ body: pool.subarray(4, 4 + BODY.length) }).payload).toEqual({ test: 2432232314 });
});

describe('delivery with several secrets or signatures', () => {
  test.each([
    ['the new secret first', [OTHER_SECRET, SECRET]],
    ['the new secret last', [SECRET, OTHER_SECRET]],
  ])('is accepted with a signature by one of two secrets, %s', (_title, secret) => {
    expect(reasonOf({ secret })).toBe('accepted');
  });

  test.each([
    ['another signature before it', `v1,${'A'.repeat(43)}= v1,${SIGNATURE}`],
    ['a signature of another version before it', `v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw v1,${SIGNATURE}`],
    ['a signature without a version before it', `${SIGNATURE} v1,${SIGNATURE}`],
    ['further fields after it', `v1,${SIGNATURE},more`],
  ])('is accepted with %s', (_title, signature) => {
    expect(reasonOf({ headers: { 'svix-signature': signature } })).toBe('accepted');
  });
});

describe('delivery', () => {
  test.each(['svix-id', 'svix-timestamp', 'svix-signature'])('without %s is rejected', name => {
    expect(reasonOf({ headers: { [name]: undefined } })).toBe('webhook-headers-missing');
    expect(reasonOf({ headers: { [name]: ' ' } })).toBe('webhook-headers-missing');
  });

  test.each(['soon', '-1', '1e9', `${NOW}.5`, `${NOW}s`, '0x6037a9f2'])(
    'with the timestamp "%s" is rejected',
    timestamp => {
      expect(reasonOf({ headers: { 'svix-timestamp': timestamp } })).toBe('webhook-timestamp-invalid');
    },
  );

  test.each([
    ['five minutes old, is accepted', 300, 'accepted'],
    ['older than five minutes, is rejected', 301, 'webhook-timestamp-too-old'],
    ['five minutes ahead, is accepted', -300, 'accepted'],
    ['further ahead, is rejected', -301, 'webhook-timestamp-too-new'],
  ])('%s', (_title, age, reason) => {
    expect(reasonOf({ now: NOW + age })).toBe(reason);
  });

  test.each([
    ['bare base64', SIGNATURE],
    ['a signature of another version', `v2,${SIGNATURE}`],
    ['a truncated signature', `v1,${SIGNATURE.slice(0, -4)}`],
    ['an empty signature', 'v1,'],
    ['only a version', 'v1'],
    ['a hexadecimal signature', `v1,${Buffer.from(SIGNATURE, 'base64').toString('hex')}`],
  ])('with %s as the signature is rejected', (_title, signature) => {
    expect(reasonOf({ headers: { 'svix-signature': signature } })).toBe('webhook-signature-mismatch');
  });

  test('with a changed id, timestamp, body or secret is rejected', () => {
    const reason = 'webhook-signature-mismatch';
    expect(reasonOf({ headers: { 'svix-id': 'msg_other' } })).toBe(reason);
    expect(reasonOf({ headers: { 'svix-timestamp': String(NOW + 1) } })).toBe(reason);
    expect(reasonOf({ body: '{"test":2432232314}' })).toBe(reason);
    expect(reasonOf({ secret: OTHER_SECRET })).toBe(reason);
  });

  test.each(['', 'nothing', 'null', '"text"', '[]', '{"secret-of-alice":'])(
    'with the signed body %j is rejected without quoting it',
    body => {
      const [key] = signingKeys(SECRET);
      const signature = sign(key!, HEADERS['svix-id'], HEADERS['svix-timestamp'], body);
      const attempt = { body, headers: { 'svix-signature': `v1,${signature}` } };
      expect(reasonOf(attempt)).toBe('webhook-payload-invalid');
      expect(() => verify(attempt)).not.toThrow(/alice/);
    },
  );
});
