// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent, listOf, nullable } from '../../transport/decode.js';
import { type BillingCredits, type BillingCreditsJSON, decodeBillingCredits } from './billing-credits.js';
import {
  type BillingMoneyAmount,
  type BillingMoneyAmountJSON,
  decodeBillingMoneyAmount,
} from './billing-money-amount.js';
import {
  type BillingPerUnitTotal,
  type BillingPerUnitTotalJSON,
  decodeBillingPerUnitTotal,
} from './billing-per-unit-total.js';

/** A billing discounts, as the Backend API returns it. */
export interface BillingDiscounts {
  readonly proration: BillingProrationDiscount | null;
  readonly total: BillingMoneyAmount;
}

/** The JSON of {@link BillingDiscounts}, with the names and values that the Backend API sends. */
export interface BillingDiscountsJSON {
  proration: BillingProrationDiscountJSON | null;
  total: BillingMoneyAmountJSON;
}

/** A billing proration discount, as the Backend API returns it. */
export interface BillingProrationDiscount {
  readonly amount: BillingMoneyAmount;
  readonly cycleDaysPassed: number;
  readonly cycleDaysTotal: number;
  readonly cyclePassedPercent: number;
}

/** The JSON of {@link BillingProrationDiscount}, with the names and values that the Backend API sends. */
export interface BillingProrationDiscountJSON {
  amount: BillingMoneyAmountJSON;
  cycle_days_passed: number;
  cycle_days_total: number;
  cycle_passed_percent: number;
}

/** A billing totals, as the Backend API returns it. */
export interface BillingTotals {
  readonly subtotal: BillingMoneyAmount;
  readonly baseFee: BillingMoneyAmount;
  readonly taxTotal: BillingMoneyAmount;
  readonly grandTotal: BillingMoneyAmount;
  readonly perUnitTotals?: BillingPerUnitTotal[];
  readonly credits: BillingCredits | null;
  readonly discounts: BillingDiscounts | null;
}

/** The JSON of {@link BillingTotals}, with the names and values that the Backend API sends. */
export interface BillingTotalsJSON {
  subtotal: BillingMoneyAmountJSON;
  base_fee: BillingMoneyAmountJSON;
  tax_total: BillingMoneyAmountJSON;
  grand_total: BillingMoneyAmountJSON;
  per_unit_totals?: BillingPerUnitTotalJSON[];
  credits: BillingCreditsJSON | null;
  discounts: BillingDiscountsJSON | null;
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingDiscounts(json: unknown): BillingDiscounts {
  return decodeObject<BillingDiscounts>(json, BILLING_DISCOUNTS_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingProrationDiscount(json: unknown): BillingProrationDiscount {
  return decodeObject<BillingProrationDiscount>(json, BILLING_PRORATION_DISCOUNT_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingTotals(json: unknown): BillingTotals {
  return decodeObject<BillingTotals>(json, BILLING_TOTALS_FIELDS);
}

const BILLING_DISCOUNTS_FIELDS: FieldMap<BillingDiscounts> = {
  proration: ['proration', nullable(decodeBillingProrationDiscount)],
  total: ['total', ifPresent(decodeBillingMoneyAmount)],
};

const BILLING_PRORATION_DISCOUNT_FIELDS: FieldMap<BillingProrationDiscount> = {
  amount: ['amount', ifPresent(decodeBillingMoneyAmount)],
  cycleDaysPassed: 'cycle_days_passed',
  cycleDaysTotal: 'cycle_days_total',
  cyclePassedPercent: 'cycle_passed_percent',
};

const BILLING_TOTALS_FIELDS: FieldMap<BillingTotals> = {
  subtotal: ['subtotal', ifPresent(decodeBillingMoneyAmount)],
  baseFee: ['base_fee', ifPresent(decodeBillingMoneyAmount)],
  taxTotal: ['tax_total', ifPresent(decodeBillingMoneyAmount)],
  grandTotal: ['grand_total', ifPresent(decodeBillingMoneyAmount)],
  perUnitTotals: ['per_unit_totals', ifPresent(listOf(decodeBillingPerUnitTotal))],
  credits: ['credits', nullable(decodeBillingCredits)],
  discounts: ['discounts', nullable(decodeBillingDiscounts)],
};
