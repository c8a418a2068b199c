import { decodeFields, listOf, nullable } from '../decode.js';
import { IdentificationLink } from './identification-link.js';
import { Verification } from './verification.js';
/**
 * An e-mail address of a user.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-email-address
 */
export class EmailAddress {
  /** Reads the API's JSON. */
  static fromJSON(json) {
    return decodeFields(new EmailAddress(), json, EMAIL_ADDRESS_FIELDS);
  }
}
const EMAIL_ADDRESS_FIELDS = {
  id: 'id',
  emailAddress: 'email_address',
  verification: ['verification', nullable(Verification.fromJSON)],
  linkedTo: ['linked_to', listOf(IdentificationLink.fromJSON)],
  reserved: 'reserved',
  matchesSsoConnection: 'matches_sso_connection',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
