// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An allowlist identifier, as the Backend API returns it. */
export interface AllowlistIdentifier {
  readonly object?: 'allowlist_identifier';
  readonly id: string;
  readonly invitationId?: string;
  readonly identifier: string;
  readonly identifierType: 'email_address' | 'phone_number' | 'web3_wallet';
  readonly instanceId?: string;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The JSON of {@link AllowlistIdentifier}, with the names and values that the Backend API sends. */
export interface AllowlistIdentifierJSON {
  object?: 'allowlist_identifier';
  id: string;
  invitation_id?: string;
  identifier: string;
  identifier_type: 'email_address' | 'phone_number' | 'web3_wallet';
  instance_id?: string;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** Decodes the JSON of the Backend API. */
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
