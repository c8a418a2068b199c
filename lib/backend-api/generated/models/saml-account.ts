// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent } from '../../transport/decode.js';
import { Verification, type VerificationJSON } from '../../models/verification.js';

/** A SAML account, as the Backend API returns it. */
export interface SamlAccount {
  readonly id: string;
  readonly object: 'saml_account';
  readonly provider: string;
  readonly active: boolean;
  readonly emailAddress: string;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly providerUserId?: string | null;
  /** Unix time in milliseconds. */
  readonly lastAuthenticatedAt?: number | null;
  readonly publicMetadata?: Record<string, unknown>;
  readonly samlConnection?: SamlAccountConnection | null;
  readonly verification: Verification | null;
}

/** The JSON of {@link SamlAccount}, with the names and values that the Backend API sends. */
export interface SamlAccountJSON {
  id: string;
  object: 'saml_account';
  provider: string;
  active: boolean;
  email_address: string;
  first_name?: string | null;
  last_name?: string | null;
  provider_user_id?: string | null;
  /** Unix time in milliseconds. */
  last_authenticated_at?: number | null;
  public_metadata?: Record<string, unknown>;
  saml_connection?: SamlAccountConnectionJSON | null;
  verification: VerificationJSON | null;
}

/** A SAML account connection, as the Backend API returns it. */
export interface SamlAccountConnection {
  readonly id: string;
  readonly name: string;
  /** @deprecated Clerk deprecated this field. */
  readonly domain?: string;
  readonly domains?: string[];
  readonly active: boolean;
  readonly provider: string;
  readonly syncUserAttributes: boolean;
  readonly allowSubdomains?: boolean;
  readonly allowIdpInitiated?: boolean;
  readonly disableAdditionalIdentifications?: boolean;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The JSON of {@link SamlAccountConnection}, with the names and values that the Backend API sends. */
export interface SamlAccountConnectionJSON {
  id: string;
  name: string;
  /** @deprecated Clerk deprecated this field. */
  domain?: string;
  domains?: string[];
  active: boolean;
  provider: string;
  sync_user_attributes: boolean;
  allow_subdomains?: boolean;
  allow_idp_initiated?: boolean;
  disable_additional_identifications?: boolean;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** Decodes the JSON of the Backend API. */
export function decodeSamlAccount(json: unknown): SamlAccount {
  return decodeObject<SamlAccount>(json, SAML_ACCOUNT_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeSamlAccountConnection(json: unknown): SamlAccountConnection {
  return decodeObject<SamlAccountConnection>(json, SAML_ACCOUNT_CONNECTION_FIELDS);
}

const SAML_ACCOUNT_FIELDS: FieldMap<SamlAccount> = {
  id: 'id',
  object: 'object',
  provider: 'provider',
  active: 'active',
  emailAddress: 'email_address',
  firstName: 'first_name',
  lastName: 'last_name',
  providerUserId: 'provider_user_id',
  lastAuthenticatedAt: 'last_authenticated_at',
  publicMetadata: 'public_metadata',
  samlConnection: ['saml_connection', ifPresent(decodeSamlAccountConnection)],
  verification: ['verification', ifPresent(Verification.fromJSON)],
};

const SAML_ACCOUNT_CONNECTION_FIELDS: FieldMap<SamlAccountConnection> = {
  id: 'id',
  name: 'name',
  domain: 'domain',
  domains: 'domains',
  active: 'active',
  provider: 'provider',
  syncUserAttributes: 'sync_user_attributes',
  allowSubdomains: 'allow_subdomains',
  allowIdpInitiated: 'allow_idp_initiated',
  disableAdditionalIdentifications: 'disable_additional_identifications',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
