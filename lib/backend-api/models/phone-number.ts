import { decodeFields, type FieldMap, listOf, nullable } from '../transport/decode.js';
import { IdentificationLink } from './identification-link.js';
import { Verification } from './verification.js';

/**
 * A phone number of a user.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-phone-number
 */
export class PhoneNumber {
  declare readonly id: string;
  /** In E.164 form, such as `+15555550100`. */
  declare readonly phoneNumber: string;
  /** Whether it may be used as a second factor. */
  declare readonly reservedForSecondFactor: boolean;
  /** Whether it is the second factor that is asked for first. */
  declare readonly defaultSecondFactor: boolean;
  /** `null` when nobody has begun to prove it. */
  declare readonly verification: Verification | null;
  /** What else proves this number. */
  declare readonly linkedTo: IdentificationLink[];
  /** Kept for its user without proof: good for signing in, and taken for everyone else. */
  declare readonly reserved: boolean;
  /** Codes that stand in for the phone; only in the answer that makes them. */
  declare readonly backupCodes: string[] | null | undefined;
  /** Milliseconds since 1970. */
  declare readonly createdAt: number;
  /** Milliseconds since 1970. */
  declare readonly updatedAt: number;

  /** Reads the API's JSON. */
  static fromJSON(json: unknown): PhoneNumber {
    return decodeFields(new PhoneNumber(), json, PHONE_NUMBER_FIELDS);
  }
}

const PHONE_NUMBER_FIELDS: FieldMap<PhoneNumber> = {
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
