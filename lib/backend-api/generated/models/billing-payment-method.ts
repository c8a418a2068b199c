// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A billing payment method, as the Backend API returns it. */
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
  /** Unix time in milliseconds. */
  readonly createdAt?: number;
  /** Unix time in milliseconds. */
  readonly updatedAt?: number;
  readonly isRemovable?: boolean;
}

/** The JSON of {@link BillingPaymentMethod}, with the names and values that the Backend API sends. */
export interface BillingPaymentMethodJSON {
  object: 'commerce_payment_method';
  id: string;
  payer_id: string;
  payment_type: 'card' | 'link' | 'payer-credits';
  is_default?: boolean;
  gateway: string;
  gateway_external_id: string;
  gateway_external_account_id: string | null;
  last4: string | null;
  status: 'active' | 'disconnected';
  wallet_type?: string | null;
  card_type: string | null;
  expiry_year?: number | null;
  expiry_month?: number | null;
  /** Unix time in milliseconds. */
  created_at?: number;
  /** Unix time in milliseconds. */
  updated_at?: number;
  is_removable?: boolean;
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingPaymentMethod(json: unknown): BillingPaymentMethod {
  return decodeObject<BillingPaymentMethod>(json, BILLING_PAYMENT_METHOD_FIELDS);
}

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
