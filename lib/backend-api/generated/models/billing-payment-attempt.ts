// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent } from '../../transport/decode.js';
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
import { type BillingTotals, type BillingTotalsJSON, decodeBillingTotals } from './billing-totals.js';

/** A billing payment attempt, as the Backend API returns it. */
export interface BillingPaymentAttempt {
  readonly object: 'commerce_payment';
  readonly id: string;
  readonly paymentId: string;
  readonly instanceId: string;
  readonly chargeType: string;
  readonly payeeId: string;
  readonly payee: Record<string, unknown>;
  readonly payerId: string;
  readonly payer: BillingPayer;
  readonly subscriptionItemId?: string;
  readonly subscriptionItem?: Record<string, unknown>;
  readonly amount: BillingMoneyAmount;
  readonly totals?: BillingTotals | null;
  readonly paymentMethodId: string;
  readonly paymentMethod: BillingPaymentMethod;
  readonly statementId: string;
  readonly gatewayExternalId: string | null;
  readonly gatewayExternalUrl: string | null;
  readonly status: 'pending' | 'paid' | 'failed';
  /** Unix time in milliseconds. */
  readonly paidAt: number | null;
  /** Unix time in milliseconds. */
  readonly failedAt: number | null;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The JSON of {@link BillingPaymentAttempt}, with the names and values that the Backend API sends. */
export interface BillingPaymentAttemptJSON {
  object: 'commerce_payment';
  id: string;
  payment_id: string;
  instance_id: string;
  charge_type: string;
  payee_id: string;
  payee: Record<string, unknown>;
  payer_id: string;
  payer: BillingPayerJSON;
  subscription_item_id?: string;
  subscription_item?: Record<string, unknown>;
  amount: BillingMoneyAmountJSON;
  totals?: BillingTotalsJSON | null;
  payment_method_id: string;
  payment_method: BillingPaymentMethodJSON;
  statement_id: string;
  gateway_external_id: string | null;
  gateway_external_url: string | null;
  status: 'pending' | 'paid' | 'failed';
  /** Unix time in milliseconds. */
  paid_at: number | null;
  /** Unix time in milliseconds. */
  failed_at: number | null;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingPaymentAttempt(json: unknown): BillingPaymentAttempt {
  return decodeObject<BillingPaymentAttempt>(json, BILLING_PAYMENT_ATTEMPT_FIELDS);
}

const BILLING_PAYMENT_ATTEMPT_FIELDS: FieldMap<BillingPaymentAttempt> = {
  object: 'object',
  id: 'id',
  paymentId: 'payment_id',
  instanceId: 'instance_id',
  chargeType: 'charge_type',
  payeeId: 'payee_id',
  payee: 'payee',
  payerId: 'payer_id',
  payer: ['payer', ifPresent(decodeBillingPayer)],
  subscriptionItemId: 'subscription_item_id',
  subscriptionItem: 'subscription_item',
  amount: ['amount', ifPresent(decodeBillingMoneyAmount)],
  totals: ['totals', ifPresent(decodeBillingTotals)],
  paymentMethodId: 'payment_method_id',
  paymentMethod: ['payment_method', ifPresent(decodeBillingPaymentMethod)],
  statementId: 'statement_id',
  gatewayExternalId: 'gateway_external_id',
  gatewayExternalUrl: 'gateway_external_url',
  status: 'status',
  paidAt: 'paid_at',
  failedAt: 'failed_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
