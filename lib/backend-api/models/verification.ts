import type { ClerkAPIError } from '../../errors/clerk-api-response-error.js';
import { decodeFields, type FieldMap, ifPresent, withDefault } from '../transport/decode.js';
import { decodeAPIError } from '../transport/failure.js';

/** How far the proof of an identification has come. */
export type VerificationStatus = 'unverified' | 'verified' | 'transferable' | 'failed' | 'expired';

/**
 * How it was, or is being, proved that an identification belongs to its user.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-verification
 */
export class Verification {
  declare readonly status: VerificationStatus;
  /** The means of proof, such as `email_code`, `oauth_google`, `ticket` or `admin`. */
  declare readonly strategy: string;
  /** Where to send the user for a proof that takes place elsewhere. */
  declare readonly externalVerificationRedirectURL: URL | null;
  declare readonly attempts: number | null;
  /** Milliseconds since 1970. */
  declare readonly expireAt: number | null;
  declare readonly nonce: string | null;
  /** Always `null`, as in `@clerk/backend`, which does not read it. */
  declare readonly message: string | null;
  /** The id of the client that the proof came from. */
  declare readonly verifiedAtClient: string | undefined;
  /** How a code was sent to a phone: `sms` or `whatsapp`. */
  declare readonly channel: string | null | undefined;
  /** What went wrong at the provider. */
  declare readonly error: ClerkAPIError | null | undefined;

  /** Reads the API's JSON. */
  static fromJSON(json: unknown): Verification {
    return decodeFields(new Verification(), json, VERIFICATION_FIELDS);
  }
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
  return typeof json === 'string' && URL.canParse(json) ? new URL(json) : null;
}
