// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A sign-in token, as the Backend API returns it. */
export interface SignInToken {
  readonly object: 'sign_in_token';
  readonly id: string;
  readonly status: 'pending' | 'accepted' | 'revoked';
  readonly userId: string;
  readonly token: string;
  readonly url: string;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The JSON of {@link SignInToken}, with the names and values that the Backend API sends. */
export interface SignInTokenJSON {
  object: 'sign_in_token';
  id: string;
  status: 'pending' | 'accepted' | 'revoked';
  user_id: string;
  token: string;
  url: string;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** Decodes the JSON of the Backend API. */
export function decodeSignInToken(json: unknown): SignInToken {
  return decodeObject<SignInToken>(json, SIGN_IN_TOKEN_FIELDS);
}

const SIGN_IN_TOKEN_FIELDS: FieldMap<SignInToken> = {
  object: 'object',
  id: 'id',
  status: 'status',
  userId: 'user_id',
  token: 'token',
  url: 'url',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
