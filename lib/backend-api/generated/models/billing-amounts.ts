// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap, ifPresent, listOf, nullable } from '../../transport/decode.js';

/** A billing credit balance, as the Backend API answers it. */
export interface BillingCreditBalance {
  readonly object: string;
  readonly balance: BillingMoneyAmount | null;
}

/** A billing credit ledger, as the Backend API answers it. */
export interface BillingCreditLedger {
  readonly object: string;
  readonly id: string;
  readonly payerId: string;
  readonly amount: BillingMoneyAmount;
  readonly sourceType: string;
  readonly sourceId: string;
  readonly note?: string | null;
  readonly createdAt: string;
}

/** A billing credits, as the Backend API answers it. */
export interface BillingCredits {
  readonly proration: BillingProrationCredit | null;
  readonly payer: BillingPayerCredit | null;
  readonly total: BillingMoneyAmount;
}

/** A billing discount redemption, as the Backend API answers it. */
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
  /** Milliseconds since 1970. */
  readonly redeemedAt: number;
  readonly redeemedBy: string | null;
}

/** A billing discounts, as the Backend API answers it. */
export interface BillingDiscounts {
  readonly proration: BillingProrationDiscount | null;
  readonly total: BillingMoneyAmount;
}

/** An amount of money in the smallest unit of its currency. */
export interface BillingMoneyAmount {
  readonly amount: number;
  readonly amountFormatted: string;
  readonly currency: string;
  readonly currencySymbol: string;
}

/** A billing payer credit, as the Backend API answers it. */
export interface BillingPayerCredit {
  readonly remainingBalance: BillingMoneyAmount;
  readonly appliedAmount: BillingMoneyAmount;
}

/** A billing per unit total, as the Backend API answers it. */
export interface BillingPerUnitTotal {
  readonly name: string;
  readonly blockSize: number;
  readonly tiers: BillingPerUnitTotalTier[];
}

/** A billing per unit total tier, as the Backend API answers it. */
export interface BillingPerUnitTotalTier {
  readonly quantity: number | null;
  readonly feePerBlock: BillingMoneyAmount;
  readonly total: BillingMoneyAmount;
}

/** A billing proration credit, as the Backend API answers it. */
export interface BillingProrationCredit {
  readonly amount: BillingMoneyAmount;
  readonly cycleDaysRemaining: number;
  readonly cycleDaysTotal: number;
  readonly cycleRemainingPercent: number;
}

/** A billing proration discount, as the Backend API answers it. */
export interface BillingProrationDiscount {
  readonly amount: BillingMoneyAmount;
  readonly cycleDaysPassed: number;
  readonly cycleDaysTotal: number;
  readonly cyclePassedPercent: number;
}

/** A billing subscription credit, as the Backend API answers it. */
export interface BillingSubscriptionCredit {
  readonly amount?: BillingMoneyAmount | null;
  readonly cycleRemainingPercent?: number;
}

/** A billing totals, as the Backend API answers it. */
export interface BillingTotals {
  readonly subtotal: BillingMoneyAmount;
  readonly baseFee: BillingMoneyAmount;
  readonly taxTotal: BillingMoneyAmount;
  readonly grandTotal: BillingMoneyAmount;
  readonly perUnitTotals?: BillingPerUnitTotal[];
  readonly credits: BillingCredits | null;
  readonly discounts: BillingDiscounts | null;
}

/** Reads the API's JSON. */
export function decodeBillingCreditBalance(json: unknown): BillingCreditBalance {
  return decodeObject<BillingCreditBalance>(json, BILLING_CREDIT_BALANCE_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingCreditLedger(json: unknown): BillingCreditLedger {
  return decodeObject<BillingCreditLedger>(json, BILLING_CREDIT_LEDGER_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingCredits(json: unknown): BillingCredits {
  return decodeObject<BillingCredits>(json, BILLING_CREDITS_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingDiscountRedemption(json: unknown): BillingDiscountRedemption {
  return decodeObject<BillingDiscountRedemption>(json, BILLING_DISCOUNT_REDEMPTION_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingDiscounts(json: unknown): BillingDiscounts {
  return decodeObject<BillingDiscounts>(json, BILLING_DISCOUNTS_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingMoneyAmount(json: unknown): BillingMoneyAmount {
  return decodeObject<BillingMoneyAmount>(json, BILLING_MONEY_AMOUNT_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingPayerCredit(json: unknown): BillingPayerCredit {
  return decodeObject<BillingPayerCredit>(json, BILLING_PAYER_CREDIT_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingPerUnitTotal(json: unknown): BillingPerUnitTotal {
  return decodeObject<BillingPerUnitTotal>(json, BILLING_PER_UNIT_TOTAL_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingPerUnitTotalTier(json: unknown): BillingPerUnitTotalTier {
  return decodeObject<BillingPerUnitTotalTier>(json, BILLING_PER_UNIT_TOTAL_TIER_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingProrationCredit(json: unknown): BillingProrationCredit {
  return decodeObject<BillingProrationCredit>(json, BILLING_PRORATION_CREDIT_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingProrationDiscount(json: unknown): BillingProrationDiscount {
  return decodeObject<BillingProrationDiscount>(json, BILLING_PRORATION_DISCOUNT_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingSubscriptionCredit(json: unknown): BillingSubscriptionCredit {
  return decodeObject<BillingSubscriptionCredit>(json, BILLING_SUBSCRIPTION_CREDIT_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingTotals(json: unknown): BillingTotals {
  return decodeObject<BillingTotals>(json, BILLING_TOTALS_FIELDS);
}

const BILLING_CREDIT_BALANCE_FIELDS: FieldMap<BillingCreditBalance> = {
  object: 'object',
  balance: ['balance', nullable(decodeBillingMoneyAmount)],
};

const BILLING_CREDIT_LEDGER_FIELDS: FieldMap<BillingCreditLedger> = {
  object: 'object',
  id: 'id',
  payerId: 'payer_id',
  amount: ['amount', ifPresent(decodeBillingMoneyAmount)],
  sourceType: 'source_type',
  sourceId: 'source_id',
  note: 'note',
  createdAt: 'created_at',
};

const BILLING_CREDITS_FIELDS: FieldMap<BillingCredits> = {
  proration: ['proration', nullable(decodeBillingProrationCredit)],
  payer: ['payer', nullable(decodeBillingPayerCredit)],
  total: ['total', ifPresent(decodeBillingMoneyAmount)],
};

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

const BILLING_DISCOUNTS_FIELDS: FieldMap<BillingDiscounts> = {
  proration: ['proration', nullable(decodeBillingProrationDiscount)],
  total: ['total', ifPresent(decodeBillingMoneyAmount)],
};

const BILLING_MONEY_AMOUNT_FIELDS: FieldMap<BillingMoneyAmount> = {
  amount: 'amount',
  amountFormatted: 'amount_formatted',
  currency: 'currency',
  currencySymbol: 'currency_symbol',
};

const BILLING_PAYER_CREDIT_FIELDS: FieldMap<BillingPayerCredit> = {
  remainingBalance: ['remaining_balance', ifPresent(decodeBillingMoneyAmount)],
  appliedAmount: ['applied_amount', ifPresent(decodeBillingMoneyAmount)],
};

const BILLING_PER_UNIT_TOTAL_FIELDS: FieldMap<BillingPerUnitTotal> = {
  name: 'name',
  blockSize: 'block_size',
  tiers: ['tiers', listOf(decodeBillingPerUnitTotalTier)],
};

const BILLING_PER_UNIT_TOTAL_TIER_FIELDS: FieldMap<BillingPerUnitTotalTier> = {
  quantity: 'quantity',
  feePerBlock: ['fee_per_block', ifPresent(decodeBillingMoneyAmount)],
  total: ['total', ifPresent(decodeBillingMoneyAmount)],
};

const BILLING_PRORATION_CREDIT_FIELDS: FieldMap<BillingProrationCredit> = {
  amount: ['amount', ifPresent(decodeBillingMoneyAmount)],
  cycleDaysRemaining: 'cycle_days_remaining',
  cycleDaysTotal: 'cycle_days_total',
  cycleRemainingPercent: 'cycle_remaining_percent',
};

const BILLING_PRORATION_DISCOUNT_FIELDS: FieldMap<BillingProrationDiscount> = {
  amount: ['amount', ifPresent(decodeBillingMoneyAmount)],
  cycleDaysPassed: 'cycle_days_passed',
  cycleDaysTotal: 'cycle_days_total',
  cyclePassedPercent: 'cycle_passed_percent',
};

const BILLING_SUBSCRIPTION_CREDIT_FIELDS: FieldMap<BillingSubscriptionCredit> = {
  amount: ['amount', ifPresent(decodeBillingMoneyAmount)],
  cycleRemainingPercent: 'cycle_remaining_percent',
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
