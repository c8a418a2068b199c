import { decodeFields, type FieldMap, listOf, nullable } from '../transport/decode.js';
import { IdentificationLink, type IdentificationLinkJSON } from './identification-link.js';
import { Verification, type VerificationJSON } from './verification.js';

/**
 * A phone number of a user.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-phone-number
 */
export class PhoneNumber {
  declare readonly id: string;
  /** In E.164 format, for example `+15555550100`. */
  declare readonly phoneNumber: string;
  /** Whether the user can use the number as a second factor. */
  declare readonly reservedForSecondFactor: boolean;
  /** Whether it is the default second factor. */
  declare readonly defaultSecondFactor: boolean;
  /** `null` if no verification was started. */
  declare readonly verification: Verification | null;
  /** The identifications that verify this number. */
  declare readonly linkedTo: IdentificationLink[];
  /** Whether the number is reserved for its user although it is not verified. */
  declare readonly reserved: boolean;
  /** Backup codes; only the answer that creates them has them. */
  declare readonly backupCodes: string[] | null | undefined;
  /** Unix time in milliseconds. */
  declare readonly createdAt: number;
  /** Unix time in milliseconds. */
  declare readonly updatedAt: number;

  /** Decodes the JSON of the Backend API. */
  static fromJSON(json: unknown): PhoneNumber {
    return decodeFields(new PhoneNumber(), json, PHONE_NUMBER_FIELDS);
  }
}

/** The JSON of {@link PhoneNumber}. */
export interface PhoneNumberJSON {
  object: 'phone_number';
  id: string;
  phone_number: string;
  reserved_for_second_factor: boolean;
  default_second_factor: boolean;
  reserved: boolean;
  verification: VerificationJSON | null;
  linked_to: IdentificationLinkJSON[];
  backup_codes: string[];
  created_at: number;
  updated_at: number;
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
