import { apiError } from '../../api-errors.js';
import type { LocalInstance } from '../../local-instance.js';
import type { LocalPrice, LocalSubscriptionItem } from '../../store/billing-records.js';
import type { LocalStore } from '../../store/local-store.js';
import type { BackendApiHandlers } from '../handlers.js';
import { contains, pageOf } from '../lists.js';
import { Page } from '../shaping.js';
import {
  creditBalance,
  itemView,
  money,
  payerView,
  planView,
  priceView,
  redemptionView,
  subscriptionView,
} from '../views/billing.js';
import { organizationOf } from './organizations.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_EXTENSION_MS = 365 * DAY_MS;

export const BILLING: BackendApiHandlers = {
  GetCommercePlanList: ({ query }, { store }) => {
    const plans = store.records.plans.list(
      ({ payerType }) => query.payerType === undefined || payerType === query.payerType,
    );
    return pageOf(plans, query, planView);
  },

  GetBillingPriceList: ({ query }, instance) => {
    const { records } = instance.store;
    if (query.planId !== undefined) rejectUnknown(records.plans.has(query.planId), 'plan');
    const prices = records.prices
      .list(({ planId }) => query.planId === undefined || planId === query.planId)
      .sort((a, b) => a.amount - b.amount);
    return pageOf(prices, query, price => priceView(price, instance));
  },

  CreateBillingPrice: ({ body }, instance) => {
    const { records } = instance.store;
    const plan = records.plans.find(body.planId);
    if (!plan) throw notFound('plan');
    if (plan.isDefault) {
      const longMessage = 'Custom prices cannot be created for default plans.';
      throw apiError(
        422,
        'default_plan_price_creation_forbidden',
        'Default plan price creation forbidden',
        longMessage,
      );
    }
    if (body.currency != null && body.currency.toUpperCase() !== 'USD') {
      throw apiError(400, 'currency_invalid', 'Invalid currency', 'Currency is not supported');
    }
    const amount = body.amount ?? 0;
    const price = records.prices.add({
      planId: plan.id,
      currency: 'USD',
      amount,
      annualMonthlyAmount: body.annualMonthlyAmount ?? amount,
      description: body.description ?? null,
      isDefault: false,
      supportedBillingPeriods: body.supportedBillingPeriods ?? 'both',
    });
    return priceView(price, instance);
  },

  GetUserBillingSubscription: ({ path }, instance) =>
    subscriptionOf(instance.store.users.get(path.userId).id, instance),

  GetOrganizationBillingSubscription: ({ path }, instance) =>
    subscriptionOf(organizationOf(path.organizationId, instance.store).id, instance),

  GetUserBillingCreditBalance: ({ path }, { store }) => balance(store.users.get(path.userId).id, store),

  GetOrganizationBillingCreditBalance: ({ path }, { store }) =>
    balance(organizationOf(path.organizationId, store).id, store),

  AdjustUserBillingCreditBalance: ({ path, body }, { store }) =>
    adjust(store.users.get(path.userId).id, body, store),

  AdjustOrganizationBillingCreditBalance: ({ path, body }, { store }) =>
    adjust(organizationOf(path.organizationId, store).id, body, store),

  GetCommerceSubscriptionItemList: ({ query }, instance) => {
    const { records } = instance.store;
    const items = records.subscriptionItems
      .list(({ planId }) => query.planId === undefined || planId === query.planId)
      .filter(item =>
        query.status === 'free_trial'
          ? item.isFreeTrial
          : query.status === undefined || item.status === query.status,
      )
      .filter(item => query.includeFree || records.prices.get(item.priceId).amount > 0)
      .filter(
        ({ planId }) =>
          query.payerType === undefined || records.plans.get(planId).payerType === query.payerType,
      )
      .filter(item => contains(searchedTexts(item, instance.store), query.query));
    return pageOf(items, query, item => itemView(item, instance));
  },

  CancelCommerceSubscriptionItem: ({ path, query }, instance) => {
    const { store } = instance;
    const item = itemOf(path.subscriptionItemId, store);
    if (item.status === 'canceled' || item.status === 'ended') {
      const longMessage = "You can't cancel a subscription item that is already canceled";
      throw apiError(
        400,
        'commerce_subscription_item_already_canceled',
        'Subscription item already canceled',
        longMessage,
      );
    }
    const now = store.now();
    const changes = query.endNow
      ? ({ status: 'ended', canceledAt: now, endedAt: now, periodEnd: now } as const)
      : ({ status: 'canceled', canceledAt: now } as const);
    return itemView(store.records.subscriptionItems.update(item.id, changes), instance);
  },

  ExtendBillingSubscriptionItemFreeTrial: ({ path, body }, instance) => {
    const { store } = instance;
    const item = itemOf(path.subscriptionItemId, store);
    if (!item.isFreeTrial || item.status !== 'active') {
      const message = 'Subscription item is not in free trial';
      throw apiError(403, 'subscription_item_not_in_free_trial', message);
    }
    const extendTo = body.extendTo.getTime();
    if (extendTo <= store.now() || extendTo > (item.periodEnd ?? store.now()) + MAX_EXTENSION_MS) {
      const longMessage = 'extend_to must be in the future, and at most 365 days after the end of the trial.';
      throw apiError(422, 'form_param_value_invalid', 'is invalid', longMessage);
    }
    return itemView(store.records.subscriptionItems.update(item.id, { periodEnd: extendTo }), instance);
  },

  CreateBillingPriceTransition: ({ path, body }, instance) => {
    const { store } = instance;
    const { records } = store;
    const item = itemOf(path.subscriptionItemId, store);
    const to = priceOf(body.toPriceId, store);
    const from = priceOf(body.fromPriceId, store);
    if (item.status !== 'active') {
      const message = 'Subscription item is no longer active';
      throw apiError(409, 'subscription_item_no_longer_active', message);
    }
    if (item.priceId !== from.id) throw apiError(409, 'out_of_date_price', 'Out of date price');
    const now = store.now();
    records.subscriptionItems.update(item.id, { status: 'ended', endedAt: now, periodEnd: now });
    const next = records.subscriptionItems.add({
      subscriptionId: item.subscriptionId,
      planId: to.planId,
      priceId: to.id,
      status: 'active',
      planPeriod: item.planPeriod,
      isFreeTrial: false,
      periodStart: now,
      periodEnd: to.amount === 0 ? null : now + 30 * DAY_MS,
      canceledAt: null,
      endedAt: null,
    });
    return {
      subscriptionItem: itemView(next, instance),
      transition: {
        previousPlan: planView(records.plans.get(from.planId)),
        previousPrice: priceView(from, instance),
        effectiveAt: now,
        effectiveMode: 'immediate',
        nextBillingDate: next.periodEnd,
        chargedImmediately: to.amount > 0,
        immediateCharge: to.amount > 0 ? money(to.amount) : null,
        previousSubscriptionItemStatus: 'ended',
        previousSubscriptionItemId: item.id,
      },
    };
  },

  ApplyBillingSubscriptionItemDiscount: ({ path, body }, { store }) => {
    const { records } = store;
    const item = itemOf(path.subscriptionItemId, store);
    rejectUnknown(records.discounts.has(body.discountId), 'discount');
    const active = activeRedemption(item, store);
    if (active?.discountId === body.discountId) {
      const longMessage = 'This subscription item already has an active discount applied';
      throw apiError(409, 'discount_already_applied', 'Discount already applied', longMessage);
    }
    if (active) records.discountRedemptions.update(active.id, { status: 'removed' });
    const redemption = records.discountRedemptions.add({
      subscriptionItemId: item.id,
      discountId: body.discountId,
      status: 'active',
    });
    return redemptionView(redemption, store);
  },

  RemoveBillingSubscriptionItemDiscount: ({ path }, { store }) => {
    const active = activeRedemption(itemOf(path.subscriptionItemId, store), store);
    if (active?.discountId !== path.discountId) throw notFound('discount');
    return redemptionView(store.records.discountRedemptions.update(active.id, { status: 'removed' }), store);
  },

  /** Nothing is charged here, so there are no statements. */
  GetBillingStatementList: () => new Page([], 0),
  GetBillingStatement: ({ path }) => noStatement(path.statementID),
  GetBillingStatementPaymentAttempts: ({ path }) => noStatement(path.statementID),
};

function noStatement(id: string): never {
  throw apiError(
    404,
    'commerce_statement_not_found',
    'Statement not found',
    `No statement found with id ${id}.`,
  );
}

function notFound(kind: 'plan' | 'discount' | 'subscription' | 'subscription_item' | 'price'): Error {
  const name = kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('_', ' ');
  return apiError(404, `${kind}_not_found`, `${name} not found`);
}

function rejectUnknown(isKnown: boolean, kind: 'plan' | 'discount'): void {
  if (!isKnown) throw notFound(kind);
}

function itemOf(id: string, { records }: LocalStore): LocalSubscriptionItem {
  const item = records.subscriptionItems.find(id);
  if (!item) throw notFound('subscription_item');
  return item;
}

function priceOf(id: string, { records }: LocalStore): LocalPrice {
  const price = records.prices.find(id);
  if (!price) throw notFound('price');
  return price;
}

function activeRedemption({ id }: LocalSubscriptionItem, { records }: LocalStore) {
  return records.discountRedemptions.by('subscriptionItems', id).find(({ status }) => status === 'active');
}

function subscriptionOf(payerId: string, instance: LocalInstance): object {
  const subscription = instance.store.billing.subscriptionOf(payerId);
  if (!subscription) throw notFound('subscription');
  return subscriptionView(subscription, instance);
}

function searchedTexts(item: LocalSubscriptionItem, store: LocalStore): string[] {
  const { payerId } = store.records.subscriptions.get(item.subscriptionId);
  const { name } = store.records.plans.get(item.planId);
  const { email, firstName, lastName, organizationName } = payerView(payerId, store) as Record<
    string,
    string
  >;
  return [item.id, payerId, name, email, firstName, lastName, organizationName].filter(
    (text): text is string => text != null,
  );
}

function balance(payerId: string, store: LocalStore): object {
  return { object: 'commerce_credit_balance', balance: money(creditBalance(payerId, store)) };
}

interface Adjustment {
  readonly amount: number;
  readonly action: 'increase' | 'decrease';
  readonly currency?: string | null;
  readonly idempotencyKey: string;
  readonly note?: string | null;
}

function adjust(payerId: string, body: Adjustment, store: LocalStore): object {
  const { creditEntries } = store.records;
  const earlier = creditEntries.list(entry => entry.idempotencyKey === body.idempotencyKey)[0];
  const signed = body.action === 'increase' ? body.amount : -body.amount;
  if (earlier && (earlier.payerId !== payerId || earlier.amount !== signed)) {
    throw apiError(409, 'conflict', 'Conflict', 'The idempotency key was used for another adjustment.');
  }
  if (body.amount <= 0) {
    throw apiError(
      422,
      'invalid_credit_amount',
      'Invalid credit amount',
      'Credit amount must be greater than zero',
    );
  }
  if (!earlier && creditBalance(payerId, store) + signed < 0) {
    const longMessage = 'The decrease amount exceeds the current credit balance';
    throw apiError(422, 'insufficient_credit_balance', 'Insufficient credit balance', longMessage);
  }
  const entry =
    earlier ??
    creditEntries.add({
      payerId,
      amount: signed,
      currency: body.currency ?? 'USD',
      note: body.note ?? null,
      idempotencyKey: body.idempotencyKey,
    });
  return {
    ...entry,
    object: 'commerce_credit_ledger',
    amount: money(entry.amount),
    sourceType: 'manual',
    sourceId: entry.id,
    createdAt: new Date(entry.createdAt).toISOString(),
  };
}
