import { newId } from '../random.js';
import { alreadyMember } from '../refusals.js';
import type { LocalChanges } from './changes.js';
import type { LocalOrganizations } from './organizations.js';
import type { LocalMembership } from './records.js';
import type { LocalUsers } from './users.js';

/** What {@link LocalMemberships.create} takes. */
export interface CreateLocalMembershipParams {
  organizationId: string;
  userId: string;
  /** Default: `org:member`. */
  role?: string;
  /** What the role allows, such as `org:invoices:create`. Default: nothing. */
  permissions?: readonly string[];
}

/** What {@link LocalMemberships.list} filters by. */
export interface LocalMembershipFilter {
  organizationId?: string;
  userId?: string;
}

/** Who is what in which organization of a {@link LocalClerk}. */
export class LocalMemberships {
  readonly #now: () => number;
  readonly #changes: LocalChanges;
  readonly #users: LocalUsers;
  readonly #organizations: LocalOrganizations;
  readonly #memberships = new Map<string, LocalMembership>();

  /** @internal */
  constructor(
    now: () => number,
    changes: LocalChanges,
    users: LocalUsers,
    organizations: LocalOrganizations,
  ) {
    this.#now = now;
    this.#changes = changes;
    this.#users = users;
    this.#organizations = organizations;
    users.onDelete(userId => {
      for (const membership of this.list({ userId })) {
        this.#memberships.delete(membership.id);
        changes.publish({ type: 'organizationMembership.deleted', record: membership });
      }
    });
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
  create(params: CreateLocalMembershipParams): LocalMembership {
    const { organizationId, userId, role = 'org:member', permissions = [] } = params;
    this.#users.get(userId);
    this.#organizations.get(organizationId);
    if (this.find(organizationId, userId) !== undefined) throw alreadyMember(userId, organizationId);
    const now = this.#now();
    const membership: LocalMembership = {
      id: newId('orgmem'),
      organizationId,
      userId,
      role,
      permissions: [...permissions],
      createdAt: now,
      updatedAt: now,
    };
    this.#memberships.set(membership.id, membership);
    this.#changes.publish({ type: 'organizationMembership.created', record: membership });
    return membership;
  }

  /**
   * Looks up what a user is in an organization; `undefined` for somebody who is no member of it.
   *
   * @example
   * ```ts
   * const role = local.memberships.find('org_acme', 'user_bob')?.role;
   * ```
   */
  find(organizationId: string, userId: string): LocalMembership | undefined {
    return this.list({ organizationId, userId })[0];
  }

  /**
   * Lists the memberships that match every part of the filter, newest first.
   *
   * @example
   * ```ts
   * const members = local.memberships.list({ organizationId: 'org_acme' });
   * ```
   */
  list(filter: LocalMembershipFilter = {}): LocalMembership[] {
    const { organizationId, userId } = filter;
    return [...this.#memberships.values()]
      .filter(membership => organizationId === undefined || membership.organizationId === organizationId)
      .filter(membership => userId === undefined || membership.userId === userId)
      .reverse();
  }
}
