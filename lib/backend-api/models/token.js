import { decodeFields, requiredText } from '../decode.js';
/** A token that was made for a session. */
export class Token {
  /** Reads the API's JSON. */
  static fromJSON(json) {
    return decodeFields(new Token(), json, TOKEN_FIELDS);
  }
}
const TOKEN_FIELDS = { jwt: ['jwt', requiredText] };
