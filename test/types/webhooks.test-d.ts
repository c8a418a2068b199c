import { isKnownWebhookEvent, OnClerkEvent } from 'nest-clerk';
import type {
  UnknownWebhookEvent,
  UserWebhookEvent,
  WebhookDelivery,
  WebhookEvent,
  WebhookEventOf,
  WebhookEventType,
} from 'nest-clerk';
import type * as reference from '@clerk/express/webhooks';
import type * as ours from 'nest-clerk/express/webhooks';

import { expectTrue } from './expect-type.js';
import type { Equal } from './expect-type.js';

class Handlers {
  @OnClerkEvent('user.created')
  exact(event: WebhookEventOf<'user.created'>) {
    expectTrue<Equal<typeof event.type, 'user.created'>>();
    return event.data.email_addresses[0]?.email_address;
  }

  @OnClerkEvent('user.created')
  group(event: UserWebhookEvent) {
    if (event.type === 'user.deleted') return event.data.deleted;
    return event.data.first_name;
  }

  @OnClerkEvent(['user.created', 'session.pending'])
  list(event: WebhookEventOf<'user.created' | 'session.pending'>, delivery: WebhookDelivery) {
    return event.type === 'session.pending' ? event.data.user_id : delivery.id;
  }

  @OnClerkEvent('subscriptionItem.*')
  resource(event: WebhookEventOf<'subscriptionItem.*'>) {
    return event.data.plan?.name;
  }

  @OnClerkEvent()
  all(event: WebhookEvent | UnknownWebhookEvent) {
    if (!isKnownWebhookEvent(event)) return event.data;
    return event.type === 'user.created' ? event.data.first_name : undefined;
  }

  // @ts-expect-error -- a misspelt type
  @OnClerkEvent('user.creatd')
  misspelt() {
    return undefined;
  }

  // @ts-expect-error -- a misspelt resource
  @OnClerkEvent('users.*')
  misspeltResource() {
    return undefined;
  }

  // @ts-expect-error -- a handler of another event
  @OnClerkEvent('user.created')
  other(event: WebhookEventOf<'organization.created'>) {
    return event;
  }
}

void Handlers;

/** Every type of event of the reference, and `session.pending`, which it does not have. */
const types: readonly WebhookEventType[] = [] as (reference.WebhookEventType | 'session.pending')[];
const noMore: readonly (reference.WebhookEventType | 'session.pending')[] = [] as WebhookEventType[];
void [types, noMore];

/** All 19 names of the reference's entry point. */
type Names = [
  ours.UserWebhookEvent,
  ours.EmailWebhookEvent,
  ours.SMSWebhookEvent,
  ours.SessionWebhookEvent,
  ours.OrganizationWebhookEvent,
  ours.OrganizationDomainWebhookEvent,
  ours.OrganizationMembershipWebhookEvent,
  ours.OrganizationInvitationWebhookEvent,
  ours.OrganizationInvitationAcceptedWebhookEvent,
  ours.RoleWebhookEvent,
  ours.PermissionWebhookEvent,
  ours.WaitlistEntryWebhookEvent,
  ours.BillingPaymentAttemptWebhookEvent,
  ours.BillingSubscriptionWebhookEvent,
  ours.BillingSubscriptionItemWebhookEvent,
  ours.WebhookEvent,
  ours.WebhookEventType,
  ours.VerifyWebhookOptions,
  typeof ours.verifyWebhook,
];
const names: Names['length'] = 19;
void names;

/** The reference's options are accepted. */
const options: ours.VerifyWebhookOptions = {};
void options;
