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

/** What a ticket lets a user sign in as. */
export interface SignInTicket {
  readonly userId: string;
  readonly actor: LocalActor | null;
  /** The organization that becomes the active one. */
  readonly organizationId: string | null;
}

/** What the ticket of an invitation says about the new user. */
export interface SignUpTicket {
  readonly emailAddress: string;
  readonly publicMetadata: Readonly<Record<string, unknown>>;
}

type AnyInvitation = LocalInvitation | LocalOrganizationInvitation;

/**
 * Uses up the ticket of a sign-in token or an actor token, or that of an invitation to an organization which a user with
 * the invited address accepts.
 *
 * @throws {@link ClerkAPIResponseError} 400 for a ticket that is not one of the instance, was used or has expired
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
 * @throws {@link ClerkAPIResponseError} 400 for a ticket that is not one of the instance, was used or has expired
 */
export function readSignUpTicket(ticket: string, instance: LocalInstance): SignUpTicket {
  const invitation = requireInvitation(ticket, instance);
  const isToOrganization = 'organizationId' in invitation;
  return {
    emailAddress: invitation.emailAddress.toLowerCase(),
    // Those of an invitation to an organization are for the membership.
    publicMetadata: isToOrganization ? {} : invitation.publicMetadata,
  };
}

/** Marks an invitation as accepted, and makes the user a member of the organization that it is to. */
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

/** @returns whether a ticket is for signing in; otherwise it is for signing up */
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

/** Sends the reader of an invitation or a sign-in link to the application, which hands the ticket to ClerkJS. */
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
