// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, nullable } from '../../transport/decode.js';
import {
  type BillingMoneyAmount,
  type BillingMoneyAmountJSON,
  decodeBillingMoneyAmount,
} from './billing-money-amount.js';

/** A billing price, as the Backend API returns it. */
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
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  readonly supportedBillingPeriods: 'month' | 'annual' | 'both';
}

/** The JSON of {@link BillingPrice}, with the names and values that the Backend API sends. */
export interface BillingPriceJSON {
  object: 'commerce_price';
  id: string;
  plan_id: string;
  instance_id: string;
  currency: string;
  currency_symbol: string;
  amount: number;
  annual_monthly_amount: number;
  fee: BillingMoneyAmountJSON | null;
  annual_monthly_fee: BillingMoneyAmountJSON | null;
  description?: string | null;
  is_default: boolean;
  /** Unix time in milliseconds. */
  created_at: number;
  supported_billing_periods: 'month' | 'annual' | 'both';
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingPrice(json: unknown): BillingPrice {
  return decodeObject<BillingPrice>(json, BILLING_PRICE_FIELDS);
}

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
