// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent } from '../../transport/decode.js';
import {
  type BillingMoneyAmount,
  type BillingMoneyAmountJSON,
  decodeBillingMoneyAmount,
} from './billing-money-amount.js';
import { type BillingPlan, type BillingPlanJSON, decodeBillingPlan } from './billing-plan.js';
import { type BillingPrice, type BillingPriceJSON, decodeBillingPrice } from './billing-price.js';
import {
  type BillingSubscriptionItem,
  type BillingSubscriptionItemJSON,
  decodeBillingSubscriptionItem,
} from './billing-subscription-item.js';

/** A billing price transition, as the Backend API returns it. */
export interface BillingPriceTransition {
  readonly object: 'commerce_price_transition';
  readonly subscriptionItem: BillingSubscriptionItem;
  readonly transition: BillingPriceTransitionDetails;
}

/** The JSON of {@link BillingPriceTransition}, with the names and values that the Backend API sends. */
export interface BillingPriceTransitionJSON {
  object: 'commerce_price_transition';
  subscription_item: BillingSubscriptionItemJSON;
  transition: BillingPriceTransitionDetailsJSON;
}

/** A billing price transition details, as the Backend API returns it. */
export interface BillingPriceTransitionDetails {
  readonly previousPlan: BillingPlan;
  readonly previousPrice: BillingPrice;
  /** Unix time in milliseconds. */
  readonly effectiveAt: number;
  readonly effectiveMode: 'immediate' | 'end_of_period';
  readonly nextBillingDate?: number | null;
  readonly chargedImmediately: boolean;
  readonly immediateCharge?: BillingMoneyAmount | null;
  readonly previousSubscriptionItemStatus: 'canceled' | 'ended' | 'abandoned';
  readonly previousSubscriptionItemId: string;
}

/** The JSON of {@link BillingPriceTransitionDetails}, with the names and values that the Backend API sends. */
export interface BillingPriceTransitionDetailsJSON {
  previous_plan: BillingPlanJSON;
  previous_price: BillingPriceJSON;
  /** Unix time in milliseconds. */
  effective_at: number;
  effective_mode: 'immediate' | 'end_of_period';
  next_billing_date?: number | null;
  charged_immediately: boolean;
  immediate_charge?: BillingMoneyAmountJSON | null;
  previous_subscription_item_status: 'canceled' | 'ended' | 'abandoned';
  previous_subscription_item_id: string;
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingPriceTransition(json: unknown): BillingPriceTransition {
  return decodeObject<BillingPriceTransition>(json, BILLING_PRICE_TRANSITION_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingPriceTransitionDetails(json: unknown): BillingPriceTransitionDetails {
  return decodeObject<BillingPriceTransitionDetails>(json, BILLING_PRICE_TRANSITION_DETAILS_FIELDS);
}

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
