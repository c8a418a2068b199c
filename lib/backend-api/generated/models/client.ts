// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap, listOf } from '../../transport/decode.js';
import type { LastAuthenticationStrategy } from '../../models/client-strategy.js';
import { Session } from '../../models/session.js';

/** A client, as the Backend API answers it. */
export interface Client {
  readonly object: 'client';
  readonly id: string;
  readonly sessionIds: string[];
  readonly sessions: Session[];
  readonly signInId: string | null;
  readonly signUpId: string | null;
  readonly lastActiveSessionId: string | null;
  readonly lastAuthenticationStrategy: LastAuthenticationStrategy | null;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** Reads the API's JSON. */
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
