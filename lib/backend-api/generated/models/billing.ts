// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import {
  decodeObject,
  type FieldMap,
  ifPresent,
  listOf,
  nullable,
  optional,
  valueOrNull,
  withDefault,
} from '../../transport/decode.js';
import {
  type BillingCredits,
  type BillingMoneyAmount,
  type BillingPerUnitTotal,
  type BillingPerUnitTotalTier,
  type BillingSubscriptionCredit,
  type BillingTotals,
  decodeBillingCredits,
  decodeBillingMoneyAmount,
  decodeBillingPerUnitTotal,
  decodeBillingPerUnitTotalTier,
  decodeBillingSubscriptionCredit,
  decodeBillingTotals,
} from './billing-amounts.js';
import {
  type BillingPayer,
  type BillingPaymentMethod,
  type BillingPaymentSource,
  decodeBillingPayer,
  decodeBillingPaymentMethod,
  decodeBillingPaymentSource,
} from './billing-payments.js';

/** A billing feature, as the Backend API answers it. */
export interface BillingFeature {
  readonly object: 'feature';
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly slug: string;
  readonly avatarUrl: string | null;
}

/** A billing plan, as the Backend API answers it. */
export interface BillingPlan {
  readonly object: 'commerce_plan';
  readonly id: string;
  readonly name: string;
  readonly fee: BillingMoneyAmount | null;
  readonly annualMonthlyFee: BillingMoneyAmount | null;
  readonly annualFee: BillingMoneyAmount | null;
  readonly description: string | null;
  /** @deprecated Clerk has deprecated the field. */
  readonly productId: string;
  readonly isDefault: boolean;
  readonly isRecurring: boolean;
  readonly publiclyVisible: boolean;
  readonly hasBaseFee: boolean;
  readonly forPayerType: 'org' | 'user';
  readonly slug: string;
  readonly avatarUrl: string | null;
  readonly features: BillingFeature[];
  readonly freeTrialEnabled: boolean;
  readonly freeTrialDays: number | null;
  readonly unitPrices?: BillingPlanUnitPrice[];
  readonly amount?: number;
  readonly amountFormatted?: string;
  readonly annualMonthlyAmount?: number;
  readonly annualMonthlyAmountFormatted?: string;
  readonly annualAmount?: number;
  readonly annualAmountFormatted?: string;
  readonly currencySymbol?: string;
  readonly currency?: string;
  readonly payerType?: string[];
  readonly period?: string;
  readonly interval?: number;
}

/** A billing plan unit price, as the Backend API answers it. */
export interface BillingPlanUnitPrice {
  readonly name: string;
  readonly blockSize: number;
  readonly tiers: BillingPlanUnitPriceTier[];
}

/** A billing plan unit price tier, as the Backend API answers it. */
export interface BillingPlanUnitPriceTier {
  readonly startsAtBlock: number;
  readonly endsAfterBlock?: number | null;
  readonly feePerBlock: BillingMoneyAmount;
}

/** A billing price, as the Backend API answers it. */
export interface BillingPrice {
  readonly object: 'commerce_price';
  readonly id: string;
  readonly planId: string;
  readonly instanceId: string;
  readonly currency: string;
  readonly currencySymbol: string;
  readonly amount: number;
  readonly annualMonthlyAmount: number;
  readonly fee: BillingMoneyAmount | null;
  readonly annualMonthlyFee: BillingMoneyAmount | null;
  readonly description?: string | null;
  readonly isDefault: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly supportedBillingPeriods: 'month' | 'annual' | 'both';
}

/** A billing price transition, as the Backend API answers it. */
export interface BillingPriceTransition {
  readonly object: 'commerce_price_transition';
  readonly subscriptionItem: BillingSubscriptionItem;
  readonly transition: BillingPriceTransitionDetails;
}

/** A billing price transition details, as the Backend API answers it. */
export interface BillingPriceTransitionDetails {
  readonly previousPlan: BillingPlan;
  readonly previousPrice: BillingPrice;
  /** Milliseconds since 1970. */
  readonly effectiveAt: number;
  readonly effectiveMode: 'immediate' | 'end_of_period';
  readonly nextBillingDate?: number | null;
  readonly chargedImmediately: boolean;
  readonly immediateCharge?: BillingMoneyAmount | null;
  readonly previousSubscriptionItemStatus: 'canceled' | 'ended' | 'abandoned';
  readonly previousSubscriptionItemId: string;
}

/** A billing subscription, as the Backend API answers it. */
export interface BillingSubscription {
  readonly object: 'commerce_subscription';
  readonly id: string;
  readonly instanceId: string;
  readonly status: 'active' | 'past_due' | 'canceled' | 'ended' | 'abandoned' | 'incomplete';
  readonly payerId: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  /** Milliseconds since 1970. */
  readonly activeAt: number | null;
  /** Milliseconds since 1970. */
  readonly pastDueAt: number | null;
  readonly subscriptionItems: BillingSubscriptionItem[];
  readonly nextPayment: BillingSubscriptionNextPayment | null;
  readonly eligibleForFreeTrial: boolean;
}

/** A billing subscription item, as the Backend API answers it. */
export interface BillingSubscriptionItem {
  readonly object: 'commerce_subscription_item';
  readonly id: string;
  readonly instanceId: string;
  readonly status:
    'active' | 'canceled' | 'expired' | 'ended' | 'past_due' | 'upcoming' | 'incomplete' | 'abandoned';
  readonly credit?: BillingSubscriptionCredit;
  readonly credits?: BillingCredits | null;
  readonly planId: string | null;
  readonly priceId: string | null;
  readonly plan: BillingPlan | null;
  readonly planPeriod: 'month' | 'annual';
  readonly paymentMethod?: BillingPaymentMethod;
  readonly lifetimePaid: BillingMoneyAmount | undefined;
  readonly nextPayment: BillingSubscriptionItemNextPayment | null;
  readonly payerId: string;
  readonly payer?: BillingPayer;
  readonly isFreeTrial: boolean;
  readonly periodStart: number;
  readonly periodEnd: number | null;
  readonly prorationDate?: string;
  /** Milliseconds since 1970. */
  readonly canceledAt: number | null;
  /** Milliseconds since 1970. */
  readonly pastDueAt: number | null;
  /** Milliseconds since 1970. */
  readonly endedAt: number | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  readonly seats: BillingSubscriptionItemSeats | undefined;
  readonly totals?: BillingTotals | null;
  readonly paymentSourceId?: string;
  readonly paymentSource?: BillingPaymentSource | null;
  readonly amount: BillingMoneyAmount | undefined;
  readonly nextInvoice?: BillingSubscriptionItemNextPayment | null;
}

/** A billing subscription item next payment, as the Backend API answers it. */
export interface BillingSubscriptionItemNextPayment {
  readonly amount: BillingMoneyAmount;
  readonly date: number;
  readonly perUnitTotals?: BillingPerUnitTotal[];
  readonly totals: BillingTotals | undefined;
}

/** A billing subscription item seats, as the Backend API answers it. */
export interface BillingSubscriptionItemSeats {
  readonly quantity: number | null;
  readonly tiers?: BillingPerUnitTotalTier[];
}

/** A billing subscription next payment, as the Backend API answers it. */
export interface BillingSubscriptionNextPayment {
  readonly date: number;
  readonly amount: BillingMoneyAmount;
  readonly perUnitTotals?: BillingPerUnitTotal[];
  readonly totals: BillingTotals | undefined;
}

/** Reads the API's JSON. */
export function decodeBillingFeature(json: unknown): BillingFeature {
  return decodeObject<BillingFeature>(json, BILLING_FEATURE_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingPlan(json: unknown): BillingPlan {
  return decodeObject<BillingPlan>(json, BILLING_PLAN_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingPlanUnitPrice(json: unknown): BillingPlanUnitPrice {
  return decodeObject<BillingPlanUnitPrice>(json, BILLING_PLAN_UNIT_PRICE_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingPlanUnitPriceTier(json: unknown): BillingPlanUnitPriceTier {
  return decodeObject<BillingPlanUnitPriceTier>(json, BILLING_PLAN_UNIT_PRICE_TIER_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingPrice(json: unknown): BillingPrice {
  return decodeObject<BillingPrice>(json, BILLING_PRICE_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingPriceTransition(json: unknown): BillingPriceTransition {
  return decodeObject<BillingPriceTransition>(json, BILLING_PRICE_TRANSITION_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingPriceTransitionDetails(json: unknown): BillingPriceTransitionDetails {
  return decodeObject<BillingPriceTransitionDetails>(json, BILLING_PRICE_TRANSITION_DETAILS_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingSubscription(json: unknown): BillingSubscription {
  return decodeObject<BillingSubscription>(json, BILLING_SUBSCRIPTION_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingSubscriptionItem(json: unknown): BillingSubscriptionItem {
  return decodeObject<BillingSubscriptionItem>(json, BILLING_SUBSCRIPTION_ITEM_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingSubscriptionItemNextPayment(json: unknown): BillingSubscriptionItemNextPayment {
  return decodeObject<BillingSubscriptionItemNextPayment>(
    json,
    BILLING_SUBSCRIPTION_ITEM_NEXT_PAYMENT_FIELDS,
  );
}

/** Reads the API's JSON. */
export function decodeBillingSubscriptionItemSeats(json: unknown): BillingSubscriptionItemSeats {
  return decodeObject<BillingSubscriptionItemSeats>(json, BILLING_SUBSCRIPTION_ITEM_SEATS_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingSubscriptionNextPayment(json: unknown): BillingSubscriptionNextPayment {
  return decodeObject<BillingSubscriptionNextPayment>(json, BILLING_SUBSCRIPTION_NEXT_PAYMENT_FIELDS);
}

const BILLING_FEATURE_FIELDS: FieldMap<BillingFeature> = {
  object: 'object',
  id: 'id',
  name: 'name',
  description: 'description',
  slug: 'slug',
  avatarUrl: 'avatar_url',
};

const BILLING_PLAN_FIELDS: FieldMap<BillingPlan> = {
  object: 'object',
  id: 'id',
  name: 'name',
  fee: ['fee', nullable(decodeBillingMoneyAmount)],
  annualMonthlyFee: ['annual_monthly_fee', nullable(decodeBillingMoneyAmount)],
  annualFee: ['annual_fee', nullable(decodeBillingMoneyAmount)],
  description: 'description',
  productId: 'product_id',
  isDefault: 'is_default',
  isRecurring: 'is_recurring',
  publiclyVisible: 'publicly_visible',
  hasBaseFee: 'has_base_fee',
  forPayerType: 'for_payer_type',
  slug: 'slug',
  avatarUrl: 'avatar_url',
  features: ['features', listOf(decodeBillingFeature)],
  freeTrialEnabled: 'free_trial_enabled',
  freeTrialDays: 'free_trial_days',
  unitPrices: ['unit_prices', ifPresent(listOf(decodeBillingPlanUnitPrice))],
  amount: 'amount',
  amountFormatted: 'amount_formatted',
  annualMonthlyAmount: 'annual_monthly_amount',
  annualMonthlyAmountFormatted: 'annual_monthly_amount_formatted',
  annualAmount: 'annual_amount',
  annualAmountFormatted: 'annual_amount_formatted',
  currencySymbol: 'currency_symbol',
  currency: 'currency',
  payerType: 'payer_type',
  period: 'period',
  interval: 'interval',
};

const BILLING_PLAN_UNIT_PRICE_FIELDS: FieldMap<BillingPlanUnitPrice> = {
  name: 'name',
  blockSize: 'block_size',
  tiers: ['tiers', listOf(decodeBillingPlanUnitPriceTier)],
};

const BILLING_PLAN_UNIT_PRICE_TIER_FIELDS: FieldMap<BillingPlanUnitPriceTier> = {
  startsAtBlock: 'starts_at_block',
  endsAfterBlock: 'ends_after_block',
  feePerBlock: ['fee_per_block', ifPresent(decodeBillingMoneyAmount)],
};

const BILLING_PRICE_FIELDS: FieldMap<BillingPrice> = {
  object: 'object',
  id: 'id',
  planId: 'plan_id',
  instanceId: 'instance_id',
  currency: 'currency',
  currencySymbol: 'currency_symbol',
  amount: 'amount',
  annualMonthlyAmount: 'annual_monthly_amount',
  fee: ['fee', nullable(decodeBillingMoneyAmount)],
  annualMonthlyFee: ['annual_monthly_fee', nullable(decodeBillingMoneyAmount)],
  description: 'description',
  isDefault: 'is_default',
  createdAt: 'created_at',
  supportedBillingPeriods: 'supported_billing_periods',
};

const BILLING_PRICE_TRANSITION_FIELDS: FieldMap<BillingPriceTransition> = {
  object: 'object',
  subscriptionItem: ['subscription_item', ifPresent(decodeBillingSubscriptionItem)],
  transition: ['transition', ifPresent(decodeBillingPriceTransitionDetails)],
};

const BILLING_PRICE_TRANSITION_DETAILS_FIELDS: FieldMap<BillingPriceTransitionDetails> = {
  previousPlan: ['previous_plan', ifPresent(decodeBillingPlan)],
  previousPrice: ['previous_price', ifPresent(decodeBillingPrice)],
  effectiveAt: 'effective_at',
  effectiveMode: 'effective_mode',
  nextBillingDate: 'next_billing_date',
  chargedImmediately: 'charged_immediately',
  immediateCharge: ['immediate_charge', ifPresent(decodeBillingMoneyAmount)],
  previousSubscriptionItemStatus: 'previous_subscription_item_status',
  previousSubscriptionItemId: 'previous_subscription_item_id',
};

const BILLING_SUBSCRIPTION_FIELDS: FieldMap<BillingSubscription> = {
  object: 'object',
  id: 'id',
  instanceId: 'instance_id',
  status: 'status',
  payerId: 'payer_id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  activeAt: ['active_at', valueOrNull],
  pastDueAt: ['past_due_at', valueOrNull],
  subscriptionItems: ['subscription_items', listOf(decodeBillingSubscriptionItem)],
  nextPayment: ['next_payment', nullable(decodeBillingSubscriptionNextPayment)],
  eligibleForFreeTrial: ['eligible_for_free_trial', withDefault(() => false)],
};

const BILLING_SUBSCRIPTION_ITEM_FIELDS: FieldMap<BillingSubscriptionItem> = {
  object: 'object',
  id: 'id',
  instanceId: 'instance_id',
  status: 'status',
  credit: ['credit', ifPresent(decodeBillingSubscriptionCredit)],
  credits: ['credits', ifPresent(decodeBillingCredits)],
  planId: ['plan_id', valueOrNull],
  priceId: ['price_id', valueOrNull],
  plan: ['plan', nullable(decodeBillingPlan)],
  planPeriod: 'plan_period',
  paymentMethod: ['payment_method', ifPresent(decodeBillingPaymentMethod)],
  lifetimePaid: ['lifetime_paid', optional(decodeBillingMoneyAmount)],
  nextPayment: ['next_payment', nullable(decodeBillingSubscriptionItemNextPayment)],
  payerId: 'payer_id',
  payer: ['payer', ifPresent(decodeBillingPayer)],
  isFreeTrial: 'is_free_trial',
  periodStart: 'period_start',
  periodEnd: 'period_end',
  prorationDate: 'proration_date',
  canceledAt: 'canceled_at',
  pastDueAt: 'past_due_at',
  endedAt: 'ended_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  seats: ['seats', optional(decodeBillingSubscriptionItemSeats)],
  totals: ['totals', ifPresent(decodeBillingTotals)],
  paymentSourceId: 'payment_source_id',
  paymentSource: ['payment_source', ifPresent(decodeBillingPaymentSource)],
  amount: ['amount', optional(decodeBillingMoneyAmount)],
  nextInvoice: ['next_invoice', ifPresent(decodeBillingSubscriptionItemNextPayment)],
};

const BILLING_SUBSCRIPTION_ITEM_NEXT_PAYMENT_FIELDS: FieldMap<BillingSubscriptionItemNextPayment> = {
  amount: ['amount', ifPresent(decodeBillingMoneyAmount)],
  date: 'date',
  perUnitTotals: ['per_unit_totals', ifPresent(listOf(decodeBillingPerUnitTotal))],
  totals: ['totals', optional(decodeBillingTotals)],
};

const BILLING_SUBSCRIPTION_ITEM_SEATS_FIELDS: FieldMap<BillingSubscriptionItemSeats> = {
  quantity: 'quantity',
  tiers: ['tiers', ifPresent(listOf(decodeBillingPerUnitTotalTier))],
};

const BILLING_SUBSCRIPTION_NEXT_PAYMENT_FIELDS: FieldMap<BillingSubscriptionNextPayment> = {
  date: 'date',
  amount: ['amount', ifPresent(decodeBillingMoneyAmount)],
  perUnitTotals: ['per_unit_totals', ifPresent(listOf(decodeBillingPerUnitTotal))],
  totals: ['totals', optional(decodeBillingTotals)],
};
