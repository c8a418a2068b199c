import { newId, randomLettersAndDigits } from '../random.js';
import { Collection } from './collection.js';
import type { CollectionContext } from './collection.js';
import type {
  LocalAgentTask,
  LocalDomain,
  LocalMachine,
  LocalOAuthApplication,
  LocalRedirectUrl,
  LocalSettings,
  LocalTemplate,
  LocalTrustedDevice,
} from './instance-records.js';
import type {
  LocalEmail,
  LocalInvitation,
  LocalOrganizationInvitation,
  LocalRestrictedIdentifier,
  LocalTicket,
  LocalVerificationCode,
  LocalWaitlistEntry,
} from './invitation-records.js';
import type {
  LocalMembershipRequest,
  LocalOrganizationDomain,
  LocalOrganizationSuggestion,
} from './organization-records.js';

export type InstanceCollections = ReturnType<typeof instanceCollections>;

/** The collections whose records have no class of their own. */
export function instanceCollections(context: CollectionContext) {
  return {
    invitations: new Collection<LocalInvitation>(context, {
      name: 'invitations',
      kind: 'invitation',
      newId: () => newId('inv'),
      indexes: { ticket: ({ ticket }) => [ticket], emailAddress: ({ emailAddress }) => [emailAddress] },
      current: expired,
    }),
    organizationInvitations: new Collection<LocalOrganizationInvitation>(context, {
      name: 'organizationInvitations',
      kind: 'invitation',
      newId: () => newId('orginv'),
      owners: { organizations: ({ organizationId }) => organizationId },
      indexes: { ticket: ({ ticket }) => [ticket], emailAddress: ({ emailAddress }) => [emailAddress] },
      current: expired,
    }),
    organizationDomains: new Collection<LocalOrganizationDomain>(context, {
      name: 'organizationDomains',
      kind: 'organization domain',
      newId: () => newId('orgdmn'),
      owners: { organizations: ({ organizationId }) => organizationId },
      indexes: { name: ({ name }) => [name] },
    }),
    organizationSuggestions: new Collection<LocalOrganizationSuggestion>(context, {
      name: 'organizationSuggestions',
      kind: 'organization suggestion',
      newId: () => newId('orgsug'),
      owners: {
        organizations: ({ organizationId }) => organizationId,
        organizationDomains: ({ domainId }) => domainId,
        users: ({ userId }) => userId,
      },
    }),
    membershipRequests: new Collection<LocalMembershipRequest>(context, {
      name: 'membershipRequests',
      kind: 'organization membership request',
      newId: () => newId('orgmemreq'),
      owners: {
        organizations: ({ organizationId }) => organizationId,
        users: ({ userId }) => userId,
      },
    }),
    allowlistIdentifiers: restrictedIdentifiers(context, 'allowlistIdentifiers', 'alid'),
    blocklistIdentifiers: restrictedIdentifiers(context, 'blocklistIdentifiers', 'blid'),
    waitlistEntries: new Collection<LocalWaitlistEntry>(context, {
      name: 'waitlistEntries',
      kind: 'waitlist entry',
      newId: () => newId('wle'),
      indexes: { emailAddress: ({ emailAddress }) => [emailAddress] },
    }),
    signInTokens: tickets(context, 'signInTokens', 'sign in token', 'sit'),
    actorTokens: tickets(context, 'actorTokens', 'actor token', 'act'),
    agentTasks: new Collection<LocalAgentTask>(context, {
      name: 'agentTasks',
      kind: 'agent task',
      newId: () => newId('agt'),
      owners: { users: ({ userId }) => userId },
    }),
    verificationCodes: new Collection<LocalVerificationCode>(context, {
      name: 'verificationCodes',
      kind: 'verification',
      newId: () => newId('ver'),
      indexes: { identifierId: ({ identifierId }) => [identifierId] },
      current: (code, now) =>
        code.status === 'unverified' && code.expireAt <= now ? { ...code, status: 'expired' } : code,
    }),
    emails: new Collection<LocalEmail>(context, {
      name: 'emails',
      kind: 'email',
      newId: () => newId('email'),
      indexes: { idempotencyKey: ({ idempotencyKey }) => (idempotencyKey === null ? [] : [idempotencyKey]) },
    }),
    settings: new Collection<LocalSettings>(context, {
      name: 'settings',
      kind: 'settings',
      newId: () => newId('settings'),
    }),
    domains: new Collection<LocalDomain>(context, {
      name: 'domains',
      kind: 'domain',
      newId: () => newId('dmn'),
      unique: { name: ({ name }) => [name] },
    }),
    redirectUrls: new Collection<LocalRedirectUrl>(context, {
      name: 'redirectUrls',
      kind: 'redirect URL',
      newId: () => newId('ru'),
      indexes: { url: ({ url }) => [url] },
    }),
    templates: new Collection<LocalTemplate>(context, {
      name: 'templates',
      kind: 'template',
      newId: () => newId('tmpl'),
      indexes: { slug: ({ templateType, slug }) => [`${templateType}/${slug}`] },
    }),
    machines: new Collection<LocalMachine>(context, {
      name: 'machines',
      kind: 'machine',
      newId: () => newId('mch'),
      indexes: { secretKey: ({ secretKey }) => [secretKey] },
    }),
    oauthApplications: new Collection<LocalOAuthApplication>(context, {
      name: 'oauthApplications',
      kind: 'OAuth application',
      newId: () => newId('oa'),
      indexes: { clientId: ({ clientId }) => [clientId] },
    }),
    trustedDevices: new Collection<LocalTrustedDevice>(context, {
      name: 'trustedDevices',
      kind: 'trusted device',
      newId: () => newId('tdv'),
      owners: { users: ({ userId }) => userId },
    }),
  };
}

/** The ticket of an invitation or a token: the value of `__clerk_ticket` in its link. */
export function newTicket(): string {
  return `ticket_${randomLettersAndDigits(48)}`;
}

function expired<T extends { status: string; expiresAt: number | null }>(invitation: T, now: number): T {
  return invitation.status === 'pending' && invitation.expiresAt !== null && invitation.expiresAt <= now
    ? { ...invitation, status: 'expired' }
    : invitation;
}

function restrictedIdentifiers(
  context: CollectionContext,
  name: string,
  prefix: string,
): Collection<LocalRestrictedIdentifier> {
  return new Collection(context, {
    name,
    kind: 'identifier',
    newId: () => newId(prefix),
    indexes: { identifier: ({ identifier }) => [identifier] },
  });
}

function tickets(
  context: CollectionContext,
  name: string,
  kind: string,
  prefix: string,
): Collection<LocalTicket> {
  return new Collection(context, {
    name,
    kind,
    newId: () => newId(prefix),
    owners: { users: ({ userId }) => userId },
    indexes: { token: ({ token }) => [token] },
  });
}
