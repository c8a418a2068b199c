// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An allowlist identifier, as the Backend API answers it. */
export interface AllowlistIdentifier {
  readonly object?: 'allowlist_identifier';
  readonly id: string;
  readonly invitationId?: string;
  readonly identifier: string;
  readonly identifierType: 'email_address' | 'phone_number' | 'web3_wallet';
  readonly instanceId?: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** Reads the API's JSON. */
export function decodeAllowlistIdentifier(json: unknown): AllowlistIdentifier {
  return decodeObject<AllowlistIdentifier>(json, ALLOWLIST_IDENTIFIER_FIELDS);
}

const ALLOWLIST_IDENTIFIER_FIELDS: FieldMap<AllowlistIdentifier> = {
  object: 'object',
  id: 'id',
  invitationId: 'invitation_id',
  identifier: 'identifier',
  identifierType: 'identifier_type',
  instanceId: 'instance_id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
