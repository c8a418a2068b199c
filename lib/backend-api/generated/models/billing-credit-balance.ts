// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, nullable } from '../../transport/decode.js';
import {
  type BillingMoneyAmount,
  type BillingMoneyAmountJSON,
  decodeBillingMoneyAmount,
} from './billing-money-amount.js';

/** A billing credit balance, as the Backend API returns it. */
export interface BillingCreditBalance {
  readonly object: string;
  readonly balance: BillingMoneyAmount | null;
}

/** The JSON of {@link BillingCreditBalance}, with the names and values that the Backend API sends. */
export interface BillingCreditBalanceJSON {
  object: string;
  balance: BillingMoneyAmountJSON | null;
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingCreditBalance(json: unknown): BillingCreditBalance {
  return decodeObject<BillingCreditBalance>(json, BILLING_CREDIT_BALANCE_FIELDS);
}

const BILLING_CREDIT_BALANCE_FIELDS: FieldMap<BillingCreditBalance> = {
  object: 'object',
  balance: ['balance', nullable(decodeBillingMoneyAmount)],
};
