import type { StoreChange } from './collection.js';
import type { LocalOrganizationInvitation } from './invitation-records.js';
import type { LocalMembership, LocalOrganization, LocalSession, LocalUser } from './records.js';

/** A change of the store, named after its webhook event, with the record after the change. */
export type LocalChange =
  | { readonly type: 'user.created' | 'user.updated' | 'user.deleted'; readonly record: LocalUser }
  | {
      readonly type:
        'session.created' | 'session.pending' | 'session.ended' | 'session.removed' | 'session.revoked';
      readonly record: LocalSession;
    }
  | {
      readonly type: 'organization.created' | 'organization.updated' | 'organization.deleted';
      readonly record: LocalOrganization;
    }
  | {
      readonly type:
        | 'organizationMembership.created'
        | 'organizationMembership.updated'
        | 'organizationMembership.deleted';
      readonly record: LocalMembership;
    }
  | {
      readonly type:
        | 'organizationInvitation.created'
        | 'organizationInvitation.accepted'
        | 'organizationInvitation.revoked';
      readonly record: LocalOrganizationInvitation;
    };

/** Receives every {@link LocalChange}, in order, before the call that makes the change returns. */
export type LocalChangeListener = (change: LocalChange) => void;

/**
 * Publishes every change of the store to listeners.
 *
 * Each method of the store that changes a record publishes the change once. A deletion is published while the records
 * that the deleted one refers to still exist, and after the deletions that it causes.
 */
export class LocalChanges {
  readonly #listeners = new Set<LocalChangeListener>();

  /** @returns a function that ends the subscription */
  subscribe(listener: LocalChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(change: LocalChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

const OPEN = ['active', 'pending'];

/** The webhook event for a change, if Clerk sends one. */
export function publishedChange({
  collection,
  type,
  record,
  previous,
}: StoreChange): LocalChange | undefined {
  switch (collection) {
    case 'users':
      return { type: `user.${type}`, record: record as LocalUser };
    case 'organizations':
      return { type: `organization.${type}`, record: record as LocalOrganization };
    case 'memberships':
      return { type: `organizationMembership.${type}`, record: record as LocalMembership };
    case 'sessions':
      return sessionChange(type, record as LocalSession, previous as LocalSession | undefined);
    case 'organizationInvitations':
      return invitationChange(type, record as LocalOrganizationInvitation, previous);
    default:
      return undefined;
  }
}

function invitationChange(
  type: StoreChange['type'],
  record: LocalOrganizationInvitation,
  previous: StoreChange['previous'],
): LocalChange | undefined {
  if (type === 'created') return { type: 'organizationInvitation.created', record };
  if (type === 'deleted' || record.status === (previous as LocalOrganizationInvitation).status)
    return undefined;
  return record.status === 'accepted' || record.status === 'revoked'
    ? { type: `organizationInvitation.${record.status}`, record }
    : undefined;
}

function sessionChange(
  type: StoreChange['type'],
  record: LocalSession,
  previous: LocalSession | undefined,
): LocalChange | undefined {
  if (type === 'created') {
    return { type: record.status === 'pending' ? 'session.pending' : 'session.created', record };
  }
  if (type === 'deleted') {
    return OPEN.includes(record.status) ? { type: 'session.removed', record } : undefined;
  }
  if (record.status === previous?.status) return undefined;
  switch (record.status) {
    case 'revoked':
    case 'removed':
      return { type: `session.${record.status}`, record };
    case 'ended':
    case 'expired':
      return { type: 'session.ended', record };
    default:
      return undefined;
  }
}
