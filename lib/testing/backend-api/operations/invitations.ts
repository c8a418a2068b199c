import { apiError, identifierExists } from '../../api-errors.js';
import type { BackendApiCalls } from '../../generated/calls.js';
import type { LocalInstance } from '../../local-instance.js';
import { newTicket } from '../../store/instance-collections.js';
import type { LocalInvitation, LocalWaitlistEntry } from '../../store/invitation-records.js';
import type { LocalStore } from '../../store/local-store.js';
import type { BackendApiHandlers } from '../handlers.js';
import { BY_CREATION, contains, pageOf, sorted } from '../lists.js';
import { expiryOf, ticketUrl } from './tickets.js';

type InvitationParams = BackendApiCalls['CreateInvitation']['body'];

const INVITATION_ORDERS = {
  ...BY_CREATION,
  email_address: ({ emailAddress }: LocalInvitation) => emailAddress,
  expires_at: ({ expiresAt }: LocalInvitation) => expiresAt,
};

export const INVITATIONS: BackendApiHandlers = {
  ListInvitations: ({ query }, instance) => {
    // Without a status, revoked invitations are not listed.
    const invitations = instance.store.records.invitations
      .list(({ status }) => (query.status === undefined ? status !== 'revoked' : status === query.status))
      .filter(({ id, emailAddress }) => id === query.query || contains([emailAddress], query.query));
    return pageOf(sorted(invitations, INVITATION_ORDERS, query.orderBy), query, invitation =>
      invitationView(invitation, instance),
    );
  },

  CreateInvitation: ({ body }, instance) => {
    rejectInvalid([body], instance.store);
    return invitationView(invite(body, instance), instance);
  },

  CreateBulkInvitations: ({ body }, instance) => {
    rejectInvalid(body, instance.store);
    return body.map(params => invitationView(invite(params, instance), instance));
  },

  RevokeInvitation: ({ path }, instance) => {
    const { invitations } = instance.store.records;
    const { id, status } = invitations.get(path.invitationId);
    if (status === 'revoked')
      throw apiError(400, 'invitation_already_revoked', 'Invitation is already revoked.');
    if (status === 'accepted') {
      throw apiError(
        400,
        'invitation_already_accepted',
        'Invitation is already accepted, try signing in instead.',
      );
    }
    return invitationView(invitations.update(id, { status: 'revoked' }), instance);
  },

  DeleteInvitation: ({ path }, { store }) => {
    const { id } = store.records.invitations.delete(path.invitationId);
    return { object: 'invitation', id, deleted: true };
  },

  ListWaitlistEntries: ({ query }, instance) => {
    const { waitlistEntries, invitations } = instance.store.records;
    const invitedAt = ({ id }: LocalWaitlistEntry): number =>
      invitations.list(({ waitlistEntryId }) => waitlistEntryId === id)[0]?.createdAt ?? 0;
    const entries = waitlistEntries
      .list(({ status }) => query.status === undefined || status === query.status)
      .filter(({ id, emailAddress }) => id === query.query || contains([emailAddress], query.query));
    const orders = {
      ...BY_CREATION,
      email_address: ({ emailAddress }: LocalWaitlistEntry) => emailAddress,
      invited_at: invitedAt,
    };
    return pageOf(sorted(entries, orders, query.orderBy), query, entry => entryView(entry, instance));
  },

  CreateWaitlistEntry: ({ body }, instance) => entryView(enlist(body.emailAddress, instance.store), instance),

  CreateBulkWaitlistEntries: ({ body }, instance) => {
    const entries = body.map(({ emailAddress }) => enlist(emailAddress, instance.store));
    return [...new Map(entries.map(entry => [entry.id, entry])).values()].map(entry =>
      entryView(entry, instance),
    );
  },

  DeleteWaitlistEntry: ({ path }, { store }) => {
    const entry = store.records.waitlistEntries.get(path.waitlistEntryId);
    if (entry.status !== 'pending') throw entryNotPending(entry);
    store.records.waitlistEntries.delete(entry.id);
    return { object: 'waitlist_entry', id: entry.id, deleted: true };
  },

  InviteWaitlistEntry: ({ path, body }, instance) => {
    const { waitlistEntries } = instance.store.records;
    const entry = waitlistEntries.get(path.waitlistEntryId);
    if (entry.status === 'completed') throw entryNotPending(entry);
    if (entry.status === 'invited' && body.ignoreExisting !== true) throw entryNotPending(entry);
    const { emailAddress } = entry;
    invite({ emailAddress, ignoreExisting: true }, instance, entry.id);
    return entryView(waitlistEntries.update(entry.id, { status: 'invited' }), instance);
  },

  RejectWaitlistEntry: ({ path }, instance) => {
    const { waitlistEntries } = instance.store.records;
    const entry = waitlistEntries.get(path.waitlistEntryId);
    if (entry.status === 'completed' || entry.status === 'rejected') throw entryNotPending(entry);
    return entryView(waitlistEntries.update(entry.id, { status: 'rejected' }), instance);
  },
};

/** The Backend API's JSON of an invitation. */
export function invitationView(invitation: LocalInvitation, instance: LocalInstance): object {
  return {
    ...invitation,
    revoked: invitation.status === 'revoked',
    url: ticketUrl(invitation.ticket, instance, invitation.redirectUrl),
  };
}

function entryView(entry: LocalWaitlistEntry, instance: LocalInstance): object {
  const { invitations } = instance.store.records;
  const invitation = invitations.list(({ waitlistEntryId }) => waitlistEntryId === entry.id)[0];
  return { ...entry, isLocked: false, invitation: invitation ? invitationView(invitation, instance) : null };
}

/** Before the first of several is created, so that either all are created or none. */
function rejectInvalid(params: readonly InvitationParams[], { records, users }: LocalStore): void {
  for (const { emailAddress, ignoreExisting } of params) {
    if (ignoreExisting === true) continue;
    const address = emailAddress.toLowerCase();
    if (users.records.findBy('email_address', address)) throw identifierExists('email_address');
    const isTwice = params.filter(other => other.emailAddress.toLowerCase() === address).length > 1;
    const isPending = records.invitations
      .by('emailAddress', address)
      .some(({ status }) => status === 'pending');
    if (!isTwice && !isPending) continue;
    const longMessage = `There are already pending invitations for the following email addresses: ${address}`;
    throw apiError(400, 'duplicate_record', 'duplicate invitation', longMessage);
  }
}

function invite(
  params: InvitationParams,
  instance: LocalInstance,
  waitlistEntryId: string | null = null,
): LocalInvitation {
  const { store } = instance;
  const invitation = store.records.invitations.add({
    emailAddress: params.emailAddress.toLowerCase(),
    status: 'pending',
    publicMetadata: params.publicMetadata ?? {},
    redirectUrl: params.redirectUrl ?? null,
    ticket: newTicket(),
    expiresAt: expiryOf(params.expiresInDays, store),
    waitlistEntryId,
  });
  if (params.notify !== false) {
    store.inbox.deliver({
      channel: 'email',
      to: invitation.emailAddress,
      purpose: 'invitation',
      subject: 'You are invited',
      text: 'You are invited to sign up.',
      code: null,
      url: ticketUrl(invitation.ticket, instance, invitation.redirectUrl),
    });
  }
  return invitation;
}

export function enlist(
  emailAddress: string,
  { records: { waitlistEntries } }: LocalStore,
): LocalWaitlistEntry {
  const address = emailAddress.toLowerCase();
  const known = waitlistEntries.findBy('emailAddress', address);
  return known ?? waitlistEntries.add({ emailAddress: address, status: 'pending' });
}

function entryNotPending({ status }: LocalWaitlistEntry): Error {
  const longMessage = `The waitlist entry has already been ${status}.`;
  return apiError(409, `waitlist_entry_already_${status}`, `Waitlist entry already ${status}`, longMessage);
}
