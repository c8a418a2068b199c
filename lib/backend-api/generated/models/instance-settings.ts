// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An instance settings, as the Backend API returns it. */
export interface InstanceSettings {
  readonly object?: 'instance_settings';
  readonly id?: string;
  readonly restrictedToAllowlist?: boolean;
  readonly fromEmailAddress?: string;
  readonly progressiveSignUp?: boolean;
  /** @deprecated Clerk deprecated this field. */
  readonly enhancedEmailDeliverability?: boolean;
}

/** The JSON of {@link InstanceSettings}, with the names and values that the Backend API sends. */
export interface InstanceSettingsJSON {
  object?: 'instance_settings';
  id?: string;
  restricted_to_allowlist?: boolean;
  from_email_address?: string;
  progressive_sign_up?: boolean;
  /** @deprecated Clerk deprecated this field. */
  enhanced_email_deliverability?: boolean;
}

/** Decodes the JSON of the Backend API. */
export function decodeInstanceSettings(json: unknown): InstanceSettings {
  return decodeObject<InstanceSettings>(json, INSTANCE_SETTINGS_FIELDS);
}

const INSTANCE_SETTINGS_FIELDS: FieldMap<InstanceSettings> = {
  object: 'object',
  id: 'id',
  restrictedToAllowlist: 'restricted_to_allowlist',
  fromEmailAddress: 'from_email_address',
  progressiveSignUp: 'progressive_sign_up',
  enhancedEmailDeliverability: 'enhanced_email_deliverability',
};
