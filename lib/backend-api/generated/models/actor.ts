// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An actor token, as the Backend API answers it. */
export interface ActorToken {
  readonly object: 'actor_token';
  readonly id: string;
  readonly status: 'pending' | 'accepted' | 'revoked';
  readonly userId: string;
  readonly actor: Record<string, unknown>;
  readonly token: string;
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** Reads the API's JSON. */
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
