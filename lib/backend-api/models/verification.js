import { decodeFields, withDefault } from '../decode.js';
/**
 * How it was, or is being, proved that an identification belongs to its user.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-verification
 */
export class Verification {
  /** Reads the API's JSON. */
  static fromJSON(json) {
    return decodeFields(new Verification(), json, VERIFICATION_FIELDS);
  }
}
const orNull = withDefault(() => null);
const VERIFICATION_FIELDS = {
  status: 'status',
  strategy: 'strategy',
  externalVerificationRedirectURL: ['external_verification_redirect_url', toURL],
  attempts: ['attempts', orNull],
  expireAt: ['expire_at', orNull],
  nonce: ['nonce', orNull],
  message: ['message', () => null],
  verifiedAtClient: 'verified_at_client',
  channel: 'channel',
};
function toURL(json) {
  return typeof json === 'string' && URL.canParse(json) ? new URL(json) : null;
}
