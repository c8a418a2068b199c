import { ban } from '../backend-api/operations/users.js';
import { parameterFormatInvalid } from '../frontend-api/errors.js';
import { list, nullableText, object, requiredText, text } from '../frontend-api/parameters.js';
import type { OperationCall } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import { resourceNotFound } from '../api-errors.js';
import { newEmailAddress } from '../store/user-record.js';
import type { LocalOrganization, LocalUser } from '../store/records.js';
import type { LocalWebhooks } from '../webhooks/local-webhooks.js';

/** What a form did, and the page that the browser goes on with. */
export interface ActionResult {
  readonly done: string;
  /** Default: the main page. */
  readonly page?: string;
}

/** What a form of the web page does; throws a `ClerkAPIResponseError` for input that is not valid. */
export type Action = (call: OperationCall, instance: LocalInstance, webhooks: LocalWebhooks) => ActionResult;

export const USER_ACTIONS = {
  createUser: ({ body }, { store }) => {
    const user = store.users.create({
      firstName: text(body, 'first_name'),
      lastName: text(body, 'last_name'),
      emailAddress: [requiredText(body, 'email_address')],
      password: text(body, 'password'),
    });
    return { done: `The user ${user.id} is created.` };
  },

  updateUser: (call, instance) => {
    const { body } = call;
    const { store } = instance;
    const user = userOf(call, instance);
    const changed = store.users.update(user.id, {
      firstName: nullableText(body, 'first_name'),
      lastName: nullableText(body, 'last_name'),
      username: nullableText(body, 'username'),
      password: text(body, 'password'),
    });
    const emailAddress = text(body, 'email_address');
    store.users.records.update(user.id, {
      ...(emailAddress !== undefined && withPrimaryEmailAddress(changed, emailAddress, store.now())),
      publicMetadata: object(body, 'public_metadata'),
      privateMetadata: object(body, 'private_metadata'),
    });
    return { done: `The user ${user.id} is changed.`, page: pageOfUser(user) };
  },

  banUser: (call, instance) => {
    const user = ban(userOf(call, instance).id, instance.store);
    return { done: `The user ${user.id} is banned.`, page: pageOfUser(user) };
  },

  unbanUser: (call, instance) => {
    const user = instance.store.users.records.update(userOf(call, instance).id, { banned: false });
    return { done: `The user ${user.id} is no longer banned.`, page: pageOfUser(user) };
  },

  deleteUser: (call, { store }) => {
    store.users.delete(call.pathParameters.user_id ?? '');
    return { done: 'The user is deleted.' };
  },

  revokeSession: (call, { store }) => {
    store.sessions.revoke(call.pathParameters.session_id ?? '');
    return { done: 'The session is revoked.' };
  },
} satisfies Record<string, Action>;

export const ORGANIZATION_ACTIONS = {
  createOrganization: ({ body }, { store }) => {
    const administrator = text(body, 'user_id');
    if (administrator !== undefined) store.users.get(administrator);
    const { id, name } = store.organizations.create({
      name: requiredText(body, 'name'),
      slug: text(body, 'slug'),
      createdBy: administrator,
    });
    if (administrator !== undefined) {
      store.memberships.create({ organizationId: id, userId: administrator, role: 'org:admin' });
    }
    return { done: `The organization ${name} is created.` };
  },

  updateOrganization: (call, instance) => {
    const { body } = call;
    const organization = instance.store.organizations.update(organizationOf(call, instance).id, {
      name: requiredText(body, 'name'),
      slug: requiredText(body, 'slug'),
      maxAllowedMemberships: memberLimit(requiredText(body, 'max_allowed_memberships')),
      publicMetadata: object(body, 'public_metadata'),
      privateMetadata: object(body, 'private_metadata'),
    });
    return { done: `The organization ${organization.name} is changed.`, page: pageOf(organization) };
  },

  deleteOrganization: (call, instance) => {
    const { id, name } = organizationOf(call, instance);
    instance.store.organizations.delete(id);
    return { done: `The organization ${name} is deleted.` };
  },

  addMember: (call, instance) => {
    const organization = organizationOf(call, instance);
    const { userId, role } = instance.store.memberships.create({
      organizationId: organization.id,
      userId: requiredText(call.body, 'user_id'),
      role: requiredText(call.body, 'role'),
    });
    return { done: `${userId} is now a member, as ${role}.`, page: pageOf(organization) };
  },

  changeRole: (call, instance) => {
    const { store } = instance;
    const organization = organizationOf(call, instance);
    const userId = call.pathParameters.user_id ?? '';
    const membership = store.memberships.find(organization.id, userId);
    if (!membership) throw resourceNotFound('membership', 'user id', userId);
    const { key: role } = store.roles.byKey(requiredText(call.body, 'role'));
    // The permissions are those of the new role.
    store.memberships.records.update(membership.id, { role, permissions: [] });
    return { done: `The role of ${userId} is now ${role}.`, page: pageOf(organization) };
  },

  removeMember: (call, instance) => {
    const organization = organizationOf(call, instance);
    const { userId } = instance.store.memberships.delete(organization.id, call.pathParameters.user_id ?? '');
    return { done: `${userId} is no longer a member.`, page: pageOf(organization) };
  },
} satisfies Record<string, Action>;

export const ACTIVITY_ACTIONS = {
  clearInbox: (_call, { store }) => {
    store.inbox.clear();
    return { done: 'The inbox is empty.' };
  },

  addEndpoint: ({ body }, _instance, webhooks) => {
    const url = requiredText(body, 'url');
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) throw parameterFormatInvalid('url', 'an http URL');
    webhooks.addEndpoint(url, {
      types: requiredText(body, 'types')
        .split(/[\s,]+/)
        .filter(Boolean),
    });
    return { done: `Events go to ${url} from now on.` };
  },

  removeEndpoint: ({ body }, _instance, webhooks) => {
    for (const url of list(body, 'url')) webhooks.removeEndpoint(url);
    return { done: 'The endpoint is removed.' };
  },

  redeliver: ({ pathParameters }, _instance, webhooks) => {
    const { delivery_id: id = '' } = pathParameters;
    const delivery = webhooks.deliveries.find(candidate => candidate.id === id);
    if (!delivery) throw resourceNotFound('delivery', 'id', id);
    // Not awaited: an endpoint may take 15 seconds, and the table shows what it answers.
    void webhooks.redeliver(id);
    return { done: `The event ${delivery.event.type} is sent again.` };
  },
} satisfies Record<string, Action>;

export function userOf({ pathParameters }: OperationCall, { store }: LocalInstance): LocalUser {
  return store.users.get(pathParameters.user_id ?? '');
}

export function organizationOf(
  { pathParameters }: OperationCall,
  { store }: LocalInstance,
): LocalOrganization {
  return store.organizations.get(pathParameters.organization_id ?? '');
}

function pageOfUser({ id }: LocalUser): string {
  return `/_local/users/${encodeURIComponent(id)}`;
}

function pageOf({ id }: LocalOrganization): string {
  return `/_local/organizations/${encodeURIComponent(id)}`;
}

/** The changes that give a user another primary email address; none for the present one. */
function withPrimaryEmailAddress(user: LocalUser, emailAddress: string, now: number): Partial<LocalUser> {
  const primary = user.emailAddresses.find(({ id }) => id === user.primaryEmailAddressId);
  if (primary?.emailAddress === emailAddress) return {};
  const replacement = newEmailAddress(emailAddress, now);
  const others = user.emailAddresses.filter(address => address !== primary);
  return { emailAddresses: [replacement, ...others], primaryEmailAddressId: replacement.id };
}

function memberLimit(value: string): number {
  if (!/^\d{1,9}$/.test(value))
    throw parameterFormatInvalid('max_allowed_memberships', 'a number, 0 or more');
  return Number(value);
}
