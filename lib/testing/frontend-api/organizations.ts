import { apiError } from '../api-errors.js';
import { availableSlug, memberLimit } from '../backend-api/operations/organizations.js';
import { settingsOf } from '../backend-api/operations/settings.js';
import { uploadedImage } from '../backend-api/operations/users.js';
import { pageFor, wrapped } from './answers.js';
import { requireCaller } from './caller.js';
import type { FrontendApiHandlers } from './handlers.js';
import { clientOrganizationJson } from './organization-json.js';
import { requireMember, requirePermission } from './organization-member.js';
import { clientRoleJson, rolesOf } from './organization-roles.js';
import { requiredText, text } from './parameters.js';
import { requiredImage } from './uploads.js';

/** The organization itself, as its members see and change it. */
export const ORGANIZATIONS: FrontendApiHandlers = {
  createOrganization: (call, instance) => {
    const { store } = instance;
    const { user, browser } = requireCaller(call, instance);
    if (!user.createOrganizationEnabled) throw creationNotEnabled();
    const created = store.organizations.list().filter(({ createdBy }) => createdBy === user.id).length;
    if (user.createOrganizationsLimit && created >= user.createOrganizationsLimit) throw limitExceeded();
    const name = requiredText(call.body, 'name');
    const organization = store.organizations.create({
      name,
      slug: text(call.body, 'slug') ?? availableSlug(name, store),
      createdBy: user.id,
      maxAllowedMemberships: memberLimit(store),
    });
    const role = settingsOf(store, 'organization').creatorRole as string;
    store.memberships.create({ organizationId: organization.id, userId: user.id, role });
    return wrapped(clientOrganizationJson(organization, store), browser, call, instance);
  },

  getOrganizationCreationDefaults: (call, instance) => {
    const { browser } = requireCaller(call, instance);
    return wrapped({ form: { name: null, logo: null }, advisory: null }, browser, call, instance);
  },

  getOrganization: (call, instance) => {
    const { browser, organization } = requireMember(call, instance);
    return wrapped(clientOrganizationJson(organization, instance.store), browser, call, instance);
  },

  updateOrganization: (call, instance) => {
    const { store } = instance;
    const { browser, organization } = requirePermission(call, instance, 'org:sys_profile:manage');
    const updated = store.organizations.records.update(organization.id, {
      name: text(call.body, 'name'),
      slug: text(call.body, 'slug'),
    });
    return wrapped(clientOrganizationJson(updated, store), browser, call, instance);
  },

  deleteOrganization: (call, instance) => {
    const { browser, organization } = requirePermission(call, instance, 'org:sys_profile:delete');
    if (!organization.adminDeleteEnabled) throw deletionNotEnabled();
    const { id, slug } = instance.store.organizations.records.delete(organization.id);
    return wrapped({ object: 'organization', id, slug, deleted: true }, browser, call, instance);
  },

  updateOrganizationLogo: (call, instance) => {
    const { store } = instance;
    const { browser, organization } = requirePermission(call, instance, 'org:sys_profile:manage');
    requiredImage(call.body);
    const { id } = organization;
    const updated = store.organizations.records.update(id, { imageUrl: uploadedImage(id) });
    return wrapped(clientOrganizationJson(updated, store), browser, call, instance);
  },

  deleteOrganizationLogo: (call, instance) => {
    const { browser, organization } = requirePermission(call, instance, 'org:sys_profile:manage');
    const { id, imageUrl } = organization;
    if (imageUrl === null) throw apiError(404, 'image_not_found', 'Image not found');
    instance.store.organizations.records.update(id, { imageUrl: null });
    return wrapped({ object: 'image', id, deleted: true }, browser, call, instance);
  },

  ListOrganizationRoles: (call, instance) => {
    const { store } = instance;
    const needed = ['org:sys_memberships:read', 'org:sys_memberships:manage'];
    const { browser, organization } = requirePermission(call, instance, ...needed);
    const found = pageFor(rolesOf(organization, store), call.query, role => clientRoleJson(role, store));
    return wrapped({ ...found, has_role_set_migration: false }, browser, call, instance);
  },
};

function creationNotEnabled(): Error {
  return apiError(
    403,
    'user_create_organization_not_enabled',
    'create organization not enabled',
    'The user may not create organizations.',
  );
}

function limitExceeded(): Error {
  return apiError(
    403,
    'org_creation_limit_exceeded',
    'Organization Creation Limit Exceeded',
    'The user has created as many organizations as they may.',
  );
}

function deletionNotEnabled(): Error {
  return apiError(
    403,
    'organization_admin_delete_not_enabled',
    'admin delete not enabled',
    'Deletion by members is not enabled for this organization.',
  );
}
