// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent } from '../../transport/decode.js';
import {
  type BillingMoneyAmount,
  type BillingMoneyAmountJSON,
  decodeBillingMoneyAmount,
} from './billing-money-amount.js';

/** A billing discount redemption, as the Backend API returns it. */
export interface BillingDiscountRedemption {
  readonly object: 'commerce_discount_redemption';
  readonly id: string;
  readonly subscriptionItemId: string;
  readonly discountId: string;
  readonly name?: string;
  readonly source: 'promotion' | 'manual' | 'promo_code';
  readonly promoCode?: string;
  readonly effect?: 'percentage' | 'fixed_amount';
  readonly percentOff?: number | null;
  readonly amountOff?: BillingMoneyAmount | null;
  readonly amount?: BillingMoneyAmount | null;
  readonly cyclesRemaining: number | null;
  readonly cyclesApplied: number;
  readonly status?: 'active' | 'exhausted' | 'removed';
  /** Unix time in milliseconds. */
  readonly redeemedAt: number;
  readonly redeemedBy: string | null;
}

/** The JSON of {@link BillingDiscountRedemption}, with the names and values that the Backend API sends. */
export interface BillingDiscountRedemptionJSON {
  object: 'commerce_discount_redemption';
  id: string;
  subscription_item_id: string;
  discount_id: string;
  name?: string;
  source: 'promotion' | 'manual' | 'promo_code';
  promo_code?: string;
  effect?: 'percentage' | 'fixed_amount';
  percent_off?: number | null;
  amount_off?: BillingMoneyAmountJSON | null;
  amount?: BillingMoneyAmountJSON | null;
  cycles_remaining: number | null;
  cycles_applied: number;
  status?: 'active' | 'exhausted' | 'removed';
  /** Unix time in milliseconds. */
  redeemed_at: number;
  redeemed_by: string | null;
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingDiscountRedemption(json: unknown): BillingDiscountRedemption {
  return decodeObject<BillingDiscountRedemption>(json, BILLING_DISCOUNT_REDEMPTION_FIELDS);
}

const BILLING_DISCOUNT_REDEMPTION_FIELDS: FieldMap<BillingDiscountRedemption> = {
  object: 'object',
  id: 'id',
  subscriptionItemId: 'subscription_item_id',
  discountId: 'discount_id',
  name: 'name',
  source: 'source',
  promoCode: 'promo_code',
  effect: 'effect',
  percentOff: 'percent_off',
  amountOff: ['amount_off', ifPresent(decodeBillingMoneyAmount)],
  amount: ['amount', ifPresent(decodeBillingMoneyAmount)],
  cyclesRemaining: 'cycles_remaining',
  cyclesApplied: 'cycles_applied',
  status: 'status',
  redeemedAt: 'redeemed_at',
  redeemedBy: 'redeemed_by',
};
