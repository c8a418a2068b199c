// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A blocklist identifier, as the Backend API answers it. */
export interface BlocklistIdentifier {
  readonly object?: 'blocklist_identifier';
  readonly id: string;
  readonly identifier: string;
  readonly identifierType: 'email_address' | 'phone_number' | 'web3_wallet';
  readonly instanceId?: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** Reads the API's JSON. */
export function decodeBlocklistIdentifier(json: unknown): BlocklistIdentifier {
  return decodeObject<BlocklistIdentifier>(json, BLOCKLIST_IDENTIFIER_FIELDS);
}

const BLOCKLIST_IDENTIFIER_FIELDS: FieldMap<BlocklistIdentifier> = {
  object: 'object',
  id: 'id',
  identifier: 'identifier',
  identifierType: 'identifier_type',
  instanceId: 'instance_id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
