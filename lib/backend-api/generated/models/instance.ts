// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An instance, as the Backend API answers it. */
export interface Instance {
  readonly object: 'instance';
  readonly id: string;
  readonly environmentType: string;
  readonly allowedOrigins: string[] | null;
  readonly workspaceId: string | null;
}

/** An instance communication, as the Backend API answers it. */
export interface InstanceCommunication {
  readonly object: 'instance_communication';
  readonly blockedCountryCodes: string[];
}

/** An instance protect, as the Backend API answers it. */
export interface InstanceProtect {
  readonly object: 'instance_protect';
  readonly rulesEnabled: boolean;
  readonly specterEnabled: boolean;
  readonly checksBypassed: boolean;
}

/** An instance restrictions, as the Backend API answers it. */
export interface InstanceRestrictions {
  readonly object: 'instance_restrictions';
  readonly allowlist: boolean;
  readonly blocklist: boolean;
  readonly allowlistBlocklistDisabledOnSignIn: boolean;
  readonly blockEmailSubaddresses: boolean;
  readonly blockDisposableEmailDomains: boolean;
  readonly ignoreDotsForGmailAddresses: boolean;
}

/** An instance settings, as the Backend API answers it. */
export interface InstanceSettings {
  readonly object?: 'instance_settings';
  readonly id?: string;
  readonly restrictedToAllowlist?: boolean;
  readonly fromEmailAddress?: string;
  readonly progressiveSignUp?: boolean;
  /** @deprecated Clerk has deprecated the field. */
  readonly enhancedEmailDeliverability?: boolean;
}

/** Reads the API's JSON. */
export function decodeInstance(json: unknown): Instance {
  return decodeObject<Instance>(json, INSTANCE_FIELDS);
}

/** Reads the API's JSON. */
export function decodeInstanceCommunication(json: unknown): InstanceCommunication {
  return decodeObject<InstanceCommunication>(json, INSTANCE_COMMUNICATION_FIELDS);
}

/** Reads the API's JSON. */
export function decodeInstanceProtect(json: unknown): InstanceProtect {
  return decodeObject<InstanceProtect>(json, INSTANCE_PROTECT_FIELDS);
}

/** Reads the API's JSON. */
export function decodeInstanceRestrictions(json: unknown): InstanceRestrictions {
  return decodeObject<InstanceRestrictions>(json, INSTANCE_RESTRICTIONS_FIELDS);
}

/** Reads the API's JSON. */
export function decodeInstanceSettings(json: unknown): InstanceSettings {
  return decodeObject<InstanceSettings>(json, INSTANCE_SETTINGS_FIELDS);
}

const INSTANCE_FIELDS: FieldMap<Instance> = {
  object: 'object',
  id: 'id',
  environmentType: 'environment_type',
  allowedOrigins: 'allowed_origins',
  workspaceId: 'workspace_id',
};

const INSTANCE_COMMUNICATION_FIELDS: FieldMap<InstanceCommunication> = {
  object: 'object',
  blockedCountryCodes: 'blocked_country_codes',
};

const INSTANCE_PROTECT_FIELDS: FieldMap<InstanceProtect> = {
  object: 'object',
  rulesEnabled: 'rules_enabled',
  specterEnabled: 'specter_enabled',
  checksBypassed: 'checks_bypassed',
};

const INSTANCE_RESTRICTIONS_FIELDS: FieldMap<InstanceRestrictions> = {
  object: 'object',
  allowlist: 'allowlist',
  blocklist: 'blocklist',
  allowlistBlocklistDisabledOnSignIn: 'allowlist_blocklist_disabled_on_sign_in',
  blockEmailSubaddresses: 'block_email_subaddresses',
  blockDisposableEmailDomains: 'block_disposable_email_domains',
  ignoreDotsForGmailAddresses: 'ignore_dots_for_gmail_addresses',
};

const INSTANCE_SETTINGS_FIELDS: FieldMap<InstanceSettings> = {
  object: 'object',
  id: 'id',
  restrictedToAllowlist: 'restricted_to_allowlist',
  fromEmailAddress: 'from_email_address',
  progressiveSignUp: 'progressive_sign_up',
  enhancedEmailDeliverability: 'enhanced_email_deliverability',
};
