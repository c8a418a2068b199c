import type { ClerkAPIError } from '../../errors/clerk-api-response-error.js';
import { decodeFields, type FieldMap, ifPresent, withDefault } from '../transport/decode.js';
import { decodeAPIError } from '../transport/failure.js';
import { canParseUrl } from '../../helpers/can-parse-url.js';

/** The status of a verification. */
export type VerificationStatus = 'unverified' | 'verified' | 'transferable' | 'failed' | 'expired';

/**
 * The verification that an identification belongs to its user.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-verification
 */
export class Verification {
  declare readonly status: VerificationStatus;
  /** The verification strategy, for example `email_code`, `oauth_google`, `ticket` or `admin`. */
  declare readonly strategy: string;
  /** The page of the provider on which the user continues the verification. */
  declare readonly externalVerificationRedirectURL: URL | null;
  declare readonly attempts: number | null;
  /** Unix time in milliseconds. */
  declare readonly expireAt: number | null;
  declare readonly nonce: string | null;
  /** Always `null`, as in `@clerk/backend`. */
  declare readonly message: string | null;
  /** The ID of the client that completed the verification. */
  declare readonly verifiedAtClient: string | undefined;
  /** The channel of a code for a phone: `sms` or `whatsapp`. */
  declare readonly channel: string | null | undefined;
  /** The error of the provider. */
  declare readonly error: ClerkAPIError | null | undefined;

  /** Decodes the JSON of the Backend API. */
  static fromJSON(json: unknown): Verification {
    return decodeFields(new Verification(), json, VERIFICATION_FIELDS);
  }
}

/** The JSON of {@link Verification}. */
export interface VerificationJSON {
  object: string;
  id: string;
  status: VerificationStatus;
  strategy: string;
  attempts: number | null;
  expire_at: number | null;
  verified_at_client?: string;
  external_verification_redirect_url?: string | null;
  nonce?: string | null;
  message?: string | null;
  channel?: string | null;
  error?: Record<string, unknown> | null;
}

const orNull = withDefault(() => null);

const VERIFICATION_FIELDS: FieldMap<Verification> = {
  status: 'status',
  strategy: 'strategy',
  externalVerificationRedirectURL: ['external_verification_redirect_url', toURL],
  attempts: ['attempts', orNull],
  expireAt: ['expire_at', orNull],
  nonce: ['nonce', orNull],
  message: ['message', () => null],
  verifiedAtClient: 'verified_at_client',
  channel: 'channel',
  error: ['error', ifPresent(decodeAPIError)],
};

function toURL(json: unknown): URL | null {
  return typeof json === 'string' && canParseUrl(json) ? new URL(json) : null;
}
