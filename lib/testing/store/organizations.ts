import { newId } from '../random.js';
import { identifierExists, resourceNotFound } from '../refusals.js';
import type { LocalStore } from './local-store.js';
import type { LocalOrganization, Metadata } from './records.js';

/** What {@link LocalOrganizations.create} takes. */
export interface CreateLocalOrganizationParams {
  name: string;
  /** Default: a new one. */
  id?: string;
  /** Default: made from the name, as in `acme-inc` for `Acme, Inc.` */
  slug?: string;
  /** A user who becomes a member with the role `org:admin`. */
  createdBy?: string;
  publicMetadata?: Metadata;
  privateMetadata?: Metadata;
}

/** The organizations of a {@link LocalClerk}. */
export class LocalOrganizations {
  readonly #store: LocalStore;
  readonly #organizations = new Map<string, LocalOrganization>();

  /** @internal */
  constructor(store: LocalStore) {
    this.#store = store;
  }

  /**
   * Makes an organization.
   *
   * @throws {@link ClerkAPIResponseError} 422 when the id or slug is taken, 404 when the creator is not a user
   * @example
   * ```ts
   * const acme = local.organizations.create({ name: 'Acme', createdBy: 'user_alice' });
   * ```
   */
  create(params: CreateLocalOrganizationParams): LocalOrganization {
    const { name, id = newId('org'), slug = slugOf(name), createdBy = null } = params;
    if (this.#organizations.has(id)) throw identifierExists('id');
    if (this.list().some(organization => organization.slug === slug)) throw identifierExists('slug');
    if (createdBy !== null) this.#store.users.get(createdBy);
    const now = this.#store.now();
    const organization: LocalOrganization = {
      id,
      name,
      slug,
      createdBy,
      publicMetadata: structuredClone(params.publicMetadata ?? {}),
      privateMetadata: structuredClone(params.privateMetadata ?? {}),
      createdAt: now,
      updatedAt: now,
    };
    this.#organizations.set(id, organization);
    if (createdBy !== null) {
      this.#store.memberships.create({ organizationId: id, userId: createdBy, role: 'org:admin' });
    }
    return organization;
  }

  /**
   * @throws {@link ClerkAPIResponseError} 404 when there is no such organization
   */
  get(organizationId: string): LocalOrganization {
    const organization = this.find(organizationId);
    if (organization === undefined) throw resourceNotFound('organization', 'id', organizationId);
    return organization;
  }

  /** As {@link get}, with `undefined` for an organization that does not exist. */
  find(organizationId: string): LocalOrganization | undefined {
    return this.#organizations.get(organizationId);
  }

  /** Every organization, newest first. */
  list(): LocalOrganization[] {
    return [...this.#organizations.values()].reverse();
  }
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
