// Generated from Clerk's webhooks document 2025-04-15 by tools/openapi/generate-webhook-events.mjs. Do not edit.

import type {
  DeletedObjectJSON,
  EmailJSON,
  OrganizationDomainJSON,
  OrganizationInvitationJSON,
  OrganizationJSON,
  OrganizationMembershipJSON,
  PermissionJSON,
  RoleJSON,
  SMSMessageJSON,
  SessionJSON,
  UserDeletedJSON,
  UserJSON,
  WaitlistEntryJSON,
} from '../../backend-api/types.js';

/** Where the request came from that caused an event. */
export interface WebhookEventAttributes {
  http_request: { client_ip: string; user_agent: string };
}

/** What all events have. */
export interface WebhookEventEnvelope<Type extends string, Data> {
  /** Such as `user.created`. */
  type: Type;
  object: 'event';
  data: Data;
  event_attributes: WebhookEventAttributes;
  /** When the event happened: Unix time in milliseconds. */
  timestamp: number;
  instance_id: string;
}

/** The schema `OrganizationInvitationPublicOrganizationData`. */
export interface OrganizationInvitationPublicOrganizationDataJSON {
  id: string;
  name: string;
  slug: string;
  image_url?: string;
  has_image: boolean;
}

/** The schema `OrganizationInvitationAcceptedPayload`. */
export type OrganizationInvitationAcceptedJSON = OrganizationInvitationJSON & {
  /** The ID of the user that accepted the invitation. */
  user_id: string;
  data: {
    public_organization_data?: OrganizationInvitationPublicOrganizationDataJSON | null;
  };
};

/** The schema `PaymentAttemptEventPayload`. */
export interface BillingPaymentAttemptWebhookEventJSON {
  /** Unique identifier for the payment attempt */
  id: string;
  /** Unique identifier for the instance where this payment attempt occurred */
  instance_id: string;
  /** Unique identifier for the associated payment record */
  payment_id: string;
  /** Unique identifier for the invoice associated with this payment */
  invoice_id: string;
  /** Unique identifier for the statement associated with this payment */
  statement_id: string;
  /** External identifier from the payment gateway for this payment attempt */
  gateway_external_id: string;
  /** Current status of the payment attempt (e.g., "pending", "paid", "failed") */
  status: 'pending' | 'paid' | 'failed';
  /** Unix timestamp in milliseconds when the payment attempt was created */
  created_at: number;
  /** Unix timestamp in milliseconds when the payment attempt was last modified */
  updated_at: number;
  /** Unix timestamp in milliseconds when the payment was successfully completed. Null if payment has not been completed. */
  paid_at: number | null;
  /** Unix timestamp in milliseconds when the payment failed. Null if the payment has not failed. */
  failed_at: number | null;
  /** The reason the payment failed. Null if the payment has not failed. */
  failed_reason: BillingPaymentFailedReasonWebhookEventJSON | null;
  /** Unix timestamp in milliseconds representing the date this payment is being billed for */
  billing_date: number;
  /** The type of charge being processed */
  charge_type: 'checkout' | 'recurring';
  /** The payee this payment was made to */
  payee: BillingPayeeWebhookEventJSON;
  /** The payer that made the payment */
  payer: BillingPayerWebhookEventJSON;
  /** The totals this payment was for */
  totals: BillingTotalsWebhookEventJSON;
  /** The payment method used to make the payment */
  payment_source: BillingPaymentSourceWebhookEventJSON;
  /** Array of subscription items associated with this payment attempt */
  subscription_items: BillingPaymentAttemptSubscriptionItemJSON[];
}

/** The schema `BillingPaymentFailedReason`. */
export interface BillingPaymentFailedReasonWebhookEventJSON {
  /** High-level error code categorizing the failure reason (e.g., "card_declined", "insufficient_funds") */
  code: string;
  /** Specific decline code from the payment processor providing detailed failure information */
  decline_code: string;
}

/** The schema `BillingPayee`. */
export interface BillingPayeeWebhookEventJSON {
  /** Unique identifier for the payee */
  id: string;
  /** Payment gateway used by the payee */
  gateway_type: string;
  /** External identifier from the payment gateway for the payee */
  gateway_external_id: string;
  /** Current status of the payee in the payment gateway */
  gateway_status: string;
}

/** The schema `BillingPayerEventPayload`. */
export interface BillingPayerWebhookEventJSON {
  /** String representing the object's type */
  object?: 'commerce_payer';
  /** Unique identifier for the payer */
  id: string;
  /** Unique identifier for the user (only populated for user payers) */
  user_id: string;
  /** First name of the user (only populated for user payers) */
  first_name: string;
  /** Last name of the user (only populated for user payers) */
  last_name: string;
  /** Email address of the payer */
  email: string;
  /** Unique identifier for the organization (only populated for organization payers) */
  organization_id: string;
  /** Name of the organization (only populated for organization payers) */
  organization_name: string;
  /** URL of the profile image for the payer (user avatar or organization logo) */
  image_url: string;
  /** Unix timestamp in milliseconds when the payer was created */
  created_at?: number;
  /** Unix timestamp in milliseconds when the payer was last modified */
  updated_at?: number;
}

/** The schema `BillingTotals`. */
export interface BillingTotalsWebhookEventJSON {
  /** Total amount before taxes and fees */
  subtotal: BillingAmountWebhookEventJSON;
  /** Total amount of taxes applied */
  tax_total: BillingAmountWebhookEventJSON;
  /** Final total amount including taxes and fees */
  grand_total: BillingAmountWebhookEventJSON;
  /** Breakdown of per-unit charges */
  per_unit_totals?: BillingUnitTotalWebhookEventJSON[];
}

/** The schema `BillingAmount`. */
export interface BillingAmountWebhookEventJSON {
  /** Amount in the smallest denomination of the currency (e.g., cents for USD) */
  amount: number;
  /** Human-readable formatted amount string (e.g., "$10.99") */
  amount_formatted: string;
  /** Three-letter ISO 4217 currency code (e.g., "USD") */
  currency: string;
  /** Currency symbol for display (e.g., "$") */
  currency_symbol: string;
}

/** The schema `BillingUnitTotal`. */
export interface BillingUnitTotalWebhookEventJSON {
  /** Type of unit charged (e.g "seats") */
  name?: string;
  /** Price per unit in smallest currency unit */
  amount?: number;
  /** Number of units at this price. Null indicates unlimited units. */
  quantity?: number | null;
  /** Total charge for these units (amount x quantity) */
  total?: number;
  currency?: string;
}

/** The schema `BillingPaymentSource`. */
export interface BillingPaymentSourceWebhookEventJSON {
  /** Unique identifier for the payment source */
  id: string;
  /** Payment gateway used for processing (e.g., "stripe") */
  gateway: string;
  /** Payment gateway's unique identifier for this payment source */
  gateway_external_id: string;
  /** External account identifier from the payment gateway. May be null for some payment methods. */
  gateway_external_account_id: string | null;
  /** Type of payment method (e.g., "card") */
  payment_method: 'link' | 'card';
  /** Current status of the payment source */
  status: 'active' | 'disconnected';
  /** Type of card when payment method is "card" (e.g., "visa", "mastercard"). Null for non-card payment methods. */
  card_type: string | null;
  /** Last 4 digits of the card number when payment method is "card". Null for non-card payment methods. */
  last4: string | null;
}

/** The schema `BillingSubscriptionItem`. */
export interface BillingPaymentAttemptSubscriptionItemJSON {
  /** Unique identifier for the subscription item */
  id: string;
  /** String representing the object's type */
  object: 'commerce_subscription_item';
  /** Current status of the subscription item */
  status: 'abandoned' | 'active' | 'canceled' | 'ended' | 'expired' | 'incomplete' | 'past_due' | 'upcoming';
  /** Unix timestamp in milliseconds when the subscription item was created */
  created_at: number;
  /** Unix timestamp in milliseconds when the subscription item was most recently updated */
  updated_at: number;
  /** Unix timestamp in milliseconds when the subscription item period started */
  period_start: number;
  /** Unix timestamp in milliseconds when the subscription item period ended */
  period_end: number;
  /** How frequently the payer will be charged while this subscription item is active */
  interval: 'month' | 'annual';
  /** Unique identifier for the plan associated with this subscription item */
  plan_id: string | null;
  /** Details of the plan associated with this subscription item */
  plan: BillingPlanWebhookEventJSON | null;
  /** The payer responsible for this subscription item */
  payer?: BillingPayerWebhookEventJSON;
  /** The identifier of the subscription this subscription item belongs to */
  subscription_id?: string;
  /** Proration-only credit. Use credits instead. */
  credit?: BillingSubscriptionCreditWebhookEventJSON;
  /** Unified credits breakdown including proration and account credits */
  credits?: BillingSubscriptionCreditsWebhookEventJSON | null;
}

/** The schema `BillingPlan`. */
export interface BillingPlanWebhookEventJSON {
  /** Unique identifier for the plan */
  id: string;
  /** URL-friendly identifier for the plan */
  slug: string;
  /** Display name of the plan */
  name: string;
  /** Whether this plan charges on a recurring basis */
  is_recurring: boolean;
  /** Billing amount in the smallest denomination of the currency for the subscription item's billing period (month or annual) */
  amount: number;
  /** Three-letter ISO 4217 currency code for this plan's pricing */
  currency: string;
}

/** Proration-only credit. Use BillingSubscriptionCredits instead. */
export interface BillingSubscriptionCreditWebhookEventJSON {
  /** Proration credit amount */
  amount: BillingAmountWebhookEventJSON;
  /** Number of days remaining in the billing cycle */
  cycle_days_remaining: number;
  /** Total number of days in the billing cycle */
  cycle_days_total: number;
  /** Percentage of the billing cycle remaining (0.0 to 1.0) */
  cycle_remaining_percent: number;
}

/** Unified credits breakdown including proration and account credits */
export interface BillingSubscriptionCreditsWebhookEventJSON {
  /** Proration credit details, present when switching plans mid-cycle */
  proration?: BillingSubscriptionCreditWebhookEventJSON | null;
  /** Account credit details, present when the account has a credit balance */
  payer?: BillingSubscriptionPayerCreditWebhookEventJSON | null;
  /** Total combined credit amount applied */
  total: BillingAmountWebhookEventJSON;
}

/** Account credit applied to a subscription item charge */
export interface BillingSubscriptionPayerCreditWebhookEventJSON {
  /** Amount of account credit applied to this charge */
  applied_amount: BillingAmountWebhookEventJSON;
  /** Remaining account credit balance after this charge */
  remaining_balance: BillingAmountWebhookEventJSON;
}

/** The schema `SessionEventPayload`. */
export type SessionWebhookEventJSON = SessionJSON & {
  user: UserJSON;
};

/** The schema `SubscriptionEventPayload`. */
export interface BillingSubscriptionWebhookEventJSON {
  /** String representing the object's type */
  object: 'commerce_subscription';
  /** Unique identifier for the subscription */
  id: string;
  /** Current status of the subscription */
  status: 'ended' | 'canceled' | 'abandoned' | 'past_due' | 'active' | 'incomplete';
  /** Unix timestamp in milliseconds when the subscription became active. Null if subscription has never been active. */
  active_at: number | null;
  /** Unix timestamp in milliseconds when the subscription was canceled. Null if not canceled. */
  canceled_at: number | null;
  /** Unix timestamp in milliseconds when the subscription was created */
  created_at: number;
  /** Unix timestamp in milliseconds when the subscription ended. Null if subscription has not ended. */
  ended_at: number | null;
  /** Unix timestamp in milliseconds when the subscription became past due. Null if subscription is not past due. */
  past_due_at: number | null;
  /** Unix timestamp in milliseconds when the subscription was last modified */
  updated_at: number;
  /** Unique identifier for the most recent payment attempt associated with this subscription */
  latest_payment_id: string | null;
  /** Unique identifier for the payer responsible for this subscription */
  payer_id: string;
  /** Detailed information about the payer responsible for this subscription */
  payer: BillingPayerWebhookEventJSON;
  /** Unique identifier for the payment method used to process charges for this subscription */
  payment_source_id: string | null;
  /** Array of subscription items that make up this subscription, each representing the period of time a subscription was in a given state */
  items: BillingSubscriptionItemWebhookEventJSON[];
}

/** The schema `BillingSubscriptionItemEventPayload`. */
export interface BillingSubscriptionItemWebhookEventJSON {
  /** Object type identifier for webhook events */
  object: 'commerce_subscription_item';
  /** Unique identifier for the subscription item */
  id: string;
  /** Current status of the subscription item. * **abandoned**: a subscription item that was scheduled and superseded before it started. * **active**: the subscription item describing the current state of the subscription. * **canceled**: a subscription item that will end at the end of the current billing period. * **ended**: a subscription item that was active and is no longer active. * **incomplete**: a subscription item that requires more user action before it can be active. * **past_due**: a subscription item that a payment is overdue on. * **upcoming**: a subscription item that is scheduled to start but has not started yet. */
  status: 'abandoned' | 'active' | 'canceled' | 'ended' | 'incomplete' | 'past_due' | 'upcoming';
  /** Whether this subscription item is currently in a free-trial period */
  is_free_trial: boolean;
  /** Unix timestamp in milliseconds when the subscription item was created */
  created_at: number;
  /** Unix timestamp in milliseconds when the subscription item was last modified */
  updated_at: number;
  /** Unix timestamp in milliseconds when the subscription item period starts and becomes active */
  period_start: number;
  /** Unix timestamp in milliseconds when the subscription item period ends. The field is null for default plan subscription items. */
  period_end: number | null;
  /** Billing interval for this subscription item (e.g., "month", "annual") */
  interval: string;
  /** Unique identifier for the plan associated with this subscription item */
  plan_id: string | null;
  /** Detailed information about the plan associated with this subscription item */
  plan: BillingSubscriptionItemPlanWebhookEventJSON | null;
  /** Detailed information about the payer responsible for this subscription item. Only populated when this item is sent as a standalone event, null when included within a subscription event. */
  payer?: BillingPayerWebhookEventJSON;
  /** Unique identifier for the parent subscription. Only populated when this item is sent as a standalone event, null when included within a subscription event. */
  subscription_id: string | null;
  /** Seat entitlement for this subscription item */
  seats?: BillingSeatsWebhookEventJSON;
}

/** The schema `BillingSubscriptionItemEventPlan`. */
export interface BillingSubscriptionItemPlanWebhookEventJSON {
  /** Unique identifier for the plan */
  id: string;
  /** URL-friendly identifier for the plan */
  slug: string;
  /** Display name of the plan */
  name: string;
  /** Whether this plan charges on a recurring basis */
  is_recurring: boolean;
  /** Plan amount in the smallest currency unit (e.g., cents for USD) */
  amount: number;
  /** Three-letter ISO 4217 currency code for this plan's pricing (e.g., "USD") */
  currency: string;
  /** Tiered unit pricing for this plan. Only present for plans with unit-based pricing. */
  unit_prices?: BillingSubscriptionItemPlanUnitPriceWebhookEventJSON[];
}

/** The schema `BillingSubscriptionItemEventPlanUnitPrice`. */
export interface BillingSubscriptionItemPlanUnitPriceWebhookEventJSON {
  /** Name of the unit being priced (e.g., "seats") */
  name: string;
  /** Number of units per pricing block */
  block_size: number;
  /** Pricing tiers sorted by starts_at_block */
  tiers: BillingSubscriptionItemPlanUnitPriceTierWebhookEventJSON[];
}

/** The schema `BillingSubscriptionItemEventPlanUnitPriceTier`. */
export interface BillingSubscriptionItemPlanUnitPriceTierWebhookEventJSON {
  /** The block number at which this tier begins */
  starts_at_block: number;
  /** The block number at which this tier ends. Null means this tier has no upper bound (unlimited). */
  ends_after_block: number | null;
  /** Price per block in the smallest currency unit (e.g., cents for USD) */
  amount_per_block: number;
  /** Three letter ISO 4217 currency code for this tier's pricing (e.g., "USD") */
  currency: string;
}

/** The schema `BillingSeats`. */
export interface BillingSeatsWebhookEventJSON {
  /** Number of seats available. null means unlimited */
  quantity: number | null;
}

/** `email.created`. */
export type EmailWebhookEvent = WebhookEventEnvelope<'email.created', EmailJSON>;

/** `organization.created`, `organization.updated`, `organization.deleted`. */
export type OrganizationWebhookEvent =
  | WebhookEventEnvelope<'organization.created' | 'organization.updated', OrganizationJSON>
  | WebhookEventEnvelope<'organization.deleted', DeletedObjectJSON>;

/** `organizationDomain.created`, `organizationDomain.updated`, `organizationDomain.deleted`. */
export type OrganizationDomainWebhookEvent =
  | WebhookEventEnvelope<'organizationDomain.created' | 'organizationDomain.updated', OrganizationDomainJSON>
  | WebhookEventEnvelope<'organizationDomain.deleted', DeletedObjectJSON>;

/** `organizationInvitation.created`, `organizationInvitation.revoked`. */
export type OrganizationInvitationWebhookEvent = WebhookEventEnvelope<
  'organizationInvitation.created' | 'organizationInvitation.revoked',
  OrganizationInvitationJSON & {
    data?: {
      public_organization_data?: OrganizationInvitationPublicOrganizationDataJSON | null;
    };
  }
>;

/** `organizationInvitation.accepted`. */
export type OrganizationInvitationAcceptedWebhookEvent = WebhookEventEnvelope<
  'organizationInvitation.accepted',
  OrganizationInvitationAcceptedJSON
>;

/** `organizationMembership.created`, `organizationMembership.updated`, `organizationMembership.deleted`. */
export type OrganizationMembershipWebhookEvent = WebhookEventEnvelope<
  'organizationMembership.created' | 'organizationMembership.updated' | 'organizationMembership.deleted',
  OrganizationMembershipJSON
>;

/** `paymentAttempt.created`, `paymentAttempt.updated`. */
export type BillingPaymentAttemptWebhookEvent = WebhookEventEnvelope<
  'paymentAttempt.created' | 'paymentAttempt.updated',
  BillingPaymentAttemptWebhookEventJSON
>;

/** `permission.created`, `permission.updated`, `permission.deleted`. */
export type PermissionWebhookEvent =
  | WebhookEventEnvelope<'permission.created' | 'permission.updated', PermissionJSON>
  | WebhookEventEnvelope<'permission.deleted', DeletedObjectJSON>;

/** `role.created`, `role.updated`, `role.deleted`. */
export type RoleWebhookEvent =
  | WebhookEventEnvelope<'role.created' | 'role.updated', RoleJSON>
  | WebhookEventEnvelope<'role.deleted', DeletedObjectJSON>;

/** `session.created`, `session.pending`, `session.ended`, `session.removed`, `session.revoked`. */
export type SessionWebhookEvent = WebhookEventEnvelope<
  'session.created' | 'session.pending' | 'session.ended' | 'session.removed' | 'session.revoked',
  SessionWebhookEventJSON
>;

/** `sms.created`. */
export type SMSWebhookEvent = WebhookEventEnvelope<'sms.created', SMSMessageJSON>;

/** `subscription.created`, `subscription.updated`, `subscription.active`, `subscription.pastDue`. */
export type BillingSubscriptionWebhookEvent = WebhookEventEnvelope<
  'subscription.created' | 'subscription.updated' | 'subscription.active' | 'subscription.pastDue',
  BillingSubscriptionWebhookEventJSON
>;

/** `subscriptionItem.abandoned`, `subscriptionItem.active`, `subscriptionItem.canceled`, `subscriptionItem.ended`, `subscriptionItem.freeTrialEnding`, `subscriptionItem.incomplete`, `subscriptionItem.pastDue`, `subscriptionItem.upcoming`, `subscriptionItem.updated`, `subscriptionItem.created`. */
export type BillingSubscriptionItemWebhookEvent = WebhookEventEnvelope<
  | 'subscriptionItem.abandoned'
  | 'subscriptionItem.active'
  | 'subscriptionItem.canceled'
  | 'subscriptionItem.ended'
  | 'subscriptionItem.freeTrialEnding'
  | 'subscriptionItem.incomplete'
  | 'subscriptionItem.pastDue'
  | 'subscriptionItem.upcoming'
  | 'subscriptionItem.updated'
  | 'subscriptionItem.created',
  BillingSubscriptionItemWebhookEventJSON
>;

/** `user.created`, `user.updated`, `user.deleted`. */
export type UserWebhookEvent =
  | WebhookEventEnvelope<'user.created' | 'user.updated', UserJSON>
  | WebhookEventEnvelope<'user.deleted', UserDeletedJSON>;

/** `waitlistEntry.created`, `waitlistEntry.updated`. */
export type WaitlistEntryWebhookEvent = WebhookEventEnvelope<
  'waitlistEntry.created' | 'waitlistEntry.updated',
  WaitlistEntryJSON
>;

/** Every event that Clerk describes. Narrow it by `type`. */
export type WebhookEvent =
  | EmailWebhookEvent
  | OrganizationWebhookEvent
  | OrganizationDomainWebhookEvent
  | OrganizationInvitationWebhookEvent
  | OrganizationInvitationAcceptedWebhookEvent
  | OrganizationMembershipWebhookEvent
  | BillingPaymentAttemptWebhookEvent
  | PermissionWebhookEvent
  | RoleWebhookEvent
  | SessionWebhookEvent
  | SMSWebhookEvent
  | BillingSubscriptionWebhookEvent
  | BillingSubscriptionItemWebhookEvent
  | UserWebhookEvent
  | WaitlistEntryWebhookEvent;

/** The `type` of a {@link WebhookEvent}. */
export type WebhookEventType = WebhookEvent['type'];
