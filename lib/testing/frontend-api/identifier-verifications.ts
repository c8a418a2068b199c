import type { LocalInstance } from '../local-instance.js';
import type { AttemptVerification } from '../store/attempts.js';
import type { LocalVerification } from '../store/records.js';
import { verificationAlreadyVerified } from './errors.js';
import { attemptCode, sendCode } from './verification-codes.js';

/** An email address or a phone number of a user. */
export interface VerifiableIdentifier {
  readonly userId: string;
  readonly identifierId: string;
  /** The email address or the phone number. */
  readonly value: string;
  readonly verification: LocalVerification | null;
}

/**
 * Sends a code to an identifier that a user has added.
 *
 * @returns the verification, to be kept with the identifier
 * @throws {@link ClerkAPIResponseError} 400 for an identifier that is verified already
 */
export function prepareIdentifier(
  { userId, identifierId, value, verification: current }: VerifiableIdentifier,
  strategy: 'email_code' | 'phone_code',
  instance: LocalInstance,
): LocalVerification {
  if (current?.status === 'verified') throw verificationAlreadyVerified();
  const { identifierVerifications } = instance.store.attempts;
  const verification = sendCode(instance, { strategy, identifier: value, purpose: 'verification' });
  const earlier = identifierVerifications.findBy('identifierId', identifierId);
  if (earlier) identifierVerifications.update(earlier.id, { verification });
  else identifierVerifications.add({ userId, identifierId, verification });
  return ofIdentifier(verification);
}

/**
 * Compares a code with the one that was sent to an identifier.
 *
 * @returns the verification, to be kept with the identifier before it is judged
 * @throws {@link ClerkAPIResponseError} 400 when no code was sent, or it has expired, was tried too often or was used
 */
export function attemptIdentifier(
  { identifierId, verification: current }: VerifiableIdentifier,
  code: string,
  instance: LocalInstance,
): { attempted: AttemptVerification; verification: LocalVerification } {
  if (current?.status === 'verified') throw verificationAlreadyVerified();
  const { identifierVerifications } = instance.store.attempts;
  const prepared = identifierVerifications.findBy('identifierId', identifierId);
  const attempted = attemptCode(instance, prepared?.verification ?? null, code);
  if (prepared) identifierVerifications.update(prepared.id, { verification: attempted });
  return { attempted, verification: ofIdentifier(attempted) };
}

function ofIdentifier({ status, strategy, attempts, expireAt }: AttemptVerification): LocalVerification {
  return { status: status === 'transferable' ? 'unverified' : status, strategy, attempts, expireAt };
}
