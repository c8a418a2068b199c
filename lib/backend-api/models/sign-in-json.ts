import type { ClerkResourceJSON } from './clerk-resource-json.js';

/** The JSON of an attempt to sign in. No method of the Backend API returns one. */
export interface SignInJSON extends ClerkResourceJSON {
  object: string;
  status: 'needs_identifier' | 'needs_factor_one' | 'needs_factor_two' | 'complete';
  identifier: string;
  created_session_id: string | null;
}
