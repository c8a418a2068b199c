// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap, ifPresent, listOf } from '../../transport/decode.js';
import {
  type BillingMoneyAmount,
  type BillingTotals,
  decodeBillingMoneyAmount,
  decodeBillingTotals,
} from './billing-amounts.js';

/** A billing payer, as the Backend API answers it. */
export interface BillingPayer {
  readonly object: 'commerce_payer';
  readonly id: string;
  readonly instanceId: string;
  readonly userId?: string | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly email?: string | null;
  readonly organizationId?: string | null;
  readonly organizationName?: string | null;
  readonly imageUrl?: string;
  readonly creditsBalance?: BillingMoneyAmount;
  /** Milliseconds since 1970. */
  readonly createdAt?: number;
  /** Milliseconds since 1970. */
  readonly updatedAt?: number;
}

/** A billing payment attempt, as the Backend API answers it. */
export interface BillingPaymentAttempt {
  readonly object: 'commerce_payment';
  readonly id: string;
  readonly paymentId: string;
  readonly instanceId: string;
  readonly chargeType: string;
  readonly payeeId: string;
  readonly payee: Record<string, unknown>;
  readonly payerId: string;
  readonly payer: BillingPayer;
  readonly subscriptionItemId?: string;
  readonly subscriptionItem?: Record<string, unknown>;
  readonly amount: BillingMoneyAmount;
  readonly totals?: BillingTotals | null;
  readonly paymentMethodId: string;
  readonly paymentMethod: BillingPaymentMethod;
  readonly statementId: string;
  readonly gatewayExternalId: string | null;
  readonly gatewayExternalUrl: string | null;
  readonly status: 'pending' | 'paid' | 'failed';
  /** Milliseconds since 1970. */
  readonly paidAt: number | null;
  /** Milliseconds since 1970. */
  readonly failedAt: number | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** A billing payment method, as the Backend API answers it. */
export interface BillingPaymentMethod {
  readonly object: 'commerce_payment_method';
  readonly id: string;
  readonly payerId: string;
  readonly paymentType: 'card' | 'link' | 'payer-credits';
  readonly isDefault?: boolean;
  readonly gateway: string;
  readonly gatewayExternalId: string;
  readonly gatewayExternalAccountId: string | null;
  readonly last4: string | null;
  readonly status: 'active' | 'disconnected';
  readonly walletType?: string | null;
  readonly cardType: string | null;
  readonly expiryYear?: number | null;
  readonly expiryMonth?: number | null;
  /** Milliseconds since 1970. */
  readonly createdAt?: number;
  /** Milliseconds since 1970. */
  readonly updatedAt?: number;
  readonly isRemovable?: boolean;
}

/** A billing payment source, as the Backend API answers it. */
export interface BillingPaymentSource {
  readonly object: 'commerce_source';
  readonly id: string;
  readonly payerId: string;
  readonly paymentMethod: 'card' | 'apple_pay' | 'google_pay';
  readonly isDefault?: boolean | null;
  readonly gateway: string;
  readonly gatewayExternalId: string;
  readonly gatewayExternalAccountId?: string | null;
  readonly last4: string;
  readonly status: 'active' | 'disconnected';
  readonly walletType: string;
  readonly cardType: string;
  readonly expiryYear?: number;
  readonly expiryMonth?: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  readonly isRemovable?: boolean | null;
}

/** A billing statement, as the Backend API answers it. */
export interface BillingStatement {
  readonly object: 'commerce_statement';
  readonly id: string;
  readonly instanceId: string;
  readonly timestamp: number;
  readonly payer: BillingPayer;
  readonly status: 'open' | 'closed';
  readonly totals: BillingStatementTotals;
  readonly groups: BillingStatementGroup[];
}

/** A billing statement group, as the Backend API answers it. */
export interface BillingStatementGroup {
  readonly object: 'commerce_statement_group';
  readonly timestamp: number;
  readonly items: BillingPaymentAttempt[];
}

/** A billing statement totals, as the Backend API answers it. */
export interface BillingStatementTotals {
  readonly grandTotal: BillingMoneyAmount;
  readonly subtotal: BillingMoneyAmount;
  readonly baseFee: BillingMoneyAmount;
  readonly taxTotal: BillingMoneyAmount;
}

/** Reads the API's JSON. */
export function decodeBillingPayer(json: unknown): BillingPayer {
  return decodeObject<BillingPayer>(json, BILLING_PAYER_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingPaymentAttempt(json: unknown): BillingPaymentAttempt {
  return decodeObject<BillingPaymentAttempt>(json, BILLING_PAYMENT_ATTEMPT_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingPaymentMethod(json: unknown): BillingPaymentMethod {
  return decodeObject<BillingPaymentMethod>(json, BILLING_PAYMENT_METHOD_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingPaymentSource(json: unknown): BillingPaymentSource {
  return decodeObject<BillingPaymentSource>(json, BILLING_PAYMENT_SOURCE_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingStatement(json: unknown): BillingStatement {
  return decodeObject<BillingStatement>(json, BILLING_STATEMENT_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingStatementGroup(json: unknown): BillingStatementGroup {
  return decodeObject<BillingStatementGroup>(json, BILLING_STATEMENT_GROUP_FIELDS);
}

/** Reads the API's JSON. */
export function decodeBillingStatementTotals(json: unknown): BillingStatementTotals {
  return decodeObject<BillingStatementTotals>(json, BILLING_STATEMENT_TOTALS_FIELDS);
}

const BILLING_PAYER_FIELDS: FieldMap<BillingPayer> = {
  object: 'object',
  id: 'id',
  instanceId: 'instance_id',
  userId: 'user_id',
  firstName: 'first_name',
  lastName: 'last_name',
  email: 'email',
  organizationId: 'organization_id',
  organizationName: 'organization_name',
  imageUrl: 'image_url',
  creditsBalance: ['credits_balance', ifPresent(decodeBillingMoneyAmount)],
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

const BILLING_PAYMENT_ATTEMPT_FIELDS: FieldMap<BillingPaymentAttempt> = {
  object: 'object',
  id: 'id',
  paymentId: 'payment_id',
  instanceId: 'instance_id',
  chargeType: 'charge_type',
  payeeId: 'payee_id',
  payee: 'payee',
  payerId: 'payer_id',
  payer: ['payer', ifPresent(decodeBillingPayer)],
  subscriptionItemId: 'subscription_item_id',
  subscriptionItem: 'subscription_item',
  amount: ['amount', ifPresent(decodeBillingMoneyAmount)],
  totals: ['totals', ifPresent(decodeBillingTotals)],
  paymentMethodId: 'payment_method_id',
  paymentMethod: ['payment_method', ifPresent(decodeBillingPaymentMethod)],
  statementId: 'statement_id',
  gatewayExternalId: 'gateway_external_id',
  gatewayExternalUrl: 'gateway_external_url',
  status: 'status',
  paidAt: 'paid_at',
  failedAt: 'failed_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

const BILLING_PAYMENT_METHOD_FIELDS: FieldMap<BillingPaymentMethod> = {
  object: 'object',
  id: 'id',
  payerId: 'payer_id',
  paymentType: 'payment_type',
  isDefault: 'is_default',
  gateway: 'gateway',
  gatewayExternalId: 'gateway_external_id',
  gatewayExternalAccountId: 'gateway_external_account_id',
  last4: 'last4',
  status: 'status',
  walletType: 'wallet_type',
  cardType: 'card_type',
  expiryYear: 'expiry_year',
  expiryMonth: 'expiry_month',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  isRemovable: 'is_removable',
};

const BILLING_PAYMENT_SOURCE_FIELDS: FieldMap<BillingPaymentSource> = {
  object: 'object',
  id: 'id',
  payerId: 'payer_id',
  paymentMethod: 'payment_method',
  isDefault: 'is_default',
  gateway: 'gateway',
  gatewayExternalId: 'gateway_external_id',
  gatewayExternalAccountId: 'gateway_external_account_id',
  last4: 'last4',
  status: 'status',
  walletType: 'wallet_type',
  cardType: 'card_type',
  expiryYear: 'expiry_year',
  expiryMonth: 'expiry_month',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  isRemovable: 'is_removable',
};

const BILLING_STATEMENT_FIELDS: FieldMap<BillingStatement> = {
  object: 'object',
  id: 'id',
  instanceId: 'instance_id',
  timestamp: 'timestamp',
  payer: ['payer', ifPresent(decodeBillingPayer)],
  status: 'status',
  totals: ['totals', ifPresent(decodeBillingStatementTotals)],
  groups: ['groups', listOf(decodeBillingStatementGroup)],
};

const BILLING_STATEMENT_GROUP_FIELDS: FieldMap<BillingStatementGroup> = {
  object: 'object',
  timestamp: 'timestamp',
  items: ['items', listOf(decodeBillingPaymentAttempt)],
};

const BILLING_STATEMENT_TOTALS_FIELDS: FieldMap<BillingStatementTotals> = {
  grandTotal: ['grand_total', ifPresent(decodeBillingMoneyAmount)],
  subtotal: ['subtotal', ifPresent(decodeBillingMoneyAmount)],
  baseFee: ['base_fee', ifPresent(decodeBillingMoneyAmount)],
  taxTotal: ['tax_total', ifPresent(decodeBillingMoneyAmount)],
};
