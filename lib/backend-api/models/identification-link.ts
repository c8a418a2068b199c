import { decodeFields, type FieldMap } from '../transport/decode.js';

/**
 * Another identification that verifies this one. For example, a Google account verifies its email address.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-identification-link
 */
export class IdentificationLink {
  declare readonly id: string;
  /** The type of the other identification, for example `oauth_google` or `email_address`. */
  declare readonly type: string;

  /** Decodes the JSON of the Backend API. */
  static fromJSON(json: unknown): IdentificationLink {
    return decodeFields(new IdentificationLink(), json, IDENTIFICATION_LINK_FIELDS);
  }
}

/** The JSON of {@link IdentificationLink}. */
export interface IdentificationLinkJSON {
  id: string;
  type: string;
}

const IDENTIFICATION_LINK_FIELDS: FieldMap<IdentificationLink> = { id: 'id', type: 'type' };
