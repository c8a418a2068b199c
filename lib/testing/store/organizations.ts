import { newId } from '../random.js';
import { identifierExists, resourceNotFound } from '../refusals.js';
import type { LocalChanges } from './changes.js';
import type { LocalOrganization, Metadata } from './records.js';

/** What {@link LocalOrganizations.create} takes. */
export interface CreateLocalOrganizationParams {
  name: string;
  /** Default: a new one. */
  id?: string;
  /** Default: made from the name, as in `acme-inc` for `Acme, Inc.` */
  slug?: string;
  /** What session tokens for it carry, as `has({ feature: 'org:…' })` finds it. Default: none. */
  features?: readonly string[];
  /** What session tokens for it carry, as `has({ plan: 'org:…' })` finds it. Default: none. */
  plans?: readonly string[];
  publicMetadata?: Metadata;
  privateMetadata?: Metadata;
}

/** The organizations of a {@link LocalClerk}. */
export class LocalOrganizations {
  readonly #now: () => number;
  readonly #changes: LocalChanges;
  readonly #organizations = new Map<string, LocalOrganization>();

  /** @internal */
  constructor(now: () => number, changes: LocalChanges) {
    this.#now = now;
    this.#changes = changes;
  }

  /**
   * Makes an organization, with nobody in it: members are made with `local.memberships.create()`.
   *
   * @throws {@link ClerkAPIResponseError} 422 when the id or the slug is taken
   * @example
   * ```ts
   * const acme = local.organizations.create({ name: 'Acme', plans: ['pro'], features: ['reports'] });
   * local.memberships.create({ organizationId: acme.id, userId: 'user_alice', role: 'org:admin' });
   * ```
   */
  create(params: CreateLocalOrganizationParams): LocalOrganization {
    const { name, id = newId('org'), slug = slugOf(name) } = params;
    if (this.#organizations.has(id)) throw identifierExists('id');
    if (this.list().some(organization => organization.slug === slug)) throw identifierExists('slug');
    const now = this.#now();
    const organization: LocalOrganization = {
      id,
      name,
      slug,
      features: [...(params.features ?? [])],
      plans: [...(params.plans ?? [])],
      publicMetadata: structuredClone(params.publicMetadata ?? {}),
      privateMetadata: structuredClone(params.privateMetadata ?? {}),
      createdAt: now,
      updatedAt: now,
    };
    this.#organizations.set(id, organization);
    this.#changes.publish({ type: 'organization.created', record: organization });
    return organization;
  }

  /**
   * Looks an organization up by id.
   *
   * @throws {@link ClerkAPIResponseError} 404 when there is no such organization
   * @example
   * ```ts
   * const { slug } = local.organizations.get('org_acme');
   * ```
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
