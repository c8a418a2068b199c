import { newId } from '../random.js';
import { identifierExists, resourceNotFound } from '../refusals.js';
/** The organizations of a {@link LocalClerk}. */
export class LocalOrganizations {
  #store;
  #organizations = new Map();
  /** @internal */
  constructor(store) {
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
  create(params) {
    const { name, id = newId('org'), slug = slugOf(name), createdBy = null } = params;
    if (this.#organizations.has(id)) throw identifierExists('id');
    if (this.list().some(organization => organization.slug === slug)) throw identifierExists('slug');
    if (createdBy !== null) this.#store.users.get(createdBy);
    const now = this.#store.now();
    const organization = {
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
  get(organizationId) {
    const organization = this.find(organizationId);
    if (organization === undefined) throw resourceNotFound('organization', 'id', organizationId);
    return organization;
  }
  /** As {@link get}, with `undefined` for an organization that does not exist. */
  find(organizationId) {
    return this.#organizations.get(organizationId);
  }
  /** Every organization, newest first. */
  list() {
    return [...this.#organizations.values()].reverse();
  }
}
function slugOf(name) {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
