// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap, withRaw } from '../../transport/decode.js';

/** An invitation, as the Backend API answers it. */
export interface Invitation {
  readonly object: 'invitation';
  readonly id: string;
  readonly emailAddress: string;
  readonly publicMetadata: Record<string, unknown>;
  readonly revoked?: boolean;
  readonly status: 'pending' | 'accepted' | 'revoked' | 'expired';
  readonly url?: string;
  /** Milliseconds since 1970. */
  readonly expiresAt?: number | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  /** The API's JSON as it came. */
  readonly raw: InvitationJSON;
}

/** An invitation as the Backend API sends it. */
export interface InvitationJSON {
  object: 'invitation';
  id: string;
  email_address: string;
  public_metadata: Record<string, unknown>;
  revoked?: boolean;
  status: 'pending' | 'accepted' | 'revoked' | 'expired';
  url?: string;
  expires_at?: number | null;
  created_at: number;
  updated_at: number;
}

/** Reads the API's JSON. */
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
