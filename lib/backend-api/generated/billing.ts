// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { type BillingCreditBalance, decodeBillingCreditBalance } from './models/billing-credit-balance.js';
import { type BillingCreditLedger, decodeBillingCreditLedger } from './models/billing-credit-ledger.js';
import {
  type BillingDiscountRedemption,
  decodeBillingDiscountRedemption,
} from './models/billing-discount-redemption.js';
import { type BillingPaymentAttempt, decodeBillingPaymentAttempt } from './models/billing-payment-attempt.js';
import { type BillingPlan, decodeBillingPlan } from './models/billing-plan.js';
import { type BillingPrice, decodeBillingPrice } from './models/billing-price.js';
import {
  type BillingPriceTransition,
  decodeBillingPriceTransition,
} from './models/billing-price-transition.js';
import { type BillingStatement, decodeBillingStatement } from './models/billing-statement.js';
import { type BillingSubscription, decodeBillingSubscription } from './models/billing-subscription.js';
import {
  type BillingSubscriptionItem,
  decodeBillingSubscriptionItem,
} from './models/billing-subscription-item.js';
import type {
  AdjustOrganizationCreditBalanceParams,
  AdjustUserCreditBalanceParams,
  ApplySubscriptionItemDiscountParams,
  CancelSubscriptionItemParams,
  CreatePriceParams,
  CreatePriceTransitionParams,
  ExtendSubscriptionItemFreeTrialParams,
  GetPlanListParams,
  GetPriceListParams,
  GetStatementListParams,
  GetStatementPaymentAttemptListParams,
  GetSubscriptionItemListParams,
} from './billing-params.js';

/**
 * Plans, prices, subscriptions, statements and credits. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class BillingAPI extends BackendApiResource {
  /**
   * Lists the plans: `GET /billing/plans`.
   *
   * @param params - `limit`, `offset`, `payerType` (all optional)
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/GET/billing/plans
   */
  async getPlanList(
    params: GetPlanListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<BillingPlan[]>> {
    return this.transport.request(
      {
        operation: 'GetCommercePlanList',
        method: 'GET',
        path: apiPath`/billing/plans`,
        query: params,
        decode: pageOf(decodeBillingPlan),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getPlanList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/GET/billing/plans
   */
  iteratePlanList(
    params: GetPlanListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<BillingPlan, void, undefined> {
    return iteratePages(page => this.getPlanList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Lists the prices: `GET /billing/prices`.
   *
   * @param params - `limit`, `offset`, `planId` (all optional)
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/GET/billing/prices
   */
  async getPriceList(
    params: GetPriceListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<BillingPrice[]>> {
    return this.transport.request(
      {
        operation: 'GetBillingPriceList',
        method: 'GET',
        path: apiPath`/billing/prices`,
        query: params,
        decode: pageOf(decodeBillingPrice),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getPriceList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/GET/billing/prices
   */
  iteratePriceList(
    params: GetPriceListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<BillingPrice, void, undefined> {
    return iteratePages(page => this.getPriceList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Creates a price for a plan: `POST /billing/prices`.
   *
   * @param params - `planId`, `amount`; optional: `currency`, `annualMonthlyAmount`, `description`, `supportedBillingPeriods`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/POST/billing/prices
   */
  async createPrice(
    params: CreatePriceParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<BillingPrice> {
    return this.transport.request(
      {
        operation: 'CreateBillingPrice',
        method: 'POST',
        path: apiPath`/billing/prices`,
        body: params,
        decode: decodeBillingPrice,
      },
      requestOptions,
    );
  }

  /**
   * Lists the subscription items: `GET /billing/subscription_items`.
   *
   * @param params - `limit`, `offset`, `status`, `payerType`, `planId`, … (all optional)
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/GET/billing/subscription_items
   */
  async getSubscriptionItemList(
    params: GetSubscriptionItemListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<BillingSubscriptionItem[]>> {
    return this.transport.request(
      {
        operation: 'GetCommerceSubscriptionItemList',
        method: 'GET',
        path: apiPath`/billing/subscription_items`,
        query: params,
        decode: pageOf(decodeBillingSubscriptionItem),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getSubscriptionItemList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/GET/billing/subscription_items
   */
  iterateSubscriptionItemList(
    params: GetSubscriptionItemListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<BillingSubscriptionItem, void, undefined> {
    return iteratePages(page => this.getSubscriptionItemList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Cancels a subscription item: `DELETE /billing/subscription_items/{subscription_item_id}`.
   *
   * @param subscriptionItemId - the ID of the subscription item
   * @param params - `endNow` (all optional)
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/DELETE/billing/subscription_items/{subscription_item_id}
   */
  async cancelSubscriptionItem(
    subscriptionItemId: string,
    params: CancelSubscriptionItemParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<BillingSubscriptionItem> {
    return this.transport.request(
      {
        operation: 'CancelCommerceSubscriptionItem',
        method: 'DELETE',
        path: apiPath`/billing/subscription_items/${subscriptionItemId}`,
        query: params,
        decode: decodeBillingSubscriptionItem,
      },
      requestOptions,
    );
  }

  /**
   * Extends the free trial of a subscription item: `POST /billing/subscription_items/{subscription_item_id}/extend_free_trial`.
   *
   * @param subscriptionItemId - the ID of the subscription item
   * @param params - `extendTo`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/POST/billing/subscription_items/{subscription_item_id}/extend_free_trial
   */
  async extendSubscriptionItemFreeTrial(
    subscriptionItemId: string,
    params: ExtendSubscriptionItemFreeTrialParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<BillingSubscriptionItem> {
    return this.transport.request(
      {
        operation: 'ExtendBillingSubscriptionItemFreeTrial',
        method: 'POST',
        path: apiPath`/billing/subscription_items/${subscriptionItemId}/extend_free_trial`,
        body: params,
        decode: decodeBillingSubscriptionItem,
      },
      requestOptions,
    );
  }

  /**
   * Moves a subscription item to another price: `POST /billing/subscription_items/{subscription_item_id}/price_transition`.
   *
   * @param subscriptionItemId - the ID of the subscription item
   * @param params - `fromPriceId`, `toPriceId`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/POST/billing/subscription_items/{subscription_item_id}/price_transition
   */
  async createPriceTransition(
    subscriptionItemId: string,
    params: CreatePriceTransitionParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<BillingPriceTransition> {
    return this.transport.request(
      {
        operation: 'CreateBillingPriceTransition',
        method: 'POST',
        path: apiPath`/billing/subscription_items/${subscriptionItemId}/price_transition`,
        body: params,
        decode: decodeBillingPriceTransition,
      },
      requestOptions,
    );
  }

  /**
   * Applies a discount to a subscription item: `POST /billing/subscription_items/{subscription_item_id}/discounts`.
   *
   * @param subscriptionItemId - the ID of the subscription item
   * @param params - `discountId`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/POST/billing/subscription_items/{subscription_item_id}/discounts
   */
  async applySubscriptionItemDiscount(
    subscriptionItemId: string,
    params: ApplySubscriptionItemDiscountParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<BillingDiscountRedemption> {
    return this.transport.request(
      {
        operation: 'ApplyBillingSubscriptionItemDiscount',
        method: 'POST',
        path: apiPath`/billing/subscription_items/${subscriptionItemId}/discounts`,
        body: params,
        decode: decodeBillingDiscountRedemption,
      },
      requestOptions,
    );
  }

  /**
   * Removes a discount from a subscription item: `DELETE /billing/subscription_items/{subscription_item_id}/discounts/{discount_id}`.
   *
   * @param subscriptionItemId - the ID of the subscription item
   * @param discountId - the ID of the discount
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/DELETE/billing/subscription_items/{subscription_item_id}/discounts/{discount_id}
   */
  async removeSubscriptionItemDiscount(
    subscriptionItemId: string,
    discountId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<BillingDiscountRedemption> {
    return this.transport.request(
      {
        operation: 'RemoveBillingSubscriptionItemDiscount',
        method: 'DELETE',
        path: apiPath`/billing/subscription_items/${subscriptionItemId}/discounts/${discountId}`,
        decode: decodeBillingDiscountRedemption,
      },
      requestOptions,
    );
  }

  /**
   * Lists the statements: `GET /billing/statements`.
   *
   * @param params - `limit`, `offset` (all optional)
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/GET/billing/statements
   */
  async getStatementList(
    params: GetStatementListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<BillingStatement[]>> {
    return this.transport.request(
      {
        operation: 'GetBillingStatementList',
        method: 'GET',
        path: apiPath`/billing/statements`,
        query: params,
        decode: pageOf(decodeBillingStatement),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getStatementList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/GET/billing/statements
   */
  iterateStatementList(
    params: GetStatementListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<BillingStatement, void, undefined> {
    return iteratePages(page => this.getStatementList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Returns a statement: `GET /billing/statements/{statementID}`.
   *
   * @param statementId - the ID of the statement
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/GET/billing/statements/{statementID}
   */
  async getStatement(
    statementId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<BillingStatement> {
    return this.transport.request(
      {
        operation: 'GetBillingStatement',
        method: 'GET',
        path: apiPath`/billing/statements/${statementId}`,
        decode: decodeBillingStatement,
      },
      requestOptions,
    );
  }

  /**
   * Lists the payment attempts of a statement: `GET /billing/statements/{statementID}/payment_attempts`.
   *
   * @param statementId - the ID of the statement
   * @param params - `limit`, `offset` (all optional)
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/GET/billing/statements/{statementID}/payment_attempts
   */
  async getStatementPaymentAttemptList(
    statementId: string,
    params: GetStatementPaymentAttemptListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<BillingPaymentAttempt[]>> {
    return this.transport.request(
      {
        operation: 'GetBillingStatementPaymentAttempts',
        method: 'GET',
        path: apiPath`/billing/statements/${statementId}/payment_attempts`,
        query: params,
        decode: pageOf(decodeBillingPaymentAttempt),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getStatementPaymentAttemptList}, and fetches a page when its first item is needed.
   *
   * @param statementId - the ID of the statement
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/GET/billing/statements/{statementID}/payment_attempts
   */
  iterateStatementPaymentAttemptList(
    statementId: string,
    params: GetStatementPaymentAttemptListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<BillingPaymentAttempt, void, undefined> {
    return iteratePages(
      page => this.getStatementPaymentAttemptList(statementId, { ...params, ...page }, requestOptions),
      params,
    );
  }

  /**
   * Returns the subscription of a user: `GET /users/{user_id}/billing/subscription`.
   *
   * @param userId - the ID of the user
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/GET/users/{user_id}/billing/subscription
   */
  async getUserBillingSubscription(
    userId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<BillingSubscription> {
    return this.transport.request(
      {
        operation: 'GetUserBillingSubscription',
        method: 'GET',
        path: apiPath`/users/${userId}/billing/subscription`,
        decode: decodeBillingSubscription,
      },
      requestOptions,
    );
  }

  /**
   * Returns the credit balance of a user: `GET /users/{user_id}/billing/credits`.
   *
   * @param userId - the ID of the user
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/GET/users/{user_id}/billing/credits
   */
  async getUserCreditBalance(
    userId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<BillingCreditBalance> {
    return this.transport.request(
      {
        operation: 'GetUserBillingCreditBalance',
        method: 'GET',
        path: apiPath`/users/${userId}/billing/credits`,
        decode: decodeBillingCreditBalance,
      },
      requestOptions,
    );
  }

  /**
   * Adjusts the credit balance of a user: `POST /users/{user_id}/billing/credits`.
   *
   * @param userId - the ID of the user
   * @param params - `amount`, `action`, `idempotencyKey`; optional: `currency`, `note`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/users/POST/users/{user_id}/billing/credits
   */
  async adjustUserCreditBalance(
    userId: string,
    params: AdjustUserCreditBalanceParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<BillingCreditLedger> {
    return this.transport.request(
      {
        operation: 'AdjustUserBillingCreditBalance',
        method: 'POST',
        path: apiPath`/users/${userId}/billing/credits`,
        body: params,
        decode: decodeBillingCreditLedger,
      },
      requestOptions,
    );
  }

  /**
   * Returns the subscription of an organization: `GET /organizations/{organization_id}/billing/subscription`.
   *
   * @param organizationId - the ID of the organization
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organizations/GET/organizations/{organization_id}/billing/subscription
   */
  async getOrganizationBillingSubscription(
    organizationId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<BillingSubscription> {
    return this.transport.request(
      {
        operation: 'GetOrganizationBillingSubscription',
        method: 'GET',
        path: apiPath`/organizations/${organizationId}/billing/subscription`,
        decode: decodeBillingSubscription,
      },
      requestOptions,
    );
  }

  /**
   * Returns the credit balance of an organization: `GET /organizations/{organization_id}/billing/credits`.
   *
   * @param organizationId - the ID of the organization
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organizations/GET/organizations/{organization_id}/billing/credits
   */
  async getOrganizationCreditBalance(
    organizationId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<BillingCreditBalance> {
    return this.transport.request(
      {
        operation: 'GetOrganizationBillingCreditBalance',
        method: 'GET',
        path: apiPath`/organizations/${organizationId}/billing/credits`,
        decode: decodeBillingCreditBalance,
      },
      requestOptions,
    );
  }

  /**
   * Adjusts the credit balance of an organization: `POST /organizations/{organization_id}/billing/credits`.
   *
   * @param organizationId - the ID of the organization
   * @param params - `amount`, `action`, `idempotencyKey`; optional: `currency`, `note`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organizations/POST/organizations/{organization_id}/billing/credits
   */
  async adjustOrganizationCreditBalance(
    organizationId: string,
    params: AdjustOrganizationCreditBalanceParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<BillingCreditLedger> {
    return this.transport.request(
      {
        operation: 'AdjustOrganizationBillingCreditBalance',
        method: 'POST',
        path: apiPath`/organizations/${organizationId}/billing/credits`,
        body: params,
        decode: decodeBillingCreditLedger,
      },
      requestOptions,
    );
  }
}
