import { decodeFields, type FieldMap, requiredString } from '../transport/decode.js';

/** A token of a session. */
export class Token {
  /** The token. */
  declare readonly jwt: string;

  /** Decodes the JSON of the Backend API. */
  static fromJSON(json: unknown): Token {
    return decodeFields(new Token(), json, TOKEN_FIELDS);
  }
}

/** The JSON of {@link Token}. */
export interface TokenJSON {
  object: 'token';
  jwt: string;
}

const TOKEN_FIELDS: FieldMap<Token> = { jwt: ['jwt', requiredString] };
