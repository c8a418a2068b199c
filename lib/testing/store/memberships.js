import { newId } from '../random.js';
import { alreadyMember } from '../refusals.js';
/** Who is what in which organization of a {@link LocalClerk}. */
export class LocalMemberships {
  #store;
  #memberships = new Map();
  /** @internal */
  constructor(store) {
    this.#store = store;
  }
  /**
   * Makes a user a member of an organization. Session tokens for the two then carry the role and the permissions.
   *
   * @throws {@link ClerkAPIResponseError} 404 when the user or the organization does not exist, 400 for a member
   * @example
   * ```ts
   * local.memberships.create({
   *   organizationId: acme.id,
   *   userId: 'user_bob',
   *   role: 'org:billing',
   *   permissions: ['org:invoices:read', 'org:invoices:create'],
   * });
   * ```
   */
  create(params) {
    const { organizationId, userId, role = 'org:member', permissions = [] } = params;
    this.#store.users.get(userId);
    this.#store.organizations.get(organizationId);
    if (this.find(organizationId, userId) !== undefined) throw alreadyMember(userId, organizationId);
    const now = this.#store.now();
    const membership = {
      id: newId('orgmem'),
      organizationId,
      userId,
      role,
      permissions: [...permissions],
      createdAt: now,
      updatedAt: now,
    };
    this.#memberships.set(membership.id, membership);
    return membership;
  }
  /** What a user is in an organization; `undefined` for somebody who is no member of it. */
  find(organizationId, userId) {
    return this.list({ organizationId, userId })[0];
  }
  /** The memberships that match every part of the filter, newest first. */
  list(filter = {}) {
    const { organizationId, userId } = filter;
    return [...this.#memberships.values()]
      .filter(membership => organizationId === undefined || membership.organizationId === organizationId)
      .filter(membership => userId === undefined || membership.userId === userId)
      .reverse();
  }
  /** @internal */
  deleteOfUser(userId) {
    for (const membership of this.list({ userId })) this.#memberships.delete(membership.id);
  }
}
