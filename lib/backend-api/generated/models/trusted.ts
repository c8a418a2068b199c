// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A trusted device, as the Backend API answers it. */
export interface TrustedDevice {
  readonly object: 'trusted_device';
  readonly id: string;
  readonly platform: 'ios' | 'android';
  readonly appIdentifier: string;
  readonly name?: string | null;
  readonly algorithm: 'ES256';
  readonly status: 'active' | 'revoked';
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  /** Milliseconds since 1970. */
  readonly lastUsedAt?: number | null;
  /** Milliseconds since 1970. */
  readonly revokedAt?: number | null;
}

/** Reads the API's JSON. */
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
