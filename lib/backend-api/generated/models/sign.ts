// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap, ifPresent, nullable } from '../../transport/decode.js';

/** A sign in token, as the Backend API answers it. */
export interface SignInToken {
  readonly object: 'sign_in_token';
  readonly id: string;
  readonly status: 'pending' | 'accepted' | 'revoked';
  readonly userId: string;
  readonly token: string;
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** A sign up attempt, as the Backend API answers it. */
export interface SignUpAttempt {
  readonly object: 'sign_up_attempt';
  readonly id: string;
  readonly status: 'missing_requirements' | 'complete' | 'abandoned';
  readonly requiredFields: string[];
  readonly optionalFields: string[];
  readonly missingFields: string[];
  readonly unverifiedFields: string[];
  readonly verifications: SignUpAttemptVerifications;
  readonly username: string | null;
  readonly emailAddress: string | null;
  readonly phoneNumber: string | null;
  readonly web3Wallet: string | null;
  readonly passwordEnabled: boolean;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly unsafeMetadata?: Record<string, unknown>;
  readonly publicMetadata?: Record<string, unknown>;
  readonly customAction: boolean;
  readonly externalId: string | null;
  readonly createdSessionId: string | null;
  readonly createdUserId: string | null;
  /** Milliseconds since 1970. */
  readonly abandonAt: number;
  /** Milliseconds since 1970. */
  readonly legalAcceptedAt: number | null;
  readonly locale?: string | null;
  /** @deprecated Clerk has deprecated the field. */
  readonly externalAccount?: Record<string, unknown>;
}

/** A sign up attempt verification, as the Backend API answers it. */
export interface SignUpAttemptVerification {
  readonly nextAction: 'needs_prepare' | 'needs_attempt' | '';
  readonly supportedStrategies: string[];
}

/** A sign up attempt verifications, as the Backend API answers it. */
export interface SignUpAttemptVerifications {
  readonly emailAddress: SignUpAttemptVerification | null;
  readonly phoneNumber: SignUpAttemptVerification | null;
  readonly web3Wallet: SignUpAttemptVerification | null;
  readonly externalAccount: Record<string, unknown> | null;
}

/** Reads the API's JSON. */
export function decodeSignInToken(json: unknown): SignInToken {
  return decodeObject<SignInToken>(json, SIGN_IN_TOKEN_FIELDS);
}

/** Reads the API's JSON. */
export function decodeSignUpAttempt(json: unknown): SignUpAttempt {
  return decodeObject<SignUpAttempt>(json, SIGN_UP_ATTEMPT_FIELDS);
}

/** Reads the API's JSON. */
export function decodeSignUpAttemptVerification(json: unknown): SignUpAttemptVerification {
  return decodeObject<SignUpAttemptVerification>(json, SIGN_UP_ATTEMPT_VERIFICATION_FIELDS);
}

/** Reads the API's JSON. */
export function decodeSignUpAttemptVerifications(json: unknown): SignUpAttemptVerifications {
  return decodeObject<SignUpAttemptVerifications>(json, SIGN_UP_ATTEMPT_VERIFICATIONS_FIELDS);
}

const SIGN_IN_TOKEN_FIELDS: FieldMap<SignInToken> = {
  object: 'object',
  id: 'id',
  status: 'status',
  userId: 'user_id',
  token: 'token',
  url: 'url',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

const SIGN_UP_ATTEMPT_FIELDS: FieldMap<SignUpAttempt> = {
  object: 'object',
  id: 'id',
  status: 'status',
  requiredFields: 'required_fields',
  optionalFields: 'optional_fields',
  missingFields: 'missing_fields',
  unverifiedFields: 'unverified_fields',
  verifications: ['verifications', ifPresent(decodeSignUpAttemptVerifications)],
  username: 'username',
  emailAddress: 'email_address',
  phoneNumber: 'phone_number',
  web3Wallet: 'web3_wallet',
  passwordEnabled: 'password_enabled',
  firstName: 'first_name',
  lastName: 'last_name',
  unsafeMetadata: 'unsafe_metadata',
  publicMetadata: 'public_metadata',
  customAction: 'custom_action',
  externalId: 'external_id',
  createdSessionId: 'created_session_id',
  createdUserId: 'created_user_id',
  abandonAt: 'abandon_at',
  legalAcceptedAt: 'legal_accepted_at',
  locale: 'locale',
  externalAccount: 'external_account',
};

const SIGN_UP_ATTEMPT_VERIFICATION_FIELDS: FieldMap<SignUpAttemptVerification> = {
  nextAction: 'next_action',
  supportedStrategies: 'supported_strategies',
};

const SIGN_UP_ATTEMPT_VERIFICATIONS_FIELDS: FieldMap<SignUpAttemptVerifications> = {
  emailAddress: ['email_address', nullable(decodeSignUpAttemptVerification)],
  phoneNumber: ['phone_number', nullable(decodeSignUpAttemptVerification)],
  web3Wallet: ['web3_wallet', nullable(decodeSignUpAttemptVerification)],
  externalAccount: 'external_account',
};
