// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, withRaw } from '../../transport/decode.js';

/** An invitation, as the Backend API returns it. */
export interface Invitation {
  readonly object: 'invitation';
  readonly id: string;
  readonly emailAddress: string;
  readonly publicMetadata: Record<string, unknown>;
  readonly revoked?: boolean;
  readonly status: 'pending' | 'accepted' | 'revoked' | 'expired';
  readonly url?: string;
  /** Unix time in milliseconds. */
  readonly expiresAt?: number | null;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
  /** The JSON of the Backend API, unchanged. It is not enumerable: copies, logs and JSON do not have it. */
  readonly raw: InvitationJSON;
}

/** The JSON of {@link Invitation}, with the names and values that the Backend API sends. */
export interface InvitationJSON {
  object: 'invitation';
  id: string;
  email_address: string;
  public_metadata: Record<string, unknown>;
  revoked?: boolean;
  status: 'pending' | 'accepted' | 'revoked' | 'expired';
  url?: string;
  /** Unix time in milliseconds. */
  expires_at?: number | null;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** Decodes the JSON of the Backend API. */
export function decodeInvitation(json: unknown): Invitation {
  return withRaw(decodeObject<Invitation, 'raw'>(json, INVITATION_FIELDS), json);
}

const INVITATION_FIELDS: FieldMap<Invitation, 'raw'> = {
  object: 'object',
  id: 'id',
  emailAddress: 'email_address',
  publicMetadata: 'public_metadata',
  revoked: 'revoked',
  status: 'status',
  url: 'url',
  expiresAt: 'expires_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
