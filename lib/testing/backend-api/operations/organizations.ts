import { apiError, resourceNotFound } from '../../api-errors.js';
import type { LocalStore } from '../../store/local-store.js';
import { mergeMetadata } from '../../store/metadata.js';
import { slugOf } from '../../store/organizations.js';
import type { LocalOrganization, Metadata } from '../../store/records.js';
import type { BackendApiHandlers } from '../handlers.js';
import { contains, pageOf, passes, sorted } from '../lists.js';
import type { Orders } from '../lists.js';
import { organizationView } from '../views/organization.js';
import { settingsOf } from './settings.js';
import { rejectMissingFile, uploadedImage } from './users.js';

export const ORGANIZATIONS: BackendApiHandlers = {
  ListOrganizations: ({ query }, { store }) => {
    const usersOf = ({ id }: LocalOrganization): string[] =>
      query.userId.length === 0
        ? []
        : store.memberships.list({ organizationId: id }).map(({ userId }) => userId);
    const organizations = store.organizations
      .list()
      .filter(organization => passes(query.userId, usersOf(organization)))
      .filter(({ id }) => passes(query.organizationId, [id]))
      .filter(({ id, name, slug }) => id === query.query || contains([name, slug], query.query));
    return pageOf(sorted(organizations, ordersIn(store), query.orderBy), query, organization =>
      organizationView(organization, store, query),
    );
  },

  CreateOrganization: ({ body }, { store }) => {
    const { createdBy } = body;
    if (createdBy != null && !store.users.records.has(createdBy)) {
      throw apiError(
        400,
        'organization_creator_not_found',
        'creator not found',
        `No users found with id ${createdBy}.`,
      );
    }
    const organization = store.organizations.create({
      name: body.name,
      slug: body.slug ?? availableSlug(body.name, store),
      createdBy: createdBy ?? undefined,
      publicMetadata: body.publicMetadata ?? undefined,
      privateMetadata: body.privateMetadata ?? undefined,
      maxAllowedMemberships: body.maxAllowedMemberships ?? memberLimit(store),
      roleSetKey: roleSetKey(body.roleSetKey, store),
      createdAt: body.createdAt ?? undefined,
    });
    if (createdBy != null) {
      const role = settingsOf(store, 'organization').creatorRole as string;
      store.memberships.create({ organizationId: organization.id, userId: createdBy, role });
    }
    return organizationView(organization, store);
  },

  GetOrganization: ({ path, query }, { store }) =>
    organizationView(organizationOf(path.organizationId, store), store, query),

  UpdateOrganization: ({ path, body }, { store }) => {
    const { id } = organizationOf(path.organizationId, store);
    const updated = store.organizations.records.update(id, {
      name: body.name ?? undefined,
      slug: body.slug ?? undefined,
      maxAllowedMemberships: body.maxAllowedMemberships ?? undefined,
      adminDeleteEnabled: body.adminDeleteEnabled ?? undefined,
      roleSetKey: roleSetKey(body.roleSetKey, store),
      createdAt: body.createdAt?.getTime(),
    });
    return organizationView(updated, store);
  },

  DeleteOrganization: ({ path }, { store }) => {
    const { id, slug } = organizationOf(path.organizationId, store);
    store.organizations.records.delete(id);
    return { object: 'organization', id, slug, deleted: true };
  },

  MergeOrganizationMetadata: ({ path, body }, { store }) => {
    const organization = organizationOf(path.organizationId, store);
    const merged = (current: Metadata, patch: Metadata | null | undefined): Metadata | undefined =>
      patch == null ? undefined : structuredClone(mergeMetadata(current, patch));
    const updated = store.organizations.records.update(organization.id, {
      publicMetadata: merged(organization.publicMetadata, body.publicMetadata),
      privateMetadata: merged(organization.privateMetadata, body.privateMetadata),
    });
    return organizationView(updated, store);
  },

  ReplaceOrganizationMetadata: ({ path, body }, { store }) => {
    const { id } = organizationOf(path.organizationId, store);
    const updated = store.organizations.records.update(id, {
      publicMetadata: body.publicMetadata ?? undefined,
      privateMetadata: body.privateMetadata ?? undefined,
    });
    return organizationView(updated, store);
  },

  UploadOrganizationLogo: ({ path, raw }, { store }) => {
    const { id } = organizationOf(path.organizationId, store);
    rejectMissingFile(raw.body.file);
    return organizationView(store.organizations.records.update(id, { imageUrl: uploadedImage(id) }), store);
  },

  DeleteOrganizationLogo: ({ path }, { store }) => {
    const { id, imageUrl } = organizationOf(path.organizationId, store);
    if (imageUrl === null) throw apiError(404, 'image_not_found', 'Image not found');
    return organizationView(store.organizations.records.update(id, { imageUrl: null }), store);
  },
};

/** In the path, a slug can replace an organization's id. */
export function organizationOf(idOrSlug: string, { organizations }: LocalStore): LocalOrganization {
  const found = organizations.find(idOrSlug) ?? organizations.records.findBy('slug', idOrSlug);
  if (!found) throw resourceNotFound('organization', 'id', idOrSlug);
  return found;
}

function ordersIn(store: LocalStore): Orders<LocalOrganization> {
  return {
    created_at: ({ createdAt }) => createdAt,
    name: ({ name }) => name,
    members_count: ({ id }) => store.memberships.list({ organizationId: id }).length,
  };
}

/** A name may occur twice; the second slug then gets a number. */
export function availableSlug(name: string, { organizations }: LocalStore): string {
  const slug = slugOf(name);
  if (!organizations.records.findBy('slug', slug)) return slug;
  let number = 2;
  while (organizations.records.findBy('slug', `${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}

export function memberLimit(store: LocalStore): number {
  return settingsOf(store, 'organization').maxAllowedMemberships as number;
}

function roleSetKey(key: string | null | undefined, { roles }: LocalStore): string | undefined {
  return key == null ? undefined : roles.roleSet(key).key;
}
