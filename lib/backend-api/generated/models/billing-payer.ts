// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent } from '../../transport/decode.js';
import {
  type BillingMoneyAmount,
  type BillingMoneyAmountJSON,
  decodeBillingMoneyAmount,
} from './billing-money-amount.js';

/** A billing payer, as the Backend API returns it. */
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
  /** Unix time in milliseconds. */
  readonly createdAt?: number;
  /** Unix time in milliseconds. */
  readonly updatedAt?: number;
}

/** The JSON of {@link BillingPayer}, with the names and values that the Backend API sends. */
export interface BillingPayerJSON {
  object: 'commerce_payer';
  id: string;
  instance_id: string;
  user_id?: string | null;
  first_name?: string | null;
  last_name?: string | null;
  email?: string | null;
  organization_id?: string | null;
  organization_name?: string | null;
  image_url?: string;
  credits_balance?: BillingMoneyAmountJSON;
  /** Unix time in milliseconds. */
  created_at?: number;
  /** Unix time in milliseconds. */
  updated_at?: number;
}

/** Decodes the JSON of the Backend API. */
export function decodeBillingPayer(json: unknown): BillingPayer {
  return decodeObject<BillingPayer>(json, BILLING_PAYER_FIELDS);
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
