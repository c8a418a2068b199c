// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import {
  type BillingPriceTransition,
  type BillingSubscription,
  type BillingSubscriptionItem,
  decodeBillingPriceTransition,
  decodeBillingSubscription,
  decodeBillingSubscriptionItem,
} from './models/billing.js';
import { type BillingDiscountRedemption, decodeBillingDiscountRedemption } from './models/billing-amounts.js';
import type {
  ApplySubscriptionItemDiscountParams,
  CancelSubscriptionItemParams,
  CreatePriceTransitionParams,
  ExtendSubscriptionItemFreeTrialParams,
  GetSubscriptionItemListParams,
} from './billing-params.js';

/**
 * A part of {@link BillingAPI}.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class BillingSubscriptionsMethods extends BackendApiResource {
  /**
   * Lists the subscription items.
   *
   * `GET /billing/subscription_items`
   *
   * @param params - `limit`, `offset`, `status`, `payerType`, `planId`, …; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Goes through all that {@link getSubscriptionItemList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /billing/subscription_items`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/GET/billing/subscription_items
   */
  iterateSubscriptionItemList(
    params: GetSubscriptionItemListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<BillingSubscriptionItem, void, undefined> {
    return iteratePages(page => this.getSubscriptionItemList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Cancels a subscription item.
   *
   * `DELETE /billing/subscription_items/{subscription_item_id}`
   *
   * @param subscriptionItemId - the id of the subscription item
   * @param params - `endNow`; may be left out
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Lets the free trial of a subscription item last longer.
   *
   * `POST /billing/subscription_items/{subscription_item_id}/extend_free_trial`
   *
   * @param subscriptionItemId - the id of the subscription item
   * @param params - `extendTo`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Moves a subscription item to another price.
   *
   * `POST /billing/subscription_items/{subscription_item_id}/price_transition`
   *
   * @param subscriptionItemId - the id of the subscription item
   * @param params - `fromPriceId`, `toPriceId`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Applies a discount to a subscription item.
   *
   * `POST /billing/subscription_items/{subscription_item_id}/discounts`
   *
   * @param subscriptionItemId - the id of the subscription item
   * @param params - `discountId`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Takes a discount off a subscription item.
   *
   * `DELETE /billing/subscription_items/{subscription_item_id}/discounts/{discount_id}`
   *
   * @param subscriptionItemId - the id of the subscription item
   * @param discountId - the id of the discount
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Gets the subscription of a user.
   *
   * `GET /users/{user_id}/billing/subscription`
   *
   * @param userId - the id of the user
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Gets the subscription of an organization.
   *
   * `GET /organizations/{organization_id}/billing/subscription`
   *
   * @param organizationId - the id of the organization
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
}
