// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent, nullable } from '../../transport/decode.js';
import {
  type BillingMoneyAmount,
  type BillingMoneyAmountJSON,
  decodeBillingMoneyAmount,
} from './billing-money-amount.js';

/** A billing credits, as the Backend API returns it. */
export interface BillingCredits {
  readonly proration: BillingProrationCredit | null;
  readonly payer: BillingPayerCredit | null;
  readonly total: BillingMoneyAmount;
}

/** The JSON of {@link BillingCredits}, with the names and values that the Backend API sends. */
export interface BillingCreditsJSON {
  proration: BillingProrationCreditJSON | null;
  payer: BillingPayerCreditJSON | null;
  total: BillingMoneyAmountJSON;
}

/** A billing payer credit, as the Backend API returns it. */
export interface BillingPayerCredit {
  readonly remainingBalance: BillingMoneyAmount;
  readonly appliedAmount: BillingMoneyAmount;
}

/** The JSON of {@link BillingPayerCredit}, with the names and values that the Backend API sends. */
export interface BillingPayerCreditJSON {
  remaining_balance: BillingMoneyAmountJSON;
  applied_amount: BillingMoneyAmountJSON;
}

/** A billing proration credit, as the Backend API returns it. */
export interface BillingProrationCredit {
  readonly amount: BillingMoneyAmount;
  readonly cycleDaysRemaining: number;
  readonly cycleDaysTotal: number;
  readonly cycleRemainingPercent: number;
}

/** The JSON of {@link BillingProrationCredit}, with the names and values that the Backend API sends. */
export interface BillingProrationCreditJSON {
  amount: BillingMoneyAmountJSON;
  cycle_days_remaining: number;
  cycle_days_total: number;
  cycle_remaining_percent: number;
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingCredits(json: unknown): BillingCredits {
  return decodeObject<BillingCredits>(json, BILLING_CREDITS_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingPayerCredit(json: unknown): BillingPayerCredit {
  return decodeObject<BillingPayerCredit>(json, BILLING_PAYER_CREDIT_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingProrationCredit(json: unknown): BillingProrationCredit {
  return decodeObject<BillingProrationCredit>(json, BILLING_PRORATION_CREDIT_FIELDS);
}

const BILLING_CREDITS_FIELDS: FieldMap<BillingCredits> = {
  proration: ['proration', nullable(decodeBillingProrationCredit)],
  payer: ['payer', nullable(decodeBillingPayerCredit)],
  total: ['total', ifPresent(decodeBillingMoneyAmount)],
};

const BILLING_PAYER_CREDIT_FIELDS: FieldMap<BillingPayerCredit> = {
  remainingBalance: ['remaining_balance', ifPresent(decodeBillingMoneyAmount)],
  appliedAmount: ['applied_amount', ifPresent(decodeBillingMoneyAmount)],
};

const BILLING_PRORATION_CREDIT_FIELDS: FieldMap<BillingProrationCredit> = {
  amount: ['amount', ifPresent(decodeBillingMoneyAmount)],
  cycleDaysRemaining: 'cycle_days_remaining',
  cycleDaysTotal: 'cycle_days_total',
  cycleRemainingPercent: 'cycle_remaining_percent',
};
