// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap, nullable } from '../../transport/decode.js';
import { decodeInvitation, type Invitation } from './invitation.js';

/** A waitlist entry, as the Backend API answers it. */
export interface WaitlistEntry {
  readonly object: 'waitlist_entry';
  readonly id: string;
  readonly emailAddress: string;
  readonly status: 'pending' | 'invited' | 'rejected' | 'completed';
  readonly isLocked?: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  readonly invitation: Invitation | null;
}

/** Reads the API's JSON. */
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
