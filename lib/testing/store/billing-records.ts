import type { LocalRecord } from './collection.js';

/** A plan that users or organizations subscribe to. Amounts are in cents. */
export interface LocalPlan extends LocalRecord {
  readonly name: string;
  /** The value for `has({ plan })`. */
  readonly slug: string;
  readonly description: string | null;
  readonly payerType: 'user' | 'org';
  /** `null` for a free plan. */
  readonly amount: number | null;
  readonly annualMonthlyAmount: number | null;
  readonly isDefault: boolean;
  readonly publiclyVisible: boolean;
  /** The slugs of its features, for `has({ feature })`. */
  readonly features: readonly string[];
  readonly freeTrialDays: number | null;
}

/** A price of a plan. Amounts are in cents. */
export interface LocalPrice extends LocalRecord {
  readonly planId: string;
  readonly currency: string;
  readonly amount: number;
  readonly annualMonthlyAmount: number;
  readonly description: string | null;
  readonly isDefault: boolean;
  readonly supportedBillingPeriods: 'month' | 'annual' | 'both';
}

/** The subscription of a user or an organization. */
export interface LocalSubscription extends LocalRecord {
  /** The id of a user or an organization. */
  readonly payerId: string;
  readonly payerType: 'user' | 'org';
  readonly status: 'active' | 'past_due' | 'canceled' | 'ended';
}

/** A plan in a subscription. */
export interface LocalSubscriptionItem extends LocalRecord {
  readonly subscriptionId: string;
  readonly planId: string;
  readonly priceId: string;
  readonly status: 'active' | 'canceled' | 'ended' | 'past_due' | 'upcoming';
  readonly planPeriod: 'month' | 'annual';
  readonly isFreeTrial: boolean;
  readonly periodStart: number;
  readonly periodEnd: number | null;
  readonly canceledAt: number | null;
  readonly endedAt: number | null;
}

/** A change of a payer's credit. */
export interface LocalCreditEntry extends LocalRecord {
  readonly payerId: string;
  /** In cents; negative for a decrease. */
  readonly amount: number;
  readonly currency: string;
  readonly note: string | null;
  readonly idempotencyKey: string;
}

/** A discount that subscription items can have. */
export interface LocalDiscount extends LocalRecord {
  readonly name: string;
  readonly percentOff: number | null;
  readonly amountOff: number | null;
}

/** A discount on a subscription item. */
export interface LocalDiscountRedemption extends LocalRecord {
  readonly subscriptionItemId: string;
  readonly discountId: string;
  readonly status: 'active' | 'removed';
}
