// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent, listOf } from '../../transport/decode.js';

/** A CNAME target, as the Backend API returns it. */
export interface CnameTarget {
  readonly host: string;
  readonly value: string;
  readonly required: boolean;
}

/** The JSON of {@link CnameTarget}, with the names and values that the Backend API sends. */
export interface CnameTargetJSON {
  host: string;
  value: string;
  required: boolean;
}

/** A domain, as the Backend API returns it. */
export interface Domain {
  readonly object: 'domain';
  readonly id: string;
  readonly name: string;
  readonly isSatellite: boolean;
  readonly frontendApiUrl: string;
  readonly accountsPortalUrl?: string | null;
  readonly proxyUrl?: string | null;
  readonly developmentOrigin: string;
  readonly cnameTargets: CnameTarget[];
}

/** The JSON of {@link Domain}, with the names and values that the Backend API sends. */
export interface DomainJSON {
  object: 'domain';
  id: string;
  name: string;
  is_satellite: boolean;
  frontend_api_url: string;
  accounts_portal_url?: string | null;
  proxy_url?: string | null;
  development_origin: string;
  cname_targets: CnameTargetJSON[];
}

/** Decodes the JSON of the Backend API. */
export function decodeCnameTarget(json: unknown): CnameTarget {
  return decodeObject<CnameTarget>(json, CNAME_TARGET_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeDomain(json: unknown): Domain {
  return decodeObject<Domain>(json, DOMAIN_FIELDS);
}

const CNAME_TARGET_FIELDS: FieldMap<CnameTarget> = {
  host: 'host',
  value: 'value',
  required: 'required',
};

const DOMAIN_FIELDS: FieldMap<Domain> = {
  object: 'object',
  id: 'id',
  name: 'name',
  isSatellite: 'is_satellite',
  frontendApiUrl: 'frontend_api_url',
  accountsPortalUrl: 'accounts_portal_url',
  proxyUrl: 'proxy_url',
  developmentOrigin: 'development_origin',
  cnameTargets: ['cname_targets', ifPresent(listOf(decodeCnameTarget))],
};
