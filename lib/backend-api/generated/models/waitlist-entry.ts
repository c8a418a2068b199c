// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, nullable } from '../../transport/decode.js';
import { decodeInvitation, type Invitation, type InvitationJSON } from './invitation.js';

/** A waitlist entry, as the Backend API returns it. */
export interface WaitlistEntry {
  readonly object: 'waitlist_entry';
  readonly id: string;
  readonly emailAddress: string;
  readonly status: 'pending' | 'invited' | 'rejected' | 'completed';
  readonly isLocked?: boolean;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
  readonly invitation: Invitation | null;
}

/** The JSON of {@link WaitlistEntry}, with the names and values that the Backend API sends. */
export interface WaitlistEntryJSON {
  object: 'waitlist_entry';
  id: string;
  email_address: string;
  status: 'pending' | 'invited' | 'rejected' | 'completed';
  is_locked?: boolean;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
  invitation: InvitationJSON | null;
}

/** Decodes the JSON of the Backend API. */
export function decodeWaitlistEntry(json: unknown): WaitlistEntry {
  return decodeObject<WaitlistEntry>(json, WAITLIST_ENTRY_FIELDS);
}

const WAITLIST_ENTRY_FIELDS: FieldMap<WaitlistEntry> = {
  object: 'object',
  id: 'id',
  emailAddress: 'email_address',
  status: 'status',
  isLocked: 'is_locked',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  invitation: ['invitation', nullable(decodeInvitation)],
};
