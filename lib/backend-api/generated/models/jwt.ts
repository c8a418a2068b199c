// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A jwt template, as the Backend API answers it. */
export interface JwtTemplate {
  readonly object: 'jwt_template';
  readonly id: string;
  readonly name: string;
  readonly claims: Record<string, unknown>;
  readonly lifetime: number;
  readonly allowedClockSkew: number;
  readonly customSigningKey: boolean;
  readonly signingAlgorithm: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** Reads the API's JSON. */
export function decodeJwtTemplate(json: unknown): JwtTemplate {
  return decodeObject<JwtTemplate>(json, JWT_TEMPLATE_FIELDS);
}

const JWT_TEMPLATE_FIELDS: FieldMap<JwtTemplate> = {
  object: 'object',
  id: 'id',
  name: 'name',
  claims: 'claims',
  lifetime: 'lifetime',
  allowedClockSkew: 'allowed_clock_skew',
  customSigningKey: 'custom_signing_key',
  signingAlgorithm: 'signing_algorithm',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
