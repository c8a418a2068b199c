import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { MachineTokenVerificationErrorCode, TokenVerificationErrorReason } from '@clerk/backend/errors';
import { describe, expect, it } from '@jest/globals';

import { AuthErrorReason, RefreshErrorReason } from '../../../lib/authentication/auth-reason.js';
import { TokenVerificationErrorReason as OurTokenReason } from '../../../lib/errors/token-verification-error.js';

const REASONS = [AuthErrorReason, RefreshErrorReason, OurTokenReason].flatMap(reasons =>
  Object.values<string>(reasons),
);
const REASONS_OF_OUR_OWN = ['No token in header', 'request-not-authenticated'];

/** The reasons that no request has, and why. */
const NEVER: Record<string, string> = {
  'session-token-expired': 'Only as the beginning of session-token-expired-refresh-….',
  'missing-session-token': 'What is refreshed is an expired token, so there always is one.',
  'jwk-local-missing':
    'An empty jwtKey counts as none; one that is no key stops the application at the start.',
  'jwk-remote-invalid': 'Not used by @clerk/backend 3 either: a key that cannot be read counts as none.',
  'jwk-remote-missing': 'Not used by @clerk/backend 3 either: jwk-kid-mismatch says it.',
};

const END_TO_END_TESTS = join(import.meta.dirname, '..');
const tests = readdirSync(END_TO_END_TESTS, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.test.ts') && !name.endsWith('reasons.test.ts'))
  .map(name => readFileSync(join(END_TO_END_TESTS, name), 'utf8'))
  .join('\n');

/** Whether a test, or a group of tests, has a title such as `token-invalid: it is no JWT`. */
function hasTest(reason: string): boolean {
  return new RegExp(`['"\`](session-token-expired-refresh-)?${reason}: `).test(tests);
}

describe('reason codes', () => {
  it.each([...REASONS, ...REASONS_OF_OUR_OWN].filter(reason => !NEVER[reason]))(
    '%s starts the title of a test that shows the reason',
    reason => {
      expect(hasTest(reason)).toBe(true);
    },
  );

  it.each(Object.entries(NEVER))('%s has no such test: %s', reason => {
    expect(REASONS).toContain(reason);
    expect(hasTest(reason)).toBe(false);
  });

  it('include every reason of @clerk/backend', () => {
    expect(Object.values(OurTokenReason)).toEqual(Object.values(TokenVerificationErrorReason));
    expect(REASONS).toEqual(expect.arrayContaining(Object.values(MachineTokenVerificationErrorCode)));
  });
});
