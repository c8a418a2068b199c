import { decodeFields, type FieldMap, requiredText } from '../transport/decode.js';

/** A token that was made for a session. */
export class Token {
  /** The token itself. */
  declare readonly jwt: string;

  /** Reads the API's JSON. */
  static fromJSON(json: unknown): Token {
    return decodeFields(new Token(), json, TOKEN_FIELDS);
  }
}

const TOKEN_FIELDS: FieldMap<Token> = { jwt: ['jwt', requiredText] };
