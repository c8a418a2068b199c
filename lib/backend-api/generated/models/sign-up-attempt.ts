// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent, nullable } from '../../transport/decode.js';

/** A sign-up attempt, as the Backend API returns it. */
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
  /** Unix time in milliseconds. */
  readonly abandonAt: number;
  /** Unix time in milliseconds. */
  readonly legalAcceptedAt: number | null;
  readonly locale?: string | null;
  /** @deprecated Clerk deprecated this field. */
  readonly externalAccount?: Record<string, unknown>;
}

/** The JSON of {@link SignUpAttempt}, with the names and values that the Backend API sends. */
export interface SignUpJSON {
  object: 'sign_up_attempt';
  id: string;
  status: 'missing_requirements' | 'complete' | 'abandoned';
  required_fields: string[];
  optional_fields: string[];
  missing_fields: string[];
  unverified_fields: string[];
  verifications: SignUpVerificationsJSON;
  username: string | null;
  email_address: string | null;
  phone_number: string | null;
  web3_wallet: string | null;
  password_enabled: boolean;
  first_name: string | null;
  last_name: string | null;
  unsafe_metadata?: Record<string, unknown>;
  public_metadata?: Record<string, unknown>;
  custom_action: boolean;
  external_id: string | null;
  created_session_id: string | null;
  created_user_id: string | null;
  /** Unix time in milliseconds. */
  abandon_at: number;
  /** Unix time in milliseconds. */
  legal_accepted_at: number | null;
  locale?: string | null;
  /** @deprecated Clerk deprecated this field. */
  external_account?: Record<string, unknown>;
}

/** A sign-up attempt verification, as the Backend API returns it. */
export interface SignUpAttemptVerification {
  readonly nextAction: 'needs_prepare' | 'needs_attempt' | '';
  readonly supportedStrategies: string[];
}

/** The JSON of {@link SignUpAttemptVerification}, with the names and values that the Backend API sends. */
export interface SignUpVerificationJSON {
  next_action: 'needs_prepare' | 'needs_attempt' | '';
  supported_strategies: string[];
}

/** The verifications of a {@link SignUpAttempt}, one for each kind of identification. */
export interface SignUpAttemptVerifications {
  readonly emailAddress: SignUpAttemptVerification | null;
  readonly phoneNumber: SignUpAttemptVerification | null;
  readonly web3Wallet: SignUpAttemptVerification | null;
  readonly externalAccount: Record<string, unknown> | null;
}

/** The JSON of {@link SignUpAttemptVerifications}, with the names and values that the Backend API sends. */
export interface SignUpVerificationsJSON {
  email_address: SignUpVerificationJSON | null;
  phone_number: SignUpVerificationJSON | null;
  web3_wallet: SignUpVerificationJSON | null;
  external_account: Record<string, unknown> | null;
}

/** Decodes the JSON of the Backend API. */
export function decodeSignUpAttempt(json: unknown): SignUpAttempt {
  return decodeObject<SignUpAttempt>(json, SIGN_UP_ATTEMPT_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeSignUpAttemptVerification(json: unknown): SignUpAttemptVerification {
  return decodeObject<SignUpAttemptVerification>(json, SIGN_UP_ATTEMPT_VERIFICATION_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeSignUpAttemptVerifications(json: unknown): SignUpAttemptVerifications {
  return decodeObject<SignUpAttemptVerifications>(json, SIGN_UP_ATTEMPT_VERIFICATIONS_FIELDS);
}

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
