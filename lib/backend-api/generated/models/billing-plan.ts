// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent, listOf, nullable } from '../../transport/decode.js';
import {
  type BillingMoneyAmount,
  type BillingMoneyAmountJSON,
  decodeBillingMoneyAmount,
} from './billing-money-amount.js';

/** A billing plan, as the Backend API returns it. */
export interface BillingPlan {
  readonly object: 'commerce_plan';
  readonly id: string;
  readonly name: string;
  readonly fee: BillingMoneyAmount | null;
  readonly annualMonthlyFee: BillingMoneyAmount | null;
  readonly annualFee: BillingMoneyAmount | null;
  readonly description: string | null;
  /** @deprecated Clerk deprecated this field. */
  readonly productId: string;
  readonly isDefault: boolean;
  readonly isRecurring: boolean;
  readonly publiclyVisible: boolean;
  readonly hasBaseFee: boolean;
  readonly forPayerType: 'org' | 'user';
  readonly slug: string;
  readonly avatarUrl: string | null;
  readonly features: Feature[];
  readonly freeTrialEnabled: boolean;
  readonly freeTrialDays: number | null;
  readonly unitPrices?: BillingPlanUnitPrice[];
  readonly amount?: number;
  readonly amountFormatted?: string;
  readonly annualMonthlyAmount?: number;
  readonly annualMonthlyAmountFormatted?: string;
  readonly annualAmount?: number;
  readonly annualAmountFormatted?: string;
  readonly currencySymbol?: string;
  readonly currency?: string;
  readonly payerType?: string[];
  readonly period?: string;
  readonly interval?: number;
}

/** The JSON of {@link BillingPlan}, with the names and values that the Backend API sends. */
export interface BillingPlanJSON {
  object: 'commerce_plan';
  id: string;
  name: string;
  fee: BillingMoneyAmountJSON | null;
  annual_monthly_fee: BillingMoneyAmountJSON | null;
  annual_fee: BillingMoneyAmountJSON | null;
  description: string | null;
  /** @deprecated Clerk deprecated this field. */
  product_id: string;
  is_default: boolean;
  is_recurring: boolean;
  publicly_visible: boolean;
  has_base_fee: boolean;
  for_payer_type: 'org' | 'user';
  slug: string;
  avatar_url: string | null;
  features: FeatureJSON[];
  free_trial_enabled: boolean;
  free_trial_days: number | null;
  unit_prices?: BillingPlanUnitPriceJSON[];
  amount?: number;
  amount_formatted?: string;
  annual_monthly_amount?: number;
  annual_monthly_amount_formatted?: string;
  annual_amount?: number;
  annual_amount_formatted?: string;
  currency_symbol?: string;
  currency?: string;
  payer_type?: string[];
  period?: string;
  interval?: number;
}

/** A billing plan unit price, as the Backend API returns it. */
export interface BillingPlanUnitPrice {
  readonly name: string;
  readonly blockSize: number;
  readonly tiers: BillingPlanUnitPriceTier[];
}

/** The JSON of {@link BillingPlanUnitPrice}, with the names and values that the Backend API sends. */
export interface BillingPlanUnitPriceJSON {
  name: string;
  block_size: number;
  tiers: BillingPlanUnitPriceTierJSON[];
}

/** A billing plan unit price tier, as the Backend API returns it. */
export interface BillingPlanUnitPriceTier {
  readonly startsAtBlock: number;
  readonly endsAfterBlock?: number | null;
  readonly feePerBlock: BillingMoneyAmount;
}

/** The JSON of {@link BillingPlanUnitPriceTier}, with the names and values that the Backend API sends. */
export interface BillingPlanUnitPriceTierJSON {
  starts_at_block: number;
  ends_after_block?: number | null;
  fee_per_block: BillingMoneyAmountJSON;
}

/** A feature, as the Backend API returns it. */
export interface Feature {
  readonly object: 'feature';
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly slug: string;
  readonly avatarUrl: string | null;
}

/** The JSON of {@link Feature}, with the names and values that the Backend API sends. */
export interface FeatureJSON {
  object: 'feature';
  id: string;
  name: string;
  description: string | null;
  slug: string;
  avatar_url: string | null;
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingPlan(json: unknown): BillingPlan {
  return decodeObject<BillingPlan>(json, BILLING_PLAN_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingPlanUnitPrice(json: unknown): BillingPlanUnitPrice {
  return decodeObject<BillingPlanUnitPrice>(json, BILLING_PLAN_UNIT_PRICE_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingPlanUnitPriceTier(json: unknown): BillingPlanUnitPriceTier {
  return decodeObject<BillingPlanUnitPriceTier>(json, BILLING_PLAN_UNIT_PRICE_TIER_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeFeature(json: unknown): Feature {
  return decodeObject<Feature>(json, FEATURE_FIELDS);
}

const BILLING_PLAN_FIELDS: FieldMap<BillingPlan> = {
  object: 'object',
  id: 'id',
  name: 'name',
  fee: ['fee', nullable(decodeBillingMoneyAmount)],
  annualMonthlyFee: ['annual_monthly_fee', nullable(decodeBillingMoneyAmount)],
  annualFee: ['annual_fee', nullable(decodeBillingMoneyAmount)],
  description: 'description',
  productId: 'product_id',
  isDefault: 'is_default',
  isRecurring: 'is_recurring',
  publiclyVisible: 'publicly_visible',
  hasBaseFee: 'has_base_fee',
  forPayerType: 'for_payer_type',
  slug: 'slug',
  avatarUrl: 'avatar_url',
  features: ['features', listOf(decodeFeature)],
  freeTrialEnabled: 'free_trial_enabled',
  freeTrialDays: 'free_trial_days',
  unitPrices: ['unit_prices', ifPresent(listOf(decodeBillingPlanUnitPrice))],
  amount: 'amount',
  amountFormatted: 'amount_formatted',
  annualMonthlyAmount: 'annual_monthly_amount',
  annualMonthlyAmountFormatted: 'annual_monthly_amount_formatted',
  annualAmount: 'annual_amount',
  annualAmountFormatted: 'annual_amount_formatted',
  currencySymbol: 'currency_symbol',
  currency: 'currency',
  payerType: 'payer_type',
  period: 'period',
  interval: 'interval',
};

const BILLING_PLAN_UNIT_PRICE_FIELDS: FieldMap<BillingPlanUnitPrice> = {
  name: 'name',
  blockSize: 'block_size',
  tiers: ['tiers', listOf(decodeBillingPlanUnitPriceTier)],
};

const BILLING_PLAN_UNIT_PRICE_TIER_FIELDS: FieldMap<BillingPlanUnitPriceTier> = {
  startsAtBlock: 'starts_at_block',
  endsAfterBlock: 'ends_after_block',
  feePerBlock: ['fee_per_block', ifPresent(decodeBillingMoneyAmount)],
};

const FEATURE_FIELDS: FieldMap<Feature> = {
  object: 'object',
  id: 'id',
  name: 'name',
  description: 'description',
  slug: 'slug',
  avatarUrl: 'avatar_url',
};
