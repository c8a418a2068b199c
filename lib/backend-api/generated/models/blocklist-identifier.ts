// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A blocklist identifier, as the Backend API returns it. */
export interface BlocklistIdentifier {
  readonly object?: 'blocklist_identifier';
  readonly id: string;
  readonly identifier: string;
  readonly identifierType: 'email_address' | 'phone_number' | 'web3_wallet';
  readonly instanceId?: string;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The JSON of {@link BlocklistIdentifier}, with the names and values that the Backend API sends. */
export interface BlocklistIdentifierJSON {
  object?: 'blocklist_identifier';
  id: string;
  identifier: string;
  identifier_type: 'email_address' | 'phone_number' | 'web3_wallet';
  instance_id?: string;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** Decodes the JSON of the Backend API. */
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
