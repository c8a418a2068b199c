import { randomInt } from 'node:crypto';

import type { LocalInstance } from '../local-instance.js';
import type { AttemptVerification, ExternalVerification } from '../store/attempts.js';
import type { LocalMessagePurpose } from '../store/inbox.js';
import {
  codeIncorrect,
  verificationAlreadyVerified,
  verificationExpired,
  verificationFailed,
  verificationMissing,
} from './errors.js';

/** The code of Clerk's test addresses and numbers. */
const TEST_CODE = '424242';
const TEST_EMAIL_ADDRESS = /\+clerk_test(?:[._-][^@]*)?@/i;
/** The numbers that are reserved for fiction, in any area. */
const TEST_PHONE_NUMBER = /^\+1\d{3}55501\d{2}$/;

const CODE_LIFETIME = 10 * 60 * 1000;
const MAX_ATTEMPTS = 5;

/** A code to send. */
export interface CodeRequest {
  /** Such as `email_code`. */
  readonly strategy: string;
  /** The email address or the phone number. */
  readonly identifier: string;
  readonly purpose: LocalMessagePurpose;
}

/**
 * Creates a one-time code and adds its message to the inbox.
 *
 * @see https://clerk.com/docs/guides/development/testing/test-emails-and-phones
 */
export function sendCode(instance: LocalInstance, request: CodeRequest): AttemptVerification {
  const { strategy, identifier, purpose } = request;
  const isTest = isTestIdentifier(instance, identifier);
  const code = isTest ? TEST_CODE : String(randomInt(1_000_000)).padStart(6, '0');
  if (!isTest) {
    instance.store.inbox.deliver({
      channel: identifier.includes('@') ? 'email' : 'sms',
      to: identifier,
      purpose,
      subject: `${code} is your verification code`,
      text: `Your verification code is ${code}. It is valid for 10 minutes.`,
      code,
      url: null,
    });
  }
  return {
    strategy,
    status: 'unverified',
    attempts: 0,
    expireAt: instance.store.now() + CODE_LIFETIME,
    code,
    identifier,
  };
}

/**
 * Compares a code with the one that was sent. The result must be saved before {@link rejectUnverified}, so that wrong
 * attempts count.
 *
 * @throws {@link ClerkAPIResponseError} 400 if no code was sent, or it has expired, had too many attempts or was used
 */
export function attemptCode(
  { store }: LocalInstance,
  verification: AttemptVerification | null,
  code: string,
): AttemptVerification {
  if (verification?.code == null) throw verificationMissing();
  if (verification.status === 'verified') throw verificationAlreadyVerified();
  if (verification.status === 'failed') throw verificationFailed();
  if (isExpired(verification, store.now())) throw verificationExpired();
  const attempts = verification.attempts + 1;
  if (code === verification.code) return { ...verification, attempts, status: 'verified' };
  return { ...verification, attempts, status: attempts < MAX_ATTEMPTS ? 'unverified' : 'failed' };
}

/** @throws {@link ClerkAPIResponseError} 422 `form_code_incorrect` for a wrong code */
export function rejectUnverified({ status }: AttemptVerification): void {
  if (status !== 'verified') throw codeIncorrect();
}

/** The Frontend API's JSON of a verification, by its strategy. */
export function verificationJson(
  verification: AttemptVerification | null,
  now: number,
): Record<string, unknown> | null {
  if (verification === null) return null;
  const { strategy, attempts, expireAt } = verification;
  const status = verificationStatus(verification, now);
  if (verification.external) return externalVerificationJson(verification, verification.external);
  return { object: `verification_${kindOf(strategy)}`, status, strategy, attempts, expire_at: expireAt };
}

function externalVerificationJson(
  { strategy, status, expireAt }: AttemptVerification,
  { redirectUrl, error }: ExternalVerification,
): Record<string, unknown> {
  return {
    object: 'verification_oauth',
    status,
    strategy,
    attempts: null,
    expire_at: expireAt ?? 0,
    external_verification_redirect_url: status === 'unverified' ? redirectUrl : null,
    ...(error && { error: { ...error, long_message: error.message } }),
  };
}

/** The status of a verification, with regard to its expiry. */
export function verificationStatus(
  verification: AttemptVerification,
  now: number,
): AttemptVerification['status'] | 'expired' {
  return isExpired(verification, now) ? 'expired' : verification.status;
}

function isExpired({ status, expireAt }: AttemptVerification, now: number): boolean {
  return status === 'unverified' && expireAt !== null && expireAt <= now;
}

function kindOf(strategy: string): string {
  return strategy.endsWith('_code') && strategy !== 'backup_code' ? 'otp' : strategy;
}

/** Only instances in test mode have test identifiers, which development instances are. */
function isTestIdentifier({ instanceType }: LocalInstance, identifier: string): boolean {
  if (instanceType === 'production') return false;
  return identifier.includes('@') ? TEST_EMAIL_ADDRESS.test(identifier) : TEST_PHONE_NUMBER.test(identifier);
}
