// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap, listOf } from '../../transport/decode.js';
import { type CNameTarget, decodeCNameTarget } from './c.js';

/** A domain, as the Backend API answers it. */
export interface Domain {
  readonly object: 'domain';
  readonly id: string;
  readonly name: string;
  readonly isSatellite: boolean;
  readonly frontendApiUrl: string;
  readonly accountsPortalUrl?: string | null;
  readonly proxyUrl?: string | null;
  readonly developmentOrigin: string;
  readonly cnameTargets: CNameTarget[];
}

/** Reads the API's JSON. */
export function decodeDomain(json: unknown): Domain {
  return decodeObject<Domain>(json, DOMAIN_FIELDS);
}

const DOMAIN_FIELDS: FieldMap<Domain> = {
  object: 'object',
  id: 'id',
  name: 'name',
  isSatellite: 'is_satellite',
  frontendApiUrl: 'frontend_api_url',
  accountsPortalUrl: 'accounts_portal_url',
  proxyUrl: 'proxy_url',
  developmentOrigin: 'development_origin',
  cnameTargets: ['cname_targets', listOf(decodeCNameTarget)],
};
