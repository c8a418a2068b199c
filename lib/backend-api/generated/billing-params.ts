// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { OneOf } from '../one-of.js';
import type { PaginationParams } from '../transport/pagination.js';

/** What {@link BillingAPI.getPlanList} takes. */
export interface GetPlanListParams extends PaginationParams {
  payerType?: OneOf<'user' | 'org'>;
}

/** What {@link BillingAPI.getPriceList} takes. */
export interface GetPriceListParams extends PaginationParams {
  planId?: string;
}

/** What {@link BillingAPI.createPrice} takes. */
export interface CreatePriceParams {
  planId: string;
  /** By default `'USD'`. */
  currency?: string;
  amount: number | null;
  annualMonthlyAmount?: number | null;
  description?: string;
  supportedBillingPeriods?: OneOf<'month' | 'annual' | 'both'>;
}

/** What {@link BillingAPI.getSubscriptionItemList} takes. */
export interface GetSubscriptionItemListParams extends PaginationParams {
  status?: OneOf<'active' | 'ended' | 'past_due' | 'upcoming' | 'free_trial'>;
  payerType?: OneOf<'user' | 'org'>;
  planId?: string;
  /** By default `false`. */
  includeFree?: boolean;
  query?: string;
}

/** What {@link BillingAPI.cancelSubscriptionItem} takes. */
export interface CancelSubscriptionItemParams {
  /** By default `false`. */
  endNow?: boolean;
}

/** What {@link BillingAPI.extendSubscriptionItemFreeTrial} takes. */
export interface ExtendSubscriptionItemFreeTrialParams {
  extendTo: Date | string;
}

/** What {@link BillingAPI.createPriceTransition} takes. */
export interface CreatePriceTransitionParams {
  fromPriceId: string;
  toPriceId: string;
}

/** What {@link BillingAPI.applySubscriptionItemDiscount} takes. */
export interface ApplySubscriptionItemDiscountParams {
  discountId: string;
}

/** What {@link BillingAPI.getStatementList} takes. */
export type GetStatementListParams = PaginationParams;

/** What {@link BillingAPI.getStatementPaymentAttemptList} takes. */
export type GetStatementPaymentAttemptListParams = PaginationParams;

/** What {@link BillingAPI.adjustUserCreditBalance} takes. */
export interface AdjustUserCreditBalanceParams {
  amount: number;
  action: OneOf<'increase' | 'decrease'>;
  currency?: string;
  idempotencyKey: string;
  note?: string;
}

/** What {@link BillingAPI.adjustOrganizationCreditBalance} takes. */
export interface AdjustOrganizationCreditBalanceParams {
  amount: number;
  action: OneOf<'increase' | 'decrease'>;
  currency?: string;
  idempotencyKey: string;
  note?: string;
}
