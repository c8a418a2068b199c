// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A trusted device, as the Backend API returns it. */
export interface TrustedDevice {
  readonly object: 'trusted_device';
  readonly id: string;
  readonly platform: 'ios' | 'android';
  readonly appIdentifier: string;
  readonly name?: string | null;
  readonly algorithm: 'ES256';
  readonly status: 'active' | 'revoked';
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
  /** Unix time in milliseconds. */
  readonly lastUsedAt?: number | null;
  /** Unix time in milliseconds. */
  readonly revokedAt?: number | null;
}

/** The JSON of {@link TrustedDevice}, with the names and values that the Backend API sends. */
export interface TrustedDeviceJSON {
  object: 'trusted_device';
  id: string;
  platform: 'ios' | 'android';
  app_identifier: string;
  name?: string | null;
  algorithm: 'ES256';
  status: 'active' | 'revoked';
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
  /** Unix time in milliseconds. */
  last_used_at?: number | null;
  /** Unix time in milliseconds. */
  revoked_at?: number | null;
}

/** Decodes the JSON of the Backend API. */
export function decodeTrustedDevice(json: unknown): TrustedDevice {
  return decodeObject<TrustedDevice>(json, TRUSTED_DEVICE_FIELDS);
}

const TRUSTED_DEVICE_FIELDS: FieldMap<TrustedDevice> = {
  object: 'object',
  id: 'id',
  platform: 'platform',
  appIdentifier: 'app_identifier',
  name: 'name',
  algorithm: 'algorithm',
  status: 'status',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  lastUsedAt: 'last_used_at',
  revokedAt: 'revoked_at',
};
