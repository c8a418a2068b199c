// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent } from '../../transport/decode.js';
import {
  type BillingMoneyAmount,
  type BillingMoneyAmountJSON,
  decodeBillingMoneyAmount,
} from './billing-money-amount.js';

/** A billing per unit total tier, as the Backend API returns it. */
export interface BillingPerUnitTotalTier {
  readonly quantity: number | null;
  readonly feePerBlock: BillingMoneyAmount;
  readonly total: BillingMoneyAmount;
}

/** The JSON of {@link BillingPerUnitTotalTier}, with the names and values that the Backend API sends. */
export interface BillingPerUnitTotalTierJSON {
  quantity: number | null;
  fee_per_block: BillingMoneyAmountJSON;
  total: BillingMoneyAmountJSON;
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingPerUnitTotalTier(json: unknown): BillingPerUnitTotalTier {
  return decodeObject<BillingPerUnitTotalTier>(json, BILLING_PER_UNIT_TOTAL_TIER_FIELDS);
}

const BILLING_PER_UNIT_TOTAL_TIER_FIELDS: FieldMap<BillingPerUnitTotalTier> = {
  quantity: 'quantity',
  feePerBlock: ['fee_per_block', ifPresent(decodeBillingMoneyAmount)],
  total: ['total', ifPresent(decodeBillingMoneyAmount)],
};
