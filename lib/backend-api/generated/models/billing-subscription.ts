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
  withDefault,
} from '../../transport/decode.js';
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
import {
  type BillingSubscriptionItem,
  type BillingSubscriptionItemJSON,
  decodeBillingSubscriptionItem,
} from './billing-subscription-item.js';
import { type BillingTotals, type BillingTotalsJSON, decodeBillingTotals } from './billing-totals.js';

/** A billing subscription, as the Backend API returns it. */
export interface BillingSubscription {
  readonly object: 'commerce_subscription';
  readonly id: string;
  readonly instanceId: string;
  readonly status: 'active' | 'past_due' | 'canceled' | 'ended' | 'abandoned' | 'incomplete';
  readonly payerId: string;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
  /** Unix time in milliseconds. */
  readonly activeAt: number | null;
  /** Unix time in milliseconds. */
  readonly pastDueAt: number | null;
  readonly subscriptionItems: BillingSubscriptionItem[];
  readonly nextPayment: BillingSubscriptionNextPayment | null;
  readonly eligibleForFreeTrial: boolean;
}

/** The JSON of {@link BillingSubscription}, with the names and values that the Backend API sends. */
export interface BillingSubscriptionJSON {
  object: 'commerce_subscription';
  id: string;
  instance_id: string;
  status: 'active' | 'past_due' | 'canceled' | 'ended' | 'abandoned' | 'incomplete';
  payer_id: string;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
  /** Unix time in milliseconds. */
  active_at: number | null;
  /** Unix time in milliseconds. */
  past_due_at: number | null;
  subscription_items: BillingSubscriptionItemJSON[];
  next_payment: BillingSubscriptionNextPaymentJSON | null;
  eligible_for_free_trial?: boolean;
}

/** A billing subscription next payment, as the Backend API returns it. */
export interface BillingSubscriptionNextPayment {
  readonly date: number;
  readonly amount: BillingMoneyAmount;
  readonly perUnitTotals?: BillingPerUnitTotal[];
  readonly totals: BillingTotals | undefined;
}

/** The JSON of {@link BillingSubscriptionNextPayment}, with the names and values that the Backend API sends. */
export interface BillingSubscriptionNextPaymentJSON {
  date: number;
  amount: BillingMoneyAmountJSON;
  per_unit_totals?: BillingPerUnitTotalJSON[];
  totals?: BillingTotalsJSON | null;
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingSubscription(json: unknown): BillingSubscription {
  return decodeObject<BillingSubscription>(json, BILLING_SUBSCRIPTION_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingSubscriptionNextPayment(json: unknown): BillingSubscriptionNextPayment {
  return decodeObject<BillingSubscriptionNextPayment>(json, BILLING_SUBSCRIPTION_NEXT_PAYMENT_FIELDS);
}

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

const BILLING_SUBSCRIPTION_NEXT_PAYMENT_FIELDS: FieldMap<BillingSubscriptionNextPayment> = {
  date: 'date',
  amount: ['amount', ifPresent(decodeBillingMoneyAmount)],
  perUnitTotals: ['per_unit_totals', ifPresent(listOf(decodeBillingPerUnitTotal))],
  totals: ['totals', optional(decodeBillingTotals)],
};
