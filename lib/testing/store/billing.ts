import { parameterError, parametersInvalid, resourceNotFound } from '../api-errors.js';
import type {
  LocalDiscount,
  LocalPlan,
  LocalSubscription,
  LocalSubscriptionItem,
} from './billing-records.js';
import type { CollectionContext } from './collection.js';
import type { EnterpriseCollections } from './enterprise-collections.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The parameters of {@link LocalBilling.createPlan}. */
export interface CreateLocalPlanParams {
  /** The value for `has({ plan })`, such as `pro`. */
  slug: string;
  /** Default: the slug. */
  name?: string;
  description?: string;
  /** The type of payer. Default: `user`. */
  payerType?: 'user' | 'org';
  /** Cents per month. Default: free. */
  amount?: number;
  /** Cents per month with annual payment. Default: as `amount`. */
  annualMonthlyAmount?: number;
  /** The values for `has({ feature })`. Default: none. */
  features?: readonly string[];
  /** Default: no trial. */
  freeTrialDays?: number;
  isDefault?: boolean;
}

/** The parameters of {@link LocalBilling.subscribe}. */
export interface LocalSubscribeParams {
  /** The id of a user or an organization. */
  payerId: string;
  /** The slug of the plan. */
  plan: string;
  planPeriod?: 'month' | 'annual';
  /** Default: no. */
  isFreeTrial?: boolean;
}

/** The plans and subscriptions of a {@link LocalClerk}. Payments are not simulated. */
export class LocalBilling {
  readonly #now: () => number;
  readonly #records: EnterpriseCollections;

  /** @internal */
  constructor(context: CollectionContext, records: EnterpriseCollections) {
    this.#now = context.now;
    this.#records = records;
  }

  /**
   * Creates a plan with its default price.
   *
   * @throws {@link ClerkAPIResponseError} 422 if the slug is taken
   * @example
   * ```ts
   * local.billing.createPlan({ slug: 'pro', amount: 2000, features: ['reports'] });
   * local.billing.subscribe({ payerId: 'user_alice', plan: 'pro' });
   * ```
   */
  createPlan(params: CreateLocalPlanParams): LocalPlan {
    const { slug, name = slug, amount = null, annualMonthlyAmount = amount } = params;
    const plan = this.#records.plans.add({
      slug,
      name,
      description: params.description ?? null,
      payerType: params.payerType ?? 'user',
      amount,
      annualMonthlyAmount,
      isDefault: params.isDefault ?? false,
      publiclyVisible: true,
      features: [...(params.features ?? [])],
      freeTrialDays: params.freeTrialDays ?? null,
    });
    this.#records.prices.add({
      planId: plan.id,
      currency: 'USD',
      amount: amount ?? 0,
      annualMonthlyAmount: annualMonthlyAmount ?? 0,
      description: null,
      isDefault: true,
      supportedBillingPeriods: 'both',
    });
    return plan;
  }

  /**
   * Subscribes a user or an organization to a plan. Session tokens then carry the plan and its features.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the plan does not exist, 422 if it is for the other type of payer
   * @example
   * ```ts
   * local.billing.subscribe({ payerId: 'org_acme', plan: 'team', isFreeTrial: true });
   * ```
   */
  subscribe(params: LocalSubscribeParams): LocalSubscriptionItem {
    const { payerId, planPeriod = 'month', isFreeTrial = false } = params;
    const plan = this.#records.plans.findBy('slug', params.plan);
    if (!plan) throw resourceNotFound('plan', 'slug', params.plan);
    if (payerId.startsWith('org_') !== (plan.payerType === 'org')) {
      const problem = `must be one for ${plan.payerType === 'org' ? 'users' : 'organizations'}`;
      throw parametersInvalid(parameterError('form_param_value_invalid', 'plan', problem));
    }
    const price = this.#records.prices.by('plans', plan.id).find(({ isDefault }) => isDefault);
    if (!price) throw resourceNotFound('price', 'plan_id', plan.id);
    const { payerType } = plan;
    const subscription =
      this.subscriptionOf(payerId) ??
      this.#records.subscriptions.add({ payerId, payerType, status: 'active' });
    const periodStart = this.#now();
    const days = isFreeTrial ? (plan.freeTrialDays ?? 14) : planPeriod === 'annual' ? 365 : 30;
    return this.#records.subscriptionItems.add({
      subscriptionId: subscription.id,
      planId: plan.id,
      priceId: price.id,
      status: 'active',
      planPeriod,
      isFreeTrial,
      periodStart,
      periodEnd: price.amount === 0 ? null : periodStart + days * DAY_MS,
      canceledAt: null,
      endedAt: null,
    });
  }

  /**
   * Creates a discount, which the Backend API can apply to a subscription item.
   *
   * @example
   * ```ts
   * const { id } = local.billing.createDiscount({ name: 'Launch', percentOff: 20 });
   * ```
   */
  createDiscount(params: { name: string; percentOff?: number; amountOff?: number }): LocalDiscount {
    const { name, percentOff = null, amountOff = null } = params;
    return this.#records.discounts.add({ name, percentOff, amountOff });
  }

  /** @internal */
  subscriptionOf(payerId: string): LocalSubscription | undefined {
    return this.#records.subscriptions.by('users', payerId)[0];
  }

  /**
   * The entitlements of a payer in session tokens: the slugs of its plans, and of their features.
   *
   * @internal
   */
  entitlementsOf(payerId: string): { plans: string[]; features: string[] } {
    const subscription = this.subscriptionOf(payerId);
    const items = subscription ? this.#records.subscriptionItems.by('subscriptions', subscription.id) : [];
    const current = items.filter(({ status, periodEnd }) => {
      // A canceled item stays until its period ends.
      return status === 'active' || (status === 'canceled' && (periodEnd ?? 0) > this.#now());
    });
    const plans = current.map(({ planId }) => this.#records.plans.get(planId));
    return {
      plans: [...new Set(plans.map(({ slug }) => slug))],
      features: [...new Set(plans.flatMap(({ features }) => features))],
    };
  }
}
