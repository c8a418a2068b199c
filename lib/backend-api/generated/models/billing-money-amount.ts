// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An amount of money */
export interface BillingMoneyAmount {
  readonly amount: number;
  readonly amountFormatted: string;
  readonly currency: string;
  readonly currencySymbol: string;
}

/** The JSON of {@link BillingMoneyAmount}, with the names and values that the Backend API sends. */
export interface BillingMoneyAmountJSON {
  amount: number;
  amount_formatted: string;
  currency: string;
  currency_symbol: string;
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingMoneyAmount(json: unknown): BillingMoneyAmount {
  return decodeObject<BillingMoneyAmount>(json, BILLING_MONEY_AMOUNT_FIELDS);
}

const BILLING_MONEY_AMOUNT_FIELDS: FieldMap<BillingMoneyAmount> = {
  amount: 'amount',
  amountFormatted: 'amount_formatted',
  currency: 'currency',
  currencySymbol: 'currency_symbol',
};
