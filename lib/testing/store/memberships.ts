import { newId } from '../random.js';
import { alreadyMember, resourceNotFound } from '../api-errors.js';
import { Collection } from './collection.js';
import type { CollectionContext } from './collection.js';
import type { LocalOrganizations } from './organizations.js';
import type { LocalMembership, Metadata } from './records.js';
import type { LocalRoles } from './roles.js';
import type { LocalUsers } from './users.js';

/** The parameters of {@link LocalMemberships.create}. */
export interface CreateLocalMembershipParams {
  organizationId: string;
  userId: string;
  /** Default: `org:member`. */
  role?: string;
  /** The permissions, such as `org:invoices:create`. Default: those of the role in the instance. */
  permissions?: readonly string[];
  publicMetadata?: Metadata;
  privateMetadata?: Metadata;
}

/** The filters of {@link LocalMemberships.list}. */
export interface LocalMembershipFilter {
  organizationId?: string;
  userId?: string;
}

interface MembershipStores {
  readonly users: LocalUsers;
  readonly organizations: LocalOrganizations;
  readonly roles: LocalRoles;
}

/** The organization memberships of a {@link LocalClerk}. */
export class LocalMemberships {
  /** @internal */
  readonly records: Collection<LocalMembership>;

  readonly #stores: MembershipStores;

  /** @internal */
  constructor(context: CollectionContext, stores: MembershipStores) {
    this.#stores = stores;
    this.records = new Collection(context, {
      name: 'memberships',
      kind: 'organization membership',
      newId: () => newId('orgmem'),
      owners: {
        users: ({ userId }) => userId,
        organizations: ({ organizationId }) => organizationId,
      },
    });
  }

  /**
   * Makes a user a member of an organization. Session tokens for the organization then carry the role and the permissions.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the user or the organization does not exist, 400 if the user is a
   *   member already
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
    const { users, organizations, roles } = this.#stores;
    users.get(userId);
    organizations.get(organizationId);
    if (this.find(organizationId, userId) !== undefined) throw alreadyMember(userId, organizationId);
    roles.ensure(role, permissions);
    return this.records.add({
      organizationId,
      userId,
      role,
      permissions: [...permissions],
      publicMetadata: structuredClone(params.publicMetadata ?? {}),
      privateMetadata: structuredClone(params.privateMetadata ?? {}),
    });
  }

  /**
   * Returns the membership of a user in an organization; `undefined` if the user is not a member.
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
   * Removes a user from an organization.
   *
   * @returns the deleted membership
   * @throws {@link ClerkAPIResponseError} 404 when the user is not a member
   * @example
   * ```ts
   * local.memberships.delete('org_acme', 'user_bob');
   * ```
   */
  delete(organizationId: string, userId: string): LocalMembership {
    const membership = this.find(organizationId, userId);
    if (!membership) throw resourceNotFound('membership', 'user id', userId);
    return this.records.delete(membership.id);
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
    if (userId !== undefined) {
      return this.records
        .by('users', userId)
        .filter(membership => organizationId === undefined || membership.organizationId === organizationId);
    }
    return organizationId === undefined
      ? this.records.list()
      : this.records.by('organizations', organizationId);
  }
}
