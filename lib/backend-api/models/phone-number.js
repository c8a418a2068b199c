import { decodeFields, listOf, nullable } from '../decode.js';
import { IdentificationLink } from './identification-link.js';
import { Verification } from './verification.js';
/**
 * A phone number of a user.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-phone-number
 */
export class PhoneNumber {
  /** Reads the API's JSON. */
  static fromJSON(json) {
    return decodeFields(new PhoneNumber(), json, PHONE_NUMBER_FIELDS);
  }
}
const PHONE_NUMBER_FIELDS = {
  id: 'id',
  phoneNumber: 'phone_number',
  reservedForSecondFactor: 'reserved_for_second_factor',
  defaultSecondFactor: 'default_second_factor',
  verification: ['verification', nullable(Verification.fromJSON)],
  linkedTo: ['linked_to', listOf(IdentificationLink.fromJSON)],
  reserved: 'reserved',
  backupCodes: 'backup_codes',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
