import { decodeFields, type FieldMap, listOf, nullable } from '../transport/decode.js';
import { IdentificationLink } from './identification-link.js';
import { Verification } from './verification.js';

/**
 * An e-mail address of a user.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-email-address
 */
export class EmailAddress {
  declare readonly id: string;
  declare readonly emailAddress: string;
  /** `null` when nobody has begun to prove it. */
  declare readonly verification: Verification | null;
  /** What else proves this address. */
  declare readonly linkedTo: IdentificationLink[];
  /** Kept for its user without proof: good for signing in, and taken for everyone else. */
  declare readonly reserved: boolean;
  /** Whether the address belongs to the domain of an active enterprise connection. */
  declare readonly matchesSsoConnection: boolean | undefined;
  /** Milliseconds since 1970. */
  declare readonly createdAt: number;
  /** Milliseconds since 1970. */
  declare readonly updatedAt: number;

  /** Reads the API's JSON. */
  static fromJSON(json: unknown): EmailAddress {
    return decodeFields(new EmailAddress(), json, EMAIL_ADDRESS_FIELDS);
  }
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
