// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An admin portal link token, as the Backend API returns it. */
export interface AdminPortalLinkToken {
  readonly object: 'admin_portal_link_token';
  readonly id: string;
  readonly adminPortalLinkId: string;
  readonly instanceId: string;
  readonly organizationId: string | null;
  readonly itContactId: string | null;
  readonly scopes: string[] | null;
  readonly token?: string;
  readonly revoked: boolean;
  readonly revocationReason: string | null;
  readonly expired: boolean;
  readonly expiration: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The JSON of {@link AdminPortalLinkToken}, with the names and values that the Backend API sends. */
export interface AdminPortalLinkTokenJSON {
  object: 'admin_portal_link_token';
  id: string;
  admin_portal_link_id: string;
  instance_id: string;
  organization_id: string | null;
  it_contact_id: string | null;
  scopes: string[] | null;
  token?: string;
  revoked: boolean;
  revocation_reason: string | null;
  expired: boolean;
  expiration: number | null;
  created_at: number;
  updated_at: number;
}

/** Decodes the JSON of the Backend API. */
export function decodeAdminPortalLinkToken(json: unknown): AdminPortalLinkToken {
  return decodeObject<AdminPortalLinkToken>(json, ADMIN_PORTAL_LINK_TOKEN_FIELDS);
}

const ADMIN_PORTAL_LINK_TOKEN_FIELDS: FieldMap<AdminPortalLinkToken> = {
  object: 'object',
  id: 'id',
  adminPortalLinkId: 'admin_portal_link_id',
  instanceId: 'instance_id',
  organizationId: 'organization_id',
  itContactId: 'it_contact_id',
  scopes: 'scopes',
  token: 'token',
  revoked: 'revoked',
  revocationReason: 'revocation_reason',
  expired: 'expired',
  expiration: 'expiration',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
