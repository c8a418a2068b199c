import type { ClerkResourceJSON } from './clerk-resource-json.js';

/** The fields that the JSON of all machine tokens has. */
interface MachineTokenJSON extends ClerkResourceJSON {
  subject: string;
  scopes: string[];
  revoked: boolean;
  revocation_reason: string | null;
  expired: boolean;
  expiration: number | null;
  created_at: number;
  updated_at: number;
}

/** The JSON of an API key. */
export interface APIKeyJSON extends MachineTokenJSON {
  object: 'api_key';
  type: string;
  name: string;
  secret?: string;
  claims: Record<string, unknown> | null;
  created_by: string | null;
  description: string | null;
  last_used_at: number | null;
}

/** The JSON of an M2M token. */
export interface M2MTokenJSON extends MachineTokenJSON {
  object: 'machine_to_machine_token';
  token?: string;
  claims: Record<string, unknown> | null;
}

/** The JSON of an OAuth access token that the instance issued as an identity provider. */
export interface IdPOAuthAccessTokenJSON extends MachineTokenJSON {
  object: 'clerk_idp_oauth_access_token';
  client_id: string;
  type: string;
  aud?: string[];
  act?: IdPOAuthAccessTokenActorJSON;
}

/** The JSON of an actor in a token from a token exchange (RFC 8693 §4.1). */
export interface IdPOAuthAccessTokenActorJSON {
  iss?: string;
  sub: string;
  act?: IdPOAuthAccessTokenActorJSON;
}
