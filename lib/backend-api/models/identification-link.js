import { decodeFields } from '../decode.js';
/**
 * Another identification that proves this one, as a Google account proves its e-mail address.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-identification-link
 */
export class IdentificationLink {
  /** Reads the API's JSON. */
  static fromJSON(json) {
    return decodeFields(new IdentificationLink(), json, IDENTIFICATION_LINK_FIELDS);
  }
}
const IDENTIFICATION_LINK_FIELDS = { id: 'id', type: 'type' };
