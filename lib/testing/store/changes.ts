import type { LocalMembership, LocalOrganization, LocalSession, LocalUser } from './records.js';

/** A change of the store, under the name of the webhook event that Clerk sends for it, with the record after it. */
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
    };

/** Receives every {@link LocalChange}, in order, while the call that makes the change is still running. */
export type LocalChangeListener = (change: LocalChange) => void;

/**
 * Tells listeners of every change of the store.
 *
 * Each method of the store that changes a record publishes the change once. A deletion is published while the records
 * that the deleted one refers to still exist, and after the deletions that it causes.
 */
export class LocalChanges {
  readonly #listeners = new Set<LocalChangeListener>();

  /** @returns ends the subscription */
  subscribe(listener: LocalChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(change: LocalChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
