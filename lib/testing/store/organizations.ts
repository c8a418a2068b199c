import { newId } from '../random.js';
import { Collection } from './collection.js';
import type { CollectionContext } from './collection.js';
import type { LocalOrganization, Metadata } from './records.js';

/** The parameters of {@link LocalOrganizations.create}. */
export interface CreateLocalOrganizationParams {
  name: string;
  /** Default: a new one. */
  id?: string;
  /** Default: derived from the name, such as `acme-inc` for `Acme, Inc.` */
  slug?: string;
  /** The features in its session tokens, for `has({ feature: 'org:…' })`. Default: none. */
  features?: readonly string[];
  /** The plans in its session tokens, for `has({ plan: 'org:…' })`. Default: none. */
  plans?: readonly string[];
  publicMetadata?: Metadata;
  privateMetadata?: Metadata;
  /** The id of the creator. Default: none. */
  createdBy?: string;
  /** `0` for no limit. Default: 5, as with Clerk. */
  maxAllowedMemberships?: number;
  roleSetKey?: string;
  createdAt?: Date;
}

/** What {@link LocalOrganizations.update} takes. Missing fields stay as they are; metadata replaces the present one. */
export type UpdateLocalOrganizationParams = Partial<
  Omit<CreateLocalOrganizationParams, 'id' | 'createdBy' | 'createdAt'>
>;

/** Clerk's default. */
const DEFAULT_MEMBER_LIMIT = 5;

/** The organizations of a {@link LocalClerk}. */
export class LocalOrganizations {
  /** @internal */
  readonly records: Collection<LocalOrganization>;

  /** @internal */
  constructor(context: CollectionContext) {
    this.records = new Collection(context, {
      name: 'organizations',
      kind: 'organization',
      newId: () => newId('org'),
      unique: { slug: ({ slug }) => [slug] },
    });
  }

  /**
   * Creates an organization without members. `local.memberships.create()` adds them.
   *
   * @throws {@link ClerkAPIResponseError} 422 if the id or the slug is taken
   * @example
   * ```ts
   * const acme = local.organizations.create({ name: 'Acme', plans: ['pro'], features: ['reports'] });
   * local.memberships.create({ organizationId: acme.id, userId: 'user_alice', role: 'org:admin' });
   * ```
   */
  create(params: CreateLocalOrganizationParams): LocalOrganization {
    const { name, id, slug = slugOf(name), createdAt } = params;
    return this.records.add({
      id,
      name,
      slug,
      imageUrl: null,
      features: [...(params.features ?? [])],
      plans: [...(params.plans ?? [])],
      publicMetadata: structuredClone(params.publicMetadata ?? {}),
      privateMetadata: structuredClone(params.privateMetadata ?? {}),
      createdBy: params.createdBy ?? null,
      maxAllowedMemberships: params.maxAllowedMemberships ?? DEFAULT_MEMBER_LIMIT,
      adminDeleteEnabled: true,
      roleSetKey: params.roleSetKey ?? null,
      createdAt: createdAt?.getTime(),
    });
  }

  /**
   * Returns the organization with an id.
   *
   * @throws {@link ClerkAPIResponseError} 404 if the organization does not exist
   * @example
   * ```ts
   * const { slug } = local.organizations.get('org_acme');
   * ```
   */
  get(organizationId: string): LocalOrganization {
    return this.records.get(organizationId);
  }

  /** Like {@link get}, but `undefined` for an unknown id. */
  find(organizationId: string): LocalOrganization | undefined {
    return this.records.find(organizationId);
  }

  /** Every organization, newest first. */
  list(): LocalOrganization[] {
    return this.records.list();
  }

  /**
   * Changes an organization.
   *
   * @throws {@link ClerkAPIResponseError} 404 when there is no such organization, 422 when the slug is taken
   * @example
   * ```ts
   * local.organizations.update('org_acme', { plans: ['enterprise'], maxAllowedMemberships: 0 });
   * ```
   */
  update(organizationId: string, params: UpdateLocalOrganizationParams): LocalOrganization {
    const { name, slug, features, plans, maxAllowedMemberships, roleSetKey } = params;
    return this.records.update(organizationId, {
      name,
      slug,
      features: features && [...features],
      plans: plans && [...plans],
      publicMetadata: structuredClone(params.publicMetadata),
      privateMetadata: structuredClone(params.privateMetadata),
      maxAllowedMemberships,
      roleSetKey,
    });
  }

  /**
   * Deletes an organization with its memberships, invitations and domains.
   *
   * @returns the deleted organization
   * @throws {@link ClerkAPIResponseError} 404 when there is no such organization
   * @example
   * ```ts
   * local.organizations.delete('org_acme');
   * ```
   */
  delete(organizationId: string): LocalOrganization {
    return this.records.delete(organizationId);
  }
}

export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
