// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import {
  decodeObject,
  type FieldMap,
  ifPresent,
  listOf,
  nullable,
  optional,
  valueOrNull,
} from '../../transport/decode.js';
import { type BillingCredits, type BillingCreditsJSON, decodeBillingCredits } from './billing-credits.js';
import {
  type BillingMoneyAmount,
  type BillingMoneyAmountJSON,
  decodeBillingMoneyAmount,
} from './billing-money-amount.js';
import { type BillingPayer, type BillingPayerJSON, decodeBillingPayer } from './billing-payer.js';
import {
  type BillingPaymentMethod,
  type BillingPaymentMethodJSON,
  decodeBillingPaymentMethod,
} from './billing-payment-method.js';
import {
  type BillingPerUnitTotal,
  type BillingPerUnitTotalJSON,
  decodeBillingPerUnitTotal,
} from './billing-per-unit-total.js';
import {
  type BillingPerUnitTotalTier,
  type BillingPerUnitTotalTierJSON,
  decodeBillingPerUnitTotalTier,
} from './billing-per-unit-total-tier.js';
import { type BillingPlan, type BillingPlanJSON, decodeBillingPlan } from './billing-plan.js';
import { type BillingTotals, type BillingTotalsJSON, decodeBillingTotals } from './billing-totals.js';

/** A billing payment source, as the Backend API returns it. */
export interface BillingPaymentSource {
  readonly object: 'commerce_source';
  readonly id: string;
  readonly payerId: string;
  readonly paymentMethod: 'card' | 'apple_pay' | 'google_pay';
  readonly isDefault?: boolean | null;
  readonly gateway: string;
  readonly gatewayExternalId: string;
  readonly gatewayExternalAccountId?: string | null;
  readonly last4: string;
  readonly status: 'active' | 'disconnected';
  readonly walletType: string;
  readonly cardType: string;
  readonly expiryYear?: number;
  readonly expiryMonth?: number;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
  readonly isRemovable?: boolean | null;
}

/** The JSON of {@link BillingPaymentSource}, with the names and values that the Backend API sends. */
export interface BillingPaymentSourceJSON {
  object: 'commerce_source';
  id: string;
  payer_id: string;
  payment_method: 'card' | 'apple_pay' | 'google_pay';
  is_default?: boolean | null;
  gateway: string;
  gateway_external_id: string;
  gateway_external_account_id?: string | null;
  last4: string;
  status: 'active' | 'disconnected';
  wallet_type: string;
  card_type: string;
  expiry_year?: number;
  expiry_month?: number;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
  is_removable?: boolean | null;
}

/** A billing subscription credit, as the Backend API returns it. */
export interface BillingSubscriptionCredit {
  readonly amount?: BillingMoneyAmount | null;
  readonly cycleRemainingPercent?: number;
}

/** The JSON of {@link BillingSubscriptionCredit}, with the names and values that the Backend API sends. */
export interface BillingSubscriptionCreditJSON {
  amount?: BillingMoneyAmountJSON | null;
  cycle_remaining_percent?: number;
}

/** A billing subscription item, as the Backend API returns it. */
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
  /** Unix time in milliseconds. */
  readonly canceledAt: number | null;
  /** Unix time in milliseconds. */
  readonly pastDueAt: number | null;
  /** Unix time in milliseconds. */
  readonly endedAt: number | null;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
  readonly seats: BillingSubscriptionItemSeats | undefined;
  readonly totals?: BillingTotals | null;
  readonly paymentSourceId?: string;
  readonly paymentSource?: BillingPaymentSource | null;
  readonly amount: BillingMoneyAmount | undefined;
  readonly nextInvoice?: BillingSubscriptionItemNextPayment | null;
}

/** The JSON of {@link BillingSubscriptionItem}, with the names and values that the Backend API sends. */
export interface BillingSubscriptionItemJSON {
  object: 'commerce_subscription_item';
  id: string;
  instance_id: string;
  status: 'active' | 'canceled' | 'expired' | 'ended' | 'past_due' | 'upcoming' | 'incomplete' | 'abandoned';
  credit?: BillingSubscriptionCreditJSON;
  credits?: BillingCreditsJSON | null;
  plan_id: string | null;
  price_id?: string | null;
  plan: BillingPlanJSON | null;
  plan_period: 'month' | 'annual';
  payment_method?: BillingPaymentMethodJSON;
  lifetime_paid?: BillingMoneyAmountJSON;
  next_payment: BillingSubscriptionItemNextPaymentJSON | null;
  payer_id: string;
  payer?: BillingPayerJSON;
  is_free_trial: boolean;
  period_start: number;
  period_end: number | null;
  proration_date?: string;
  /** Unix time in milliseconds. */
  canceled_at: number | null;
  /** Unix time in milliseconds. */
  past_due_at: number | null;
  /** Unix time in milliseconds. */
  ended_at: number | null;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
  seats?: BillingSubscriptionItemSeatsJSON | null;
  totals?: BillingTotalsJSON | null;
  payment_source_id?: string;
  payment_source?: BillingPaymentSourceJSON | null;
  amount?: BillingMoneyAmountJSON | null;
  next_invoice?: BillingSubscriptionItemNextPaymentJSON | null;
}

/** A billing subscription item next payment, as the Backend API returns it. */
export interface BillingSubscriptionItemNextPayment {
  readonly amount: BillingMoneyAmount;
  readonly date: number;
  readonly perUnitTotals?: BillingPerUnitTotal[];
  readonly totals: BillingTotals | undefined;
}

/** The JSON of {@link BillingSubscriptionItemNextPayment}, with the names and values that the Backend API sends. */
export interface BillingSubscriptionItemNextPaymentJSON {
  amount: BillingMoneyAmountJSON;
  date: number;
  per_unit_totals?: BillingPerUnitTotalJSON[];
  totals?: BillingTotalsJSON | null;
}

/** A billing subscription item seats, as the Backend API returns it. */
export interface BillingSubscriptionItemSeats {
  readonly quantity: number | null;
  readonly tiers?: BillingPerUnitTotalTier[];
}

/** The JSON of {@link BillingSubscriptionItemSeats}, with the names and values that the Backend API sends. */
export interface BillingSubscriptionItemSeatsJSON {
  quantity: number | null;
  tiers?: BillingPerUnitTotalTierJSON[];
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingPaymentSource(json: unknown): BillingPaymentSource {
  return decodeObject<BillingPaymentSource>(json, BILLING_PAYMENT_SOURCE_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingSubscriptionCredit(json: unknown): BillingSubscriptionCredit {
  return decodeObject<BillingSubscriptionCredit>(json, BILLING_SUBSCRIPTION_CREDIT_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingSubscriptionItem(json: unknown): BillingSubscriptionItem {
  return decodeObject<BillingSubscriptionItem>(json, BILLING_SUBSCRIPTION_ITEM_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingSubscriptionItemNextPayment(json: unknown): BillingSubscriptionItemNextPayment {
  return decodeObject<BillingSubscriptionItemNextPayment>(
    json,
    BILLING_SUBSCRIPTION_ITEM_NEXT_PAYMENT_FIELDS,
  );
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingSubscriptionItemSeats(json: unknown): BillingSubscriptionItemSeats {
  return decodeObject<BillingSubscriptionItemSeats>(json, BILLING_SUBSCRIPTION_ITEM_SEATS_FIELDS);
}

const BILLING_PAYMENT_SOURCE_FIELDS: FieldMap<BillingPaymentSource> = {
  object: 'object',
  id: 'id',
  payerId: 'payer_id',
  paymentMethod: 'payment_method',
  isDefault: 'is_default',
  gateway: 'gateway',
  gatewayExternalId: 'gateway_external_id',
  gatewayExternalAccountId: 'gateway_external_account_id',
  last4: 'last4',
  status: 'status',
  walletType: 'wallet_type',
  cardType: 'card_type',
  expiryYear: 'expiry_year',
  expiryMonth: 'expiry_month',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  isRemovable: 'is_removable',
};

const BILLING_SUBSCRIPTION_CREDIT_FIELDS: FieldMap<BillingSubscriptionCredit> = {
  amount: ['amount', ifPresent(decodeBillingMoneyAmount)],
  cycleRemainingPercent: 'cycle_remaining_percent',
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
