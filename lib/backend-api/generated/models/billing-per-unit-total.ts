// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, listOf } from '../../transport/decode.js';
import {
  type BillingPerUnitTotalTier,
  type BillingPerUnitTotalTierJSON,
  decodeBillingPerUnitTotalTier,
} from './billing-per-unit-total-tier.js';

/** A billing per unit total, as the Backend API returns it. */
export interface BillingPerUnitTotal {
  readonly name: string;
  readonly blockSize: number;
  readonly tiers: BillingPerUnitTotalTier[];
}

/** The JSON of {@link BillingPerUnitTotal}, with the names and values that the Backend API sends. */
export interface BillingPerUnitTotalJSON {
  name: string;
  block_size: number;
  tiers: BillingPerUnitTotalTierJSON[];
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingPerUnitTotal(json: unknown): BillingPerUnitTotal {
  return decodeObject<BillingPerUnitTotal>(json, BILLING_PER_UNIT_TOTAL_FIELDS);
}

const BILLING_PER_UNIT_TOTAL_FIELDS: FieldMap<BillingPerUnitTotal> = {
  name: 'name',
  blockSize: 'block_size',
  tiers: ['tiers', listOf(decodeBillingPerUnitTotalTier)],
};
