import { settingsOf } from '../backend-api/operations/settings.js';
import { newTicket } from '../store/instance-collections.js';
import type { LocalStore } from '../store/local-store.js';
import type { LocalOrganizationDomain } from '../store/organization-records.js';
import type { LocalUser } from '../store/records.js';
import { verifiedEmailAddressesOf } from './identifiers.js';

/**
 * Invites a user to the organizations that have verified the domain of one of the user's email addresses, or suggests
 * them, as the enrollment mode of each domain says.
 *
 * @see https://clerk.com/docs/guides/organizations/add-members/verified-domains
 */
export function enroll(user: LocalUser, store: LocalStore): void {
  for (const emailAddress of verifiedEmailAddressesOf(user)) {
    const domains = store.records.organizationDomains.by('name', domainNameOf(emailAddress));
    for (const domain of domains) enrollBy(domain, user, emailAddress, store);
  }
}

/** As {@link enroll}, for every user with an email address at a domain. */
export function enrollAll(domain: LocalOrganizationDomain, store: LocalStore): void {
  for (const user of store.users.list()) {
    const emailAddress = verifiedEmailAddressesOf(user).find(each => domainNameOf(each) === domain.name);
    if (emailAddress !== undefined) enrollBy(domain, user, emailAddress, store);
  }
}

/** The part of an email address after the `@`. */
export function domainNameOf(emailAddress: string): string {
  return emailAddress.slice(emailAddress.lastIndexOf('@') + 1).toLowerCase();
}

function enrollBy(
  { id: domainId, organizationId, verified, enrollmentMode }: LocalOrganizationDomain,
  { id: userId }: LocalUser,
  emailAddress: string,
  store: LocalStore,
): void {
  if (!verified || store.memberships.find(organizationId, userId)) return;
  const { organizationInvitations, organizationSuggestions } = store.records;
  if (enrollmentMode === 'automatic_invitation') {
    const earlier = organizationInvitations
      .by('emailAddress', emailAddress)
      .some(invitation => invitation.organizationId === organizationId);
    if (earlier) return;
    organizationInvitations.add({
      organizationId,
      emailAddress,
      role: defaultRole(store),
      inviterId: null,
      status: 'pending',
      publicMetadata: {},
      privateMetadata: {},
      redirectUrl: null,
      ticket: newTicket(),
      expiresAt: null,
      domainId,
    });
  }
  if (enrollmentMode === 'automatic_suggestion') {
    const earlier = organizationSuggestions
      .by('users', userId)
      .some(suggestion => suggestion.organizationId === organizationId);
    if (!earlier) organizationSuggestions.add({ organizationId, domainId, userId, status: 'pending' });
  }
}

/** The role of members who join by a domain. */
export function defaultRole(store: LocalStore): string {
  return settingsOf(store, 'organization').domainsDefaultRole as string;
}
