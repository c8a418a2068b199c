// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent, listOf } from '../../transport/decode.js';
import {
  type BillingMoneyAmount,
  type BillingMoneyAmountJSON,
  decodeBillingMoneyAmount,
} from './billing-money-amount.js';
import { type BillingPayer, type BillingPayerJSON, decodeBillingPayer } from './billing-payer.js';
import {
  type BillingPaymentAttempt,
  type BillingPaymentAttemptJSON,
  decodeBillingPaymentAttempt,
} from './billing-payment-attempt.js';

/** A billing statement, as the Backend API returns it. */
export interface BillingStatement {
  readonly object: 'commerce_statement';
  readonly id: string;
  readonly instanceId: string;
  readonly timestamp: number;
  readonly payer: BillingPayer;
  readonly status: 'open' | 'closed';
  readonly totals: BillingStatementTotals;
  readonly groups: BillingStatementGroup[];
}

/** The JSON of {@link BillingStatement}, with the names and values that the Backend API sends. */
export interface BillingStatementJSON {
  object: 'commerce_statement';
  id: string;
  instance_id: string;
  timestamp: number;
  payer: BillingPayerJSON;
  status: 'open' | 'closed';
  totals: BillingStatementTotalsJSON;
  groups: BillingStatementGroupJSON[];
}

/** A billing statement group, as the Backend API returns it. */
export interface BillingStatementGroup {
  readonly object: 'commerce_statement_group';
  readonly timestamp: number;
  readonly items: BillingPaymentAttempt[];
}

/** The JSON of {@link BillingStatementGroup}, with the names and values that the Backend API sends. */
export interface BillingStatementGroupJSON {
  object: 'commerce_statement_group';
  timestamp: number;
  items: BillingPaymentAttemptJSON[];
}

/** A billing statement totals, as the Backend API returns it. */
export interface BillingStatementTotals {
  readonly grandTotal: BillingMoneyAmount;
  readonly subtotal: BillingMoneyAmount;
  readonly baseFee: BillingMoneyAmount;
  readonly taxTotal: BillingMoneyAmount;
}

/** The JSON of {@link BillingStatementTotals}, with the names and values that the Backend API sends. */
export interface BillingStatementTotalsJSON {
  grand_total: BillingMoneyAmountJSON;
  subtotal: BillingMoneyAmountJSON;
  base_fee: BillingMoneyAmountJSON;
  tax_total: BillingMoneyAmountJSON;
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingStatement(json: unknown): BillingStatement {
  return decodeObject<BillingStatement>(json, BILLING_STATEMENT_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingStatementGroup(json: unknown): BillingStatementGroup {
  return decodeObject<BillingStatementGroup>(json, BILLING_STATEMENT_GROUP_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingStatementTotals(json: unknown): BillingStatementTotals {
  return decodeObject<BillingStatementTotals>(json, BILLING_STATEMENT_TOTALS_FIELDS);
}

const BILLING_STATEMENT_FIELDS: FieldMap<BillingStatement> = {
  object: 'object',
  id: 'id',
  instanceId: 'instance_id',
  timestamp: 'timestamp',
  payer: ['payer', ifPresent(decodeBillingPayer)],
  status: 'status',
  totals: ['totals', ifPresent(decodeBillingStatementTotals)],
  groups: ['groups', listOf(decodeBillingStatementGroup)],
};

const BILLING_STATEMENT_GROUP_FIELDS: FieldMap<BillingStatementGroup> = {
  object: 'object',
  timestamp: 'timestamp',
  items: ['items', listOf(decodeBillingPaymentAttempt)],
};

const BILLING_STATEMENT_TOTALS_FIELDS: FieldMap<BillingStatementTotals> = {
  grandTotal: ['grand_total', ifPresent(decodeBillingMoneyAmount)],
  subtotal: ['subtotal', ifPresent(decodeBillingMoneyAmount)],
  baseFee: ['base_fee', ifPresent(decodeBillingMoneyAmount)],
  taxTotal: ['tax_total', ifPresent(decodeBillingMoneyAmount)],
};
