// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent } from '../../transport/decode.js';
import {
  type BillingMoneyAmount,
  type BillingMoneyAmountJSON,
  decodeBillingMoneyAmount,
} from './billing-money-amount.js';

/** A billing credit ledger, as the Backend API returns it. */
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

/** The JSON of {@link BillingCreditLedger}, with the names and values that the Backend API sends. */
export interface BillingCreditLedgerJSON {
  object: string;
  id: string;
  payer_id: string;
  amount: BillingMoneyAmountJSON;
  source_type: string;
  source_id: string;
  note?: string | null;
  created_at: string;
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingCreditLedger(json: unknown): BillingCreditLedger {
  return decodeObject<BillingCreditLedger>(json, BILLING_CREDIT_LEDGER_FIELDS);
}

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
