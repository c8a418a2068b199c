import type { LocalInstance } from '../local-instance.js';
import type { LocalSignUpAttempt, AttemptVerification } from '../store/attempts.js';
import { verificationJson } from './verification-codes.js';

type Json = Record<string, unknown>;

/** The required fields of every new user. */
const REQUIRED_FIELDS = ['email_address', 'password'] as const;
const OPTIONAL_FIELDS = ['phone_number', 'username', 'first_name', 'last_name'] as const;

/** The Frontend API's JSON of a sign-up. */
export function signUpJson(signUp: LocalSignUpAttempt, { store }: LocalInstance): Json {
  const now = store.now();
  return {
    object: 'sign_up_attempt',
    id: signUp.id,
    status: signUp.createdUserId === null ? 'missing_requirements' : 'complete',
    required_fields: REQUIRED_FIELDS,
    optional_fields: OPTIONAL_FIELDS,
    missing_fields: missingFields(signUp),
    unverified_fields: unverifiedFields(signUp),
    verifications: {
      email_address: identifierVerificationJson(signUp.emailVerification, 'email_code', now),
      phone_number: identifierVerificationJson(signUp.phoneVerification, 'phone_code', now),
      web3_wallet: null,
      external_account: verificationJson(signUp.externalVerification ?? null, now),
    },
    username: signUp.username,
    email_address: signUp.emailAddress,
    phone_number: signUp.phoneNumber,
    web3_wallet: null,
    password_enabled: signUp.password !== null,
    first_name: signUp.firstName,
    last_name: signUp.lastName,
    unsafe_metadata: signUp.unsafeMetadata,
    public_metadata: signUp.publicMetadata,
    custom_action: signUp.customAction ?? false,
    external_id: signUp.externalId ?? null,
    created_session_id: signUp.createdSessionId,
    created_user_id: signUp.createdUserId,
    abandon_at: signUp.abandonAt,
    legal_accepted_at: signUp.legalAcceptedAt,
  };
}

/** The names of the required fields that have no value yet. */
export function missingFields(signUp: LocalSignUpAttempt): string[] {
  const values = { email_address: signUp.emailAddress, password: signUp.password };
  return REQUIRED_FIELDS.filter(
    // With an invitation or an account of an OAuth provider, the password is optional.
    name => values[name] === null && !(name === 'password' && (signUp.ticket !== null || hasAccount(signUp))),
  );
}

/** Whether an OAuth provider identified the user, or is about to. */
function hasAccount({ externalVerification }: LocalSignUpAttempt): boolean {
  return externalVerification?.status === 'verified';
}

/** The names of the fields with an unverified value. */
export function unverifiedFields(signUp: LocalSignUpAttempt): string[] {
  const isOpen = (value: string | null, verification: AttemptVerification | null): boolean =>
    value !== null && verification?.status !== 'verified';
  return [
    ...(isOpen(signUp.emailAddress, signUp.emailVerification) ? ['email_address'] : []),
    ...(isOpen(signUp.phoneNumber, signUp.phoneVerification) ? ['phone_number'] : []),
  ];
}

/** ClerkJS prepares a verification only while it is missing. */
function identifierVerificationJson(
  verification: AttemptVerification | null,
  strategy: string,
  now: number,
): Json | null {
  const json = verificationJson(verification, now);
  return (
    json && {
      ...json,
      next_action: json.status === 'unverified' ? 'needs_attempt' : '',
      supported_strategies: [strategy],
    }
  );
}
