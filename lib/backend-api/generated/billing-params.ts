// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { OneOf } from '../one-of.js';
import type { PaginationParams } from '../transport/pagination.js';

/** The parameters of {@link BillingAPI.getPlanList}. */
export interface GetPlanListParams extends PaginationParams {
  payerType?: OneOf<'user' | 'org'>;
}

/** The parameters of {@link BillingAPI.getPriceList}. */
export interface GetPriceListParams extends PaginationParams {
  planId?: string;
}

/** The parameters of {@link BillingAPI.createPrice}. */
export interface CreatePriceParams {
  planId: string;
  /** By default `'USD'`. */
  currency?: string;
  amount: number | null;
  annualMonthlyAmount?: number | null;
  description?: string;
  supportedBillingPeriods?: OneOf<'month' | 'annual' | 'both'>;
}

/** The parameters of {@link BillingAPI.getSubscriptionItemList}. */
export interface GetSubscriptionItemListParams extends PaginationParams {
  status?: OneOf<'active' | 'ended' | 'past_due' | 'upcoming' | 'free_trial'>;
  payerType?: OneOf<'user' | 'org'>;
  planId?: string;
  /** By default `false`. */
  includeFree?: boolean;
  query?: string;
}

/** The parameters of {@link BillingAPI.cancelSubscriptionItem}. */
export interface CancelSubscriptionItemParams {
  /** By default `false`. */
  endNow?: boolean;
}

/** The parameters of {@link BillingAPI.extendSubscriptionItemFreeTrial}. */
export interface ExtendSubscriptionItemFreeTrialParams {
  extendTo: Date | string;
}

/** The parameters of {@link BillingAPI.createPriceTransition}. */
export interface CreatePriceTransitionParams {
  fromPriceId: string;
  toPriceId: string;
}

/** The parameters of {@link BillingAPI.applySubscriptionItemDiscount}. */
export interface ApplySubscriptionItemDiscountParams {
  discountId: string;
}

/** The parameters of {@link BillingAPI.getStatementList}. */
export type GetStatementListParams = PaginationParams;

/** The parameters of {@link BillingAPI.getStatementPaymentAttemptList}. */
export type GetStatementPaymentAttemptListParams = PaginationParams;

/** The parameters of {@link BillingAPI.adjustUserCreditBalance}. */
export interface AdjustUserCreditBalanceParams {
  amount: number;
  action: OneOf<'increase' | 'decrease'>;
  currency?: string;
  idempotencyKey: string;
  note?: string;
}

/** The parameters of {@link BillingAPI.adjustOrganizationCreditBalance}. */
export interface AdjustOrganizationCreditBalanceParams {
  amount: number;
  action: OneOf<'increase' | 'decrease'>;
  currency?: string;
  idempotencyKey: string;
  note?: string;
}
