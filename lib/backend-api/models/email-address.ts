import { decodeFields, type FieldMap, listOf, nullable } from '../transport/decode.js';
import { IdentificationLink, type IdentificationLinkJSON } from './identification-link.js';
import { Verification, type VerificationJSON } from './verification.js';

/**
 * An email address of a user.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-email-address
 */
export class EmailAddress {
  declare readonly id: string;
  declare readonly emailAddress: string;
  /** `null` if no verification was started. */
  declare readonly verification: Verification | null;
  /** The identifications that verify this address. */
  declare readonly linkedTo: IdentificationLink[];
  /** Whether the address is reserved for its user although it is not verified. */
  declare readonly reserved: boolean;
  /** Whether the address belongs to the domain of an active enterprise connection. */
  declare readonly matchesSsoConnection: boolean | undefined;
  /** Unix time in milliseconds. */
  declare readonly createdAt: number;
  /** Unix time in milliseconds. */
  declare readonly updatedAt: number;

  /** Decodes the JSON of the Backend API. */
  static fromJSON(json: unknown): EmailAddress {
    return decodeFields(new EmailAddress(), json, EMAIL_ADDRESS_FIELDS);
  }
}

/** The JSON of {@link EmailAddress}. */
export interface EmailAddressJSON {
  object: 'email_address';
  id: string;
  email_address: string;
  reserved: boolean;
  verification: VerificationJSON | null;
  linked_to: IdentificationLinkJSON[];
  matches_sso_connection?: boolean;
  created_at: number;
  updated_at: number;
}

const EMAIL_ADDRESS_FIELDS: FieldMap<EmailAddress> = {
  id: 'id',
  emailAddress: 'email_address',
  verification: ['verification', nullable(Verification.fromJSON)],
  linkedTo: ['linked_to', listOf(IdentificationLink.fromJSON)],
  reserved: 'reserved',
  matchesSsoConnection: 'matches_sso_connection',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
