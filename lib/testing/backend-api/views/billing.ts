import type { LocalInstance } from '../../local-instance.js';
import type {
  LocalDiscountRedemption,
  LocalPlan,
  LocalPrice,
  LocalSubscription,
  LocalSubscriptionItem,
} from '../../store/billing-records.js';
import type { LocalStore } from '../../store/local-store.js';
import { imageOf, imageUrl } from './user.js';

/** @param amount - cents */
export function money(amount: number): object {
  return { amount, amountFormatted: (amount / 100).toFixed(2), currency: 'USD', currencySymbol: '$' };
}

export function planView(plan: LocalPlan): object {
  const amount = plan.amount ?? 0;
  const monthlyOfYear = plan.annualMonthlyAmount ?? 0;
  const formatted = (cents: number): string => (cents / 100).toFixed(2);
  return {
    ...plan,
    object: 'commerce_plan',
    fee: plan.amount === null ? null : money(amount),
    annualMonthlyFee: plan.annualMonthlyAmount === null ? null : money(monthlyOfYear),
    annualFee: plan.annualMonthlyAmount === null ? null : money(monthlyOfYear * 12),
    amount,
    amountFormatted: formatted(amount),
    annualMonthlyAmount: monthlyOfYear,
    annualMonthlyAmountFormatted: formatted(monthlyOfYear),
    annualAmount: monthlyOfYear * 12,
    annualAmountFormatted: formatted(monthlyOfYear * 12),
    currency: 'USD',
    currencySymbol: '$',
    description: plan.description ?? '',
    productId: `cprod_${plan.id}`,
    isRecurring: true,
    hasBaseFee: amount > 0,
    forPayerType: plan.payerType,
    payerType: [plan.payerType],
    avatarUrl: '',
    features: plan.features.map(slug => ({
      object: 'feature',
      id: `feat_${slug}`,
      name: slug,
      description: '',
      slug,
      avatarUrl: '',
    })),
    freeTrialEnabled: plan.freeTrialDays !== null,
    unitPrices: undefined,
  };
}

export function priceView(price: LocalPrice, { instanceId }: LocalInstance): object {
  return {
    ...price,
    instanceId,
    currencySymbol: '$',
    fee: money(price.amount),
    annualMonthlyFee: money(price.annualMonthlyAmount),
  };
}

export function subscriptionView(subscription: LocalSubscription, instance: LocalInstance): object {
  const { store, instanceId } = instance;
  const items = store.records.subscriptionItems
    .by('subscriptions', subscription.id)
    .filter(({ status }) => status !== 'ended');
  const next = items.find(({ periodEnd, status }) => periodEnd !== null && status === 'active');
  return {
    ...subscription,
    object: 'commerce_subscription',
    instanceId,
    activeAt: subscription.createdAt,
    pastDueAt: null,
    subscriptionItems: items.map(item => itemView(item, instance)),
    nextPayment: next && {
      date: next.periodEnd,
      amount: money(store.records.prices.get(next.priceId).amount),
    },
    eligibleForFreeTrial: items.every(({ isFreeTrial }) => !isFreeTrial),
  };
}

export function itemView(item: LocalSubscriptionItem, { store, instanceId }: LocalInstance): object {
  const { records } = store;
  const { payerId } = records.subscriptions.get(item.subscriptionId);
  const { amount } = records.prices.get(item.priceId);
  return {
    ...item,
    object: 'commerce_subscription_item',
    instanceId,
    payerId,
    payer: payerView(payerId, store, instanceId),
    plan: planView(records.plans.get(item.planId)),
    lifetimePaid: money(item.isFreeTrial ? 0 : amount),
    amount: money(amount),
    nextPayment: item.periodEnd === null ? null : { amount: money(amount), date: item.periodEnd },
    pastDueAt: null,
  };
}

export function payerView(payerId: string, store: LocalStore, instanceId = ''): object {
  const user = store.users.records.find(payerId);
  const organization = store.organizations.find(payerId);
  const record = user ?? organization;
  return {
    id: `cpayer_${payerId}`,
    instanceId,
    userId: user?.id,
    firstName: user?.firstName,
    lastName: user?.lastName,
    email: user?.emailAddresses[0]?.emailAddress,
    organizationId: organization?.id,
    organizationName: organization?.name,
    imageUrl: user ? imageUrl(user) : imageOf({ type: 'default', rid: payerId }),
    creditsBalance: money(creditBalance(payerId, store)),
    createdAt: record?.createdAt ?? 0,
    updatedAt: record?.updatedAt ?? 0,
  };
}

export function redemptionView(redemption: LocalDiscountRedemption, { records }: LocalStore): object {
  const discount = records.discounts.get(redemption.discountId);
  return {
    ...redemption,
    object: 'commerce_discount_redemption',
    name: discount.name,
    source: 'manual',
    effect: discount.percentOff === null ? 'fixed_amount' : 'percentage',
    percentOff: discount.percentOff,
    amountOff: discount.amountOff === null ? null : money(discount.amountOff),
    amount: null,
    cyclesRemaining: null,
    cyclesApplied: 0,
    redeemedAt: redemption.createdAt,
    redeemedBy: null,
  };
}

/** @returns cents */
export function creditBalance(payerId: string, { records }: LocalStore): number {
  return records.creditEntries
    .list(entry => entry.payerId === payerId)
    .reduce((sum, { amount }) => sum + amount, 0);
}
