import { inspect } from 'node:util';

import { afterEach, expect, test } from '@jest/globals';

import { ClerkConfigurationError } from '../../lib/errors/clerk-configuration-error.js';
import { signingKeys } from '../../lib/webhooks/signing-secret.js';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const OTHER_SECRET = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';

afterEach(() => {
  delete process.env.CLERK_WEBHOOK_SIGNING_SECRET;
});

function errorOf(run: () => unknown): ClerkConfigurationError {
  try {
    run();
  } catch (error) {
    if (error instanceof ClerkConfigurationError) return error;
    throw error;
  }
  throw new Error('accepted');
}

test('a secret is decoded from base64 with and without the prefix whsec_', () => {
  const bytes = Buffer.from(SECRET.slice(6), 'base64');
  expect(signingKeys(SECRET)[0]?.export()).toEqual(bytes);
  expect(signingKeys(SECRET.slice(6))[0]?.export()).toEqual(bytes);
});

test('the environment is read at each call and may contain several secrets', () => {
  process.env.CLERK_WEBHOOK_SIGNING_SECRET = `${SECRET}, ${OTHER_SECRET}\n`;
  expect(signingKeys()).toHaveLength(2);
  process.env.CLERK_WEBHOOK_SIGNING_SECRET = SECRET;
  expect(signingKeys()).toHaveLength(1);
});

test('the option is preferred to the environment', () => {
  process.env.CLERK_WEBHOOK_SIGNING_SECRET = `${SECRET} ${OTHER_SECRET}`;
  expect(signingKeys([SECRET])).toHaveLength(1);
});

test.each([[undefined], [''], [[]], [['', ' ']]])(
  'the error for a missing secret says where to find it: %j',
  secret => {
    const error = errorOf(() => signingKeys(secret));
    expect(error.code).toBe('webhook_signing_secret_missing');
    expect(error.message).toContain('CLERK_WEBHOOK_SIGNING_SECRET');
    expect(error.message).toContain('https://dashboard.clerk.com/~/webhooks');
  },
);

test.each([
  ['a secret key', 'sk_test_abcdefghijkl', /a secret key/],
  ['quotation marks', `"${SECRET}"`, /quotation marks/],
  ['a truncated secret', SECRET.slice(0, -1), /incomplete/],
  ['characters outside of base64', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2La%', /base64/],
  ['only the prefix', 'whsec_', /truncated/],
  ['a number', 42 as unknown as string, /string/],
])('the error for %s does not show the secret', (_title, secret, message) => {
  const error = errorOf(() => signingKeys([secret]));
  expect(error.code).toBe('webhook_signing_secret_invalid');
  expect(error.message).toMatch(message);
  expect(error.message).not.toContain('MfKQ9r8GKYqrTwjUPD8ILPZIo2La');
});

test('a log of the keys shows no secret', () => {
  expect(inspect(signingKeys(SECRET), { depth: 5, showHidden: true })).not.toContain('MfKQ');
});
