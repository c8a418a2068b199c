import { invitationView } from '../backend-api/operations/organization-invitations.js';
import { membershipJson, organizationJson, shapedBy, userJson } from '../backend-api/wire.js';
import { sessionView } from '../backend-api/views/session.js';
import { publicOrganizationData } from '../backend-api/views/organization.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalChange } from '../store/changes.js';

/** The `data` of the event that Clerk sends for a change. */
export function eventData(change: LocalChange, instance: LocalInstance): unknown {
  const { store } = instance;
  switch (change.type) {
    case 'user.deleted': {
      const { id, externalId } = change.record;
      return { object: 'user', id, deleted: true, ...(externalId !== null && { external_id: externalId }) };
    }
    case 'user.created':
    case 'user.updated':
      return userJson(change.record, store);
    case 'organization.deleted':
      return { object: 'organization', id: change.record.id, slug: change.record.slug, deleted: true };
    case 'organization.created':
    case 'organization.updated':
      return organizationJson(change.record, store);
    case 'organizationMembership.created':
    case 'organizationMembership.updated':
    case 'organizationMembership.deleted':
      return membershipJson(change.record, store);
    case 'organizationInvitation.created':
    case 'organizationInvitation.accepted':
    case 'organizationInvitation.revoked': {
      const { record } = change;
      const [user] = store.users
        .list()
        .filter(({ emailAddresses }) =>
          emailAddresses.some(({ emailAddress }) => emailAddress === record.emailAddress),
        );
      return {
        ...shapedBy('OrganizationInvitation', invitationView(record, instance)),
        ...(change.type === 'organizationInvitation.accepted' && { user_id: user?.id }),
        data: {
          public_organization_data: shapedBy(
            'OrganizationInvitationPublicOrganizationData',
            publicOrganizationData(store.organizations.get(record.organizationId)),
          ),
        },
      };
    }
    default: {
      const { record } = change;
      const user = store.users.get(record.userId);
      return { ...shapedBy('Session', sessionView(record)), user: userJson(user, store) };
    }
  }
}
