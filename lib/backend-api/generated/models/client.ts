// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, listOf } from '../../transport/decode.js';
import type { LastAuthenticationStrategy } from '../../models/client-strategy.js';
import { Session, type SessionJSON } from '../../models/session.js';

/** A client, as the Backend API returns it. */
export interface Client {
  readonly object: 'client';
  readonly id: string;
  readonly sessionIds: string[];
  readonly sessions: Session[];
  readonly signInId: string | null;
  readonly signUpId: string | null;
  readonly lastActiveSessionId: string | null;
  readonly lastAuthenticationStrategy: LastAuthenticationStrategy | null;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
}

/** The JSON of {@link Client}, with the names and values that the Backend API sends. */
export interface ClientJSON {
  object: 'client';
  id: string;
  session_ids: string[];
  sessions: SessionJSON[];
  sign_in_id: string | null;
  sign_up_id: string | null;
  last_active_session_id: string | null;
  last_authentication_strategy: LastAuthenticationStrategy | null;
  /** Unix time in milliseconds. */
  updated_at: number;
  /** Unix time in milliseconds. */
  created_at: number;
}

/** Decodes the JSON of the Backend API. */
export function decodeClient(json: unknown): Client {
  return decodeObject<Client>(json, CLIENT_FIELDS);
}

const CLIENT_FIELDS: FieldMap<Client> = {
  object: 'object',
  id: 'id',
  sessionIds: 'session_ids',
  sessions: ['sessions', listOf(Session.fromJSON)],
  signInId: 'sign_in_id',
  signUpId: 'sign_up_id',
  lastActiveSessionId: 'last_active_session_id',
  lastAuthenticationStrategy: 'last_authentication_strategy',
  updatedAt: 'updated_at',
  createdAt: 'created_at',
};
