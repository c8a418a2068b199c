import { decodeFields, type FieldMap } from '../transport/decode.js';

/**
 * Another identification that proves this one, as a Google account proves its e-mail address.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-identification-link
 */
export class IdentificationLink {
  declare readonly id: string;
  /** The kind of the other identification, such as `oauth_google` or `email_address`. */
  declare readonly type: string;

  /** Reads the API's JSON. */
  static fromJSON(json: unknown): IdentificationLink {
    return decodeFields(new IdentificationLink(), json, IDENTIFICATION_LINK_FIELDS);
  }
}

const IDENTIFICATION_LINK_FIELDS: FieldMap<IdentificationLink> = { id: 'id', type: 'type' };
