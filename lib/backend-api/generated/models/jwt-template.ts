// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A JWT template, as the Backend API returns it. */
export interface JwtTemplate {
  readonly object: 'jwt_template';
  readonly id: string;
  readonly name: string;
  readonly claims: Record<string, unknown>;
  readonly lifetime: number;
  readonly allowedClockSkew: number;
  readonly customSigningKey: boolean;
  readonly signingAlgorithm: string;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The JSON of {@link JwtTemplate}, with the names and values that the Backend API sends. */
export interface JwtTemplateJSON {
  object: 'jwt_template';
  id: string;
  name: string;
  claims: Record<string, unknown>;
  lifetime: number;
  allowed_clock_skew: number;
  custom_signing_key: boolean;
  signing_algorithm: string;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** Decodes the JSON of the Backend API. */
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
