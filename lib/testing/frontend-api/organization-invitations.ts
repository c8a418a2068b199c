import { apiError } from '../api-errors.js';
import {
  inviteToOrganization,
  rejectInvalidInvitations,
} from '../backend-api/operations/organization-invitations.js';
import type { OperationCall } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalOrganizationInvitation } from '../store/invitation-records.js';
import type { LocalStore } from '../store/local-store.js';
import { listFor, pageFor, withStatus, wrapped } from './answers.js';
import { requireCaller } from './caller.js';
import { enroll } from './enrollment.js';
import { parameterMissing } from './errors.js';
import type { FrontendApiHandlers } from './handlers.js';
import { assertEmailAddress, verifiedEmailAddressesOf } from './identifiers.js';
import { clientInvitationJson } from './organization-json.js';
import { requirePermission } from './organization-member.js';
import type { Member } from './organization-member.js';
import { requireRole } from './organization-roles.js';
import { flag, list, requiredText } from './parameters.js';
import { acceptInvitation } from './tickets.js';

/** Invitations to an organization: of its administrators, and as the invited user sees them. */
export const ORGANIZATION_INVITATIONS: FrontendApiHandlers = {
  getOrganizationInvitations: (call, instance) => {
    const { store } = instance;
    const needed = ['org:sys_memberships:read', 'org:sys_memberships:manage'];
    const { browser, organization } = requirePermission(call, instance, ...needed);
    const invitations = withStatus(
      store.records.organizationInvitations.by('organizations', organization.id),
      call.query,
    );
    return wrapped(pageFor(invitations, call.query, viewIn(store)), browser, call, instance);
  },

  getAllPendingOrganizationInvitations: (call, instance) => {
    const { store } = instance;
    const { browser, organization } = requirePermission(call, instance, 'org:sys_memberships:manage');
    const pending = store.records.organizationInvitations
      .by('organizations', organization.id)
      .filter(({ status }) => status === 'pending');
    return wrapped(listFor(pending, call.query, viewIn(store)), browser, call, instance);
  },

  createOrganizationInvitations: (call, instance) => {
    const member = requirePermission(call, instance, 'org:sys_memberships:manage');
    const [invitation] = invite([requiredText(call.body, 'email_address')], member, call, instance);
    return wrapped(
      invitation && clientInvitationJson(invitation, instance.store),
      member.browser,
      call,
      instance,
    );
  },

  bulkCreateOrganizationInvitations: (call, instance) => {
    const member = requirePermission(call, instance, 'org:sys_memberships:manage');
    const addresses = list(call.body, 'email_address');
    if (addresses.length === 0) throw parameterMissing('email_address');
    const invitations = invite(addresses, member, call, instance);
    return wrapped(invitations.map(viewIn(instance.store)), member.browser, call, instance);
  },

  revokePendingOrganizationInvitation: (call, instance) => {
    const { organizationInvitations } = instance.store.records;
    const { browser, organization } = requirePermission(call, instance, 'org:sys_memberships:manage');
    const invitation = organizationInvitations.find(call.pathParameters.invitation_id ?? '');
    if (invitation?.organizationId !== organization.id) throw invitationNotFound(call);
    if (invitation.status !== 'pending') throw invitationNotPending();
    const revoked = organizationInvitations.update(invitation.id, { status: 'revoked' });
    return wrapped(clientInvitationJson(revoked, instance.store), browser, call, instance);
  },

  getUsersOrganizationInvitations: (call, instance) => {
    const { store } = instance;
    const { browser, user } = requireCaller(call, instance);
    enroll(user, store);
    const addresses = verifiedEmailAddressesOf(user);
    const invitations = withStatus(
      store.records.organizationInvitations.list(({ emailAddress }) =>
        addresses.includes(emailAddress.toLowerCase()),
      ),
      call.query,
    );
    return wrapped(pageFor(invitations, call.query, viewIn(store)), browser, call, instance);
  },

  acceptOrganizationInvitation: (call, instance) => {
    const { store } = instance;
    const { browser, user } = requireCaller(call, instance);
    const invitation = store.records.organizationInvitations.find(call.pathParameters.invitation_id ?? '');
    const isOwn =
      invitation && verifiedEmailAddressesOf(user).includes(invitation.emailAddress.toLowerCase());
    if (!isOwn) throw invitationNotFound(call);
    rejectUsed(invitation);
    const accepted = acceptInvitation(invitation, user, instance);
    return wrapped(clientInvitationJson(accepted, store), browser, call, instance);
  },
};

function invite(
  emailAddresses: readonly string[],
  { organization, user }: Member,
  { body }: OperationCall,
  instance: LocalInstance,
): LocalOrganizationInvitation[] {
  const role = requireRole(requiredText(body, 'role'), organization, instance.store);
  const notify = flag(body, 'notify') ?? true;
  const params = emailAddresses.map(emailAddress => {
    assertEmailAddress(emailAddress);
    return { emailAddress, role, notify, inviterUserId: user.id };
  });
  rejectInvalidInvitations(params, organization, instance.store);
  return params.map(each => inviteToOrganization(each, organization, instance));
}

function rejectUsed({ status }: LocalOrganizationInvitation): void {
  if (status === 'accepted') {
    const longMessage = 'The invitation was accepted before.';
    throw apiError(400, 'organization_invitation_already_accepted', 'already accepted', longMessage);
  }
  if (status === 'revoked') {
    const longMessage = 'The invitation was revoked, and can no longer be accepted.';
    throw apiError(400, 'organization_invitation_revoked_code', 'invitation revoked', longMessage);
  }
  if (status !== 'pending') throw invitationNotPending();
}

function invitationNotPending(): Error {
  const longMessage = "The organization invitation is not in the 'pending' status.";
  return apiError(404, 'organization_invitation_not_pending', 'not pending', longMessage);
}

function invitationNotFound({ pathParameters }: OperationCall): Error {
  const longMessage = `No invitation found with id ${pathParameters.invitation_id}.`;
  return apiError(404, 'organization_invitation_not_found', 'not found', longMessage);
}

function viewIn(store: LocalStore): (invitation: LocalOrganizationInvitation) => unknown {
  return invitation => clientInvitationJson(invitation, store);
}
