// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An actor token, as the Backend API returns it. */
export interface ActorToken {
  readonly object: 'actor_token';
  readonly id: string;
  readonly status: 'pending' | 'accepted' | 'revoked';
  readonly userId: string;
  readonly actor: Record<string, unknown>;
  readonly token: string;
  readonly url: string;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The JSON of {@link ActorToken}, with the names and values that the Backend API sends. */
export interface ActorTokenJSON {
  object: 'actor_token';
  id: string;
  status: 'pending' | 'accepted' | 'revoked';
  user_id: string;
  actor: Record<string, unknown>;
  token: string;
  url: string;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** Decodes the JSON of the Backend API. */
export function decodeActorToken(json: unknown): ActorToken {
  return decodeObject<ActorToken>(json, ACTOR_TOKEN_FIELDS);
}

const ACTOR_TOKEN_FIELDS: FieldMap<ActorToken> = {
  object: 'object',
  id: 'id',
  status: 'status',
  userId: 'user_id',
  actor: 'actor',
  token: 'token',
  url: 'url',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
