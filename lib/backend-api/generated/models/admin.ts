// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An admin portal link token, as the Backend API answers it. */
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

/** Reads the API's JSON. */
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
