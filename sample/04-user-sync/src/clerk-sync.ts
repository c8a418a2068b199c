import { Injectable } from '@nestjs/common';
import { eventVersion, OnClerkEvent } from 'nest-clerk';
import type { WebhookEventOf } from 'nest-clerk';

import { Tables } from './tables.js';

/** Keeps the tables equal to Clerk's state, for any order and number of deliveries. */
@Injectable()
export class ClerkSync {
  constructor(private readonly tables: Tables) {}

  @OnClerkEvent(['user.created', 'user.updated'])
  async saveUser(event: WebhookEventOf<'user.created' | 'user.updated'>) {
    const { id, first_name, last_name, email_addresses, primary_email_address_id } = event.data;
    const primary = email_addresses.find(each => each.id === primary_email_address_id);
    const row = { id, email: primary?.email_address ?? null, firstName: first_name, lastName: last_name };
    await this.tables.saveUser(row, eventVersion(event));
  }

  @OnClerkEvent('user.deleted')
  async deleteUser(event: WebhookEventOf<'user.deleted'>) {
    if (event.data.id) await this.tables.deleteUser(event.data.id, eventVersion(event));
  }

  @OnClerkEvent(['organization.created', 'organization.updated'])
  async saveOrganization(event: WebhookEventOf<'organization.created' | 'organization.updated'>) {
    const { id, name, slug } = event.data;
    await this.tables.saveOrganization({ id, name, slug }, eventVersion(event));
  }

  @OnClerkEvent('organization.deleted')
  async deleteOrganization(event: WebhookEventOf<'organization.deleted'>) {
    if (event.data.id) await this.tables.deleteOrganization(event.data.id, eventVersion(event));
  }

  @OnClerkEvent('organizationMembership.*')
  async saveMembership(event: WebhookEventOf<'organizationMembership.*'>) {
    const { organization, public_user_data, role } = event.data;
    const userId = public_user_data?.user_id;
    if (!userId) return;
    const deleted = event.type === 'organizationMembership.deleted';
    // The payload of a deletion has the time of the last change, the event has that of the deletion.
    const version = deleted ? eventVersion({ ...event, data: undefined }) : eventVersion(event);
    await this.tables.saveMembership({ organizationId: organization.id, userId, role }, version, deleted);
  }
}
