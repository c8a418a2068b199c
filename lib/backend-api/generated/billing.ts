// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { BillingSubscriptionsMethods } from './billing-subscriptions.js';
import {
  type BillingPlan,
  type BillingPrice,
  decodeBillingPlan,
  decodeBillingPrice,
} from './models/billing.js';
import {
  type BillingCreditBalance,
  type BillingCreditLedger,
  decodeBillingCreditBalance,
  decodeBillingCreditLedger,
} from './models/billing-amounts.js';
import {
  type BillingPaymentAttempt,
  type BillingStatement,
  decodeBillingPaymentAttempt,
  decodeBillingStatement,
} from './models/billing-payments.js';
import type {
  AdjustOrganizationCreditBalanceParams,
  AdjustUserCreditBalanceParams,
  CreatePriceParams,
  GetPlanListParams,
  GetPriceListParams,
  GetStatementListParams,
  GetStatementPaymentAttemptListParams,
} from './billing-params.js';

/**
 * Plans, prices, subscriptions, statements and credits.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class BillingAPI extends BillingSubscriptionsMethods {
  /**
   * Lists the plans.
   *
   * `GET /billing/plans`
   *
   * @param params - `limit`, `offset`, `payerType`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Goes through all that {@link getPlanList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /billing/plans`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/GET/billing/plans
   */
  iteratePlanList(
    params: GetPlanListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<BillingPlan, void, undefined> {
    return iteratePages(page => this.getPlanList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Lists the prices.
   *
   * `GET /billing/prices`
   *
   * @param params - `limit`, `offset`, `planId`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Goes through all that {@link getPriceList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /billing/prices`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/GET/billing/prices
   */
  iteratePriceList(
    params: GetPriceListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<BillingPrice, void, undefined> {
    return iteratePages(page => this.getPriceList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Makes a price for a plan.
   *
   * `POST /billing/prices`
   *
   * @param params - `planId`, `amount`; optionally `currency`, `annualMonthlyAmount`, `description`, `supportedBillingPeriods`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Lists the statements.
   *
   * `GET /billing/statements`
   *
   * @param params - `limit`, `offset`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Goes through all that {@link getStatementList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /billing/statements`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/billing/GET/billing/statements
   */
  iterateStatementList(
    params: GetStatementListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<BillingStatement, void, undefined> {
    return iteratePages(page => this.getStatementList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Gets one statement.
   *
   * `GET /billing/statements/{statementID}`
   *
   * @param statementId - the id of the statement
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Lists the attempts to pay a statement.
   *
   * `GET /billing/statements/{statementID}/payment_attempts`
   *
   * @param statementId - the id of the statement
   * @param params - `limit`, `offset`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Goes through all that {@link getStatementPaymentAttemptList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /billing/statements/{statementID}/payment_attempts`
   *
   * @param statementId - the id of the statement
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
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
   * Gets how much credit a user has.
   *
   * `GET /users/{user_id}/billing/credits`
   *
   * @param userId - the id of the user
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Gives a user credit or takes some away.
   *
   * `POST /users/{user_id}/billing/credits`
   *
   * @param userId - the id of the user
   * @param params - `amount`, `action`, `idempotencyKey`; optionally `currency`, `note`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Gets how much credit an organization has.
   *
   * `GET /organizations/{organization_id}/billing/credits`
   *
   * @param organizationId - the id of the organization
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Gives an organization credit or takes some away.
   *
   * `POST /organizations/{organization_id}/billing/credits`
   *
   * @param organizationId - the id of the organization
   * @param params - `amount`, `action`, `idempotencyKey`; optionally `currency`, `note`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
