// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An instance restrictions, as the Backend API returns it. */
export interface InstanceRestrictions {
  readonly object: 'instance_restrictions';
  readonly allowlist: boolean;
  readonly blocklist: boolean;
  readonly allowlistBlocklistDisabledOnSignIn: boolean;
  readonly blockEmailSubaddresses: boolean;
  readonly blockDisposableEmailDomains: boolean;
  readonly ignoreDotsForGmailAddresses: boolean;
}

/** The JSON of {@link InstanceRestrictions}, with the names and values that the Backend API sends. */
export interface InstanceRestrictionsJSON {
  object: 'instance_restrictions';
  allowlist: boolean;
  blocklist: boolean;
  allowlist_blocklist_disabled_on_sign_in: boolean;
  block_email_subaddresses: boolean;
  block_disposable_email_domains: boolean;
  ignore_dots_for_gmail_addresses: boolean;
}

/** Decodes the JSON of the Backend API. */
export function decodeInstanceRestrictions(json: unknown): InstanceRestrictions {
  return decodeObject<InstanceRestrictions>(json, INSTANCE_RESTRICTIONS_FIELDS);
}

const INSTANCE_RESTRICTIONS_FIELDS: FieldMap<InstanceRestrictions> = {
  object: 'object',
  allowlist: 'allowlist',
  blocklist: 'blocklist',
  allowlistBlocklistDisabledOnSignIn: 'allowlist_blocklist_disabled_on_sign_in',
  blockEmailSubaddresses: 'block_email_subaddresses',
  blockDisposableEmailDomains: 'block_disposable_email_domains',
  ignoreDotsForGmailAddresses: 'ignore_dots_for_gmail_addresses',
};
