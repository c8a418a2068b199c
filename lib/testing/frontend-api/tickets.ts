import type { OperationHandler } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import type {
  LocalInvitation,
  LocalOrganizationInvitation,
  LocalTicket,
} from '../store/invitation-records.js';
import type { LocalActor, LocalUser } from '../store/records.js';
import { ownUrl } from './caller.js';
import { ticketExpired, ticketInvalid, ticketUsed } from './errors.js';

/** The user and the organization of a sign-in ticket. */
export interface SignInTicket {
  readonly userId: string;
  readonly actor: LocalActor | null;
  /** The organization to activate. */
  readonly organizationId: string | null;
}

/** The data of an invitation's ticket about the new user. */
export interface SignUpTicket {
  readonly emailAddress: string;
  readonly publicMetadata: Readonly<Record<string, unknown>>;
}

type AnyInvitation = LocalInvitation | LocalOrganizationInvitation;

/**
 * Redeems the ticket of a sign-in token or an actor token, or that of an invitation to an organization for an existing
 * user with the invited address.
 *
 * @throws {@link ClerkAPIResponseError} 400 for an unknown, used or expired ticket
 */
export function redeemSignInTicket(ticket: string, instance: LocalInstance): SignInTicket {
  const { records, users } = instance.store;
  for (const collection of [records.signInTokens, records.actorTokens]) {
    const found = collection.findBy('token', ticket);
    if (!found) continue;
    assertUsable(found, instance);
    collection.update(found.id, { status: 'accepted' });
    return {
      userId: found.userId,
      actor: found.actor as LocalActor | null,
      organizationId: found.organizationId,
    };
  }
  const invitation = records.organizationInvitations.findBy('ticket', ticket);
  const user = invitation && users.records.findBy('email_address', invitation.emailAddress.toLowerCase());
  if (!invitation || !user) throw ticketInvalid();
  acceptSignUpTicket(ticket, user, instance);
  return { userId: user.id, actor: null, organizationId: invitation.organizationId };
}

/**
 * Reads the ticket of an invitation to the application or to an organization.
 *
 * @throws {@link ClerkAPIResponseError} 400 for an unknown, used or expired ticket
 */
export function readSignUpTicket(ticket: string, instance: LocalInstance): SignUpTicket {
  const invitation = requireInvitation(ticket, instance);
  const isToOrganization = 'organizationId' in invitation;
  return {
    emailAddress: invitation.emailAddress.toLowerCase(),
    // The metadata of an invitation to an organization belongs to the membership.
    publicMetadata: isToOrganization ? {} : invitation.publicMetadata,
  };
}

/** Marks an invitation as accepted, and makes the user a member of its organization. */
export function acceptSignUpTicket(ticket: string, user: LocalUser, instance: LocalInstance): void {
  const { records } = instance.store;
  const invitation = requireInvitation(ticket, instance);
  if ('organizationId' in invitation) {
    acceptInvitation(invitation, user, instance);
  } else {
    records.invitations.update(invitation.id, { status: 'accepted' });
  }
}

/** Makes a user a member of the organization that invited them. */
export function acceptInvitation(
  { id, organizationId, role, publicMetadata }: LocalOrganizationInvitation,
  user: LocalUser,
  { store }: LocalInstance,
): LocalOrganizationInvitation {
  if (!store.memberships.find(organizationId, user.id)) {
    store.memberships.create({
      organizationId,
      userId: user.id,
      role,
      publicMetadata: { ...publicMetadata },
    });
  }
  return store.records.organizationInvitations.update(id, { status: 'accepted' });
}

/** @returns whether a ticket is for a sign-in; otherwise it is for a sign-up */
function isForSignIn(ticket: string, { store }: LocalInstance): boolean {
  const { signInTokens, actorTokens, organizationInvitations } = store.records;
  if (signInTokens.findBy('token', ticket) || actorTokens.findBy('token', ticket)) return true;
  const invitation = organizationInvitations.findBy('ticket', ticket);
  return (
    invitation !== undefined &&
    store.users.records.findBy('email_address', invitation.emailAddress.toLowerCase()) !== undefined
  );
}

function requireInvitation(ticket: string, { store }: LocalInstance): AnyInvitation {
  const { invitations, organizationInvitations } = store.records;
  const invitation = invitations.findBy('ticket', ticket) ?? organizationInvitations.findBy('ticket', ticket);
  if (!invitation) throw ticketInvalid();
  if (invitation.status === 'expired') throw ticketExpired();
  if (invitation.status !== 'pending') throw ticketUsed();
  return invitation;
}

function assertUsable({ status, expiresAt }: LocalTicket, { store }: LocalInstance): void {
  if (status !== 'pending') throw ticketUsed();
  if (expiresAt <= store.now()) throw ticketExpired();
}

/**
 * Redirects from the link of an invitation or a sign-in token to the application, which passes the ticket to ClerkJS.
 */
export const acceptTicket: OperationHandler = (call, instance) => {
  const ticket = call.query.get('ticket') ?? '';
  const { invitations, organizationInvitations } = instance.store.records;
  const isSignIn = isForSignIn(ticket, instance);
  const invitation = invitations.findBy('ticket', ticket) ?? organizationInvitations.findBy('ticket', ticket);
  if (!isSignIn && !invitation) throw ticketInvalid();
  const target = new URL(invitation?.redirectUrl ?? `${ownUrl(call, instance)}/sign-in`);
  target.searchParams.set('__clerk_ticket', ticket);
  target.searchParams.set('__clerk_status', isSignIn ? 'sign_in' : 'sign_up');
  return { status: 303, headers: [['location', target.href]], body: null };
};
