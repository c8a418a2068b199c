import { apiError, resourceNotFound } from '../../api-errors.js';
import type { BackendApiCalls } from '../../generated/calls.js';
import type { LocalInstance } from '../../local-instance.js';
import { newTicket } from '../../store/instance-collections.js';
import type { LocalOrganizationInvitation } from '../../store/invitation-records.js';
import type { LocalStore } from '../../store/local-store.js';
import type { LocalOrganization } from '../../store/records.js';
import type { BackendApiHandlers } from '../handlers.js';
import { BY_CREATION, contains, pageOf, sorted } from '../lists.js';
import type { Orders } from '../lists.js';
import { Page } from '../shaping.js';
import { publicOrganizationData, publicUserData } from '../views/organization.js';
import { expiryOf, ticketUrl } from './tickets.js';
import { rejectFull } from './memberships.js';
import { organizationOf } from './organizations.js';

type InvitationParams = BackendApiCalls['CreateOrganizationInvitation']['body'];

const ORDERS: Orders<LocalOrganizationInvitation> = {
  ...BY_CREATION,
  email_address: ({ emailAddress }) => emailAddress,
};

export const ORGANIZATION_INVITATIONS: BackendApiHandlers = {
  ListOrganizationInvitations: ({ path, query }, instance) => {
    const { store } = instance;
    const { id } = organizationOf(path.organizationId, store);
    const invitations = invitationsOf(id, store)
      .filter(({ status }) => query.status === undefined || status === query.status)
      .filter(({ emailAddress }) => contains([emailAddress], query.emailAddress));
    return pageOf(sorted(invitations, ORDERS, query.orderBy), query, viewIn(instance));
  },

  ListPendingOrganizationInvitations: ({ path, query }, instance) => {
    const { id } = organizationOf(path.organizationId, instance.store);
    const pending = invitationsOf(id, instance.store).filter(({ status }) => status === 'pending');
    return pageOf(pending, query, viewIn(instance));
  },

  ListInstanceOrganizationInvitations: ({ query }, instance) => {
    const invitations = instance.store.records.organizationInvitations
      .list(({ status }) => query.status === undefined || status === query.status)
      .filter(({ emailAddress }) => contains([emailAddress], query.query));
    return pageOf(sorted(invitations, ORDERS, query.orderBy), query, viewIn(instance));
  },

  UsersGetOrganizationInvitations: ({ path, query }, instance) => {
    const addresses = instance.store.users
      .get(path.userId)
      .emailAddresses.map(({ emailAddress }) => emailAddress.toLowerCase());
    const invitations = instance.store.records.organizationInvitations
      .list(({ emailAddress }) => addresses.includes(emailAddress.toLowerCase()))
      .filter(({ status }) => query.status === undefined || status === query.status);
    return pageOf(invitations, query, viewIn(instance));
  },

  CreateOrganizationInvitation: ({ path, body }, instance) => {
    const organization = organizationOf(path.organizationId, instance.store);
    rejectInvalidInvitations([body], organization, instance.store);
    return invitationView(inviteToOrganization(body, organization, instance), instance);
  },

  CreateOrganizationInvitationBulk: ({ path, body }, instance) => {
    const organization = organizationOf(path.organizationId, instance.store);
    rejectInvalidInvitations(body, organization, instance.store);
    const invitations = body.map(params => inviteToOrganization(params, organization, instance));
    return new Page(invitations.map(viewIn(instance)), invitations.length);
  },

  GetOrganizationInvitation: ({ path }, instance) =>
    invitationView(invitationOf(path, instance.store), instance),

  RevokeOrganizationInvitation: ({ path, body }, instance) => {
    const { store } = instance;
    const invitation = invitationOf(path, store);
    if (body.requestingUserId != null) store.users.get(body.requestingUserId);
    if (invitation.status !== 'pending') {
      const longMessage = "The organization invitation is not in the 'pending' status.";
      throw apiError(404, 'organization_invitation_not_pending', 'not pending', longMessage);
    }
    const { organizationInvitations } = store.records;
    return invitationView(organizationInvitations.update(invitation.id, { status: 'revoked' }), instance);
  },
};

function invitationsOf(organizationId: string, { records }: LocalStore): LocalOrganizationInvitation[] {
  return records.organizationInvitations.by('organizations', organizationId);
}

function invitationOf(
  { organizationId, invitationId }: { readonly organizationId: string; readonly invitationId: string },
  store: LocalStore,
): LocalOrganizationInvitation {
  const { id } = organizationOf(organizationId, store);
  const invitation = store.records.organizationInvitations.find(invitationId);
  if (invitation?.organizationId === id) return invitation;
  throw apiError(
    404,
    'organization_invitation_not_found',
    'not found',
    `No invitation found with id ${invitationId}.`,
  );
}

/** Before the first of several is created, so that either all are created or none. */
export function rejectInvalidInvitations(
  params: readonly InvitationParams[],
  organization: LocalOrganization,
  store: LocalStore,
): void {
  const addresses = params.map(({ emailAddress }) => emailAddress.toLowerCase());
  const pending = invitationsOf(organization.id, store)
    .filter(({ status }) => status === 'pending')
    .map(({ emailAddress }) => emailAddress.toLowerCase());
  for (const { role, inviterUserId } of params) {
    store.roles.byKey(role);
    if (inviterUserId != null && !store.users.records.has(inviterUserId)) {
      throw resourceNotFound('user', 'id', inviterUserId);
    }
  }
  if (new Set([...addresses, ...pending]).size < addresses.length + pending.length) {
    throw apiError(
      400,
      'organization_invitation_not_unique',
      'organization invitation not unique',
      'Organizations cannot have duplicate pending invitations for an email address.',
    );
  }
  rejectMembers(addresses, organization, store);
  rejectFull(organization, store, addresses.length);
}

function rejectMembers(addresses: readonly string[], { id }: LocalOrganization, store: LocalStore): void {
  for (const address of addresses) {
    const user = store.users.records.findBy('email_address', address);
    if (!user || !store.memberships.find(id, user.id)) continue;
    const longMessage = `${address} is already a member of the organization.`;
    throw apiError(400, 'already_a_member_in_organization', 'already a member', longMessage);
  }
}

export function inviteToOrganization(
  params: InvitationParams,
  organization: LocalOrganization,
  instance: LocalInstance,
): LocalOrganizationInvitation {
  const { store } = instance;
  const invitation = store.records.organizationInvitations.add({
    organizationId: organization.id,
    emailAddress: params.emailAddress.toLowerCase(),
    role: params.role,
    inviterId: params.inviterUserId ?? null,
    status: 'pending',
    publicMetadata: params.publicMetadata ?? {},
    privateMetadata: params.privateMetadata ?? {},
    redirectUrl: params.redirectUrl ?? null,
    ticket: newTicket(),
    expiresAt: expiryOf(params.expiresInDays, store),
  });
  if (params.notify !== false) {
    store.inbox.deliver({
      channel: 'email',
      to: invitation.emailAddress,
      purpose: 'organization_invitation',
      subject: `Invitation to ${organization.name}`,
      text: `You are invited to join ${organization.name}.`,
      code: null,
      url: ticketUrl(invitation.ticket, instance, invitation.redirectUrl),
    });
  }
  return invitation;
}

function viewIn(instance: LocalInstance): (invitation: LocalOrganizationInvitation) => object {
  return invitation => invitationView(invitation, instance);
}

/** The Backend API's JSON of an invitation. */
export function invitationView(invitation: LocalOrganizationInvitation, instance: LocalInstance): object {
  const { store } = instance;
  const inviter = invitation.inviterId === null ? undefined : store.users.records.find(invitation.inviterId);
  return {
    ...invitation,
    roleName: store.roles.nameOf(invitation.role),
    url:
      invitation.status === 'pending' ? ticketUrl(invitation.ticket, instance, invitation.redirectUrl) : null,
    publicInviterData: inviter ? publicUserData(inviter) : null,
    publicOrganizationData: publicOrganizationData(store.organizations.get(invitation.organizationId)),
  };
}
