import { apiError, parameterError, parametersInvalid } from '../../api-errors.js';
import type { LocalInstance } from '../../local-instance.js';
import { newTicket } from '../../store/instance-collections.js';
import type { Collection } from '../../store/collection.js';
import type { LocalRestrictedIdentifier } from '../../store/invitation-records.js';
import type { BackendApiHandlers } from '../handlers.js';
import { pageOf } from '../lists.js';
import { Page } from '../shaping.js';
import { expiryOf } from './tickets.js';

export const RESTRICTIONS: BackendApiHandlers = {
  ListAllowlistIdentifiers: ({ query }, instance) =>
    pageOf(instance.store.records.allowlistIdentifiers.list(), query, identifier =>
      viewIn(instance, identifier),
    ),

  CreateAllowlistIdentifier: ({ body }, instance) => {
    const { records } = instance.store;
    const added = add(records.allowlistIdentifiers, body.identifier, 'allowlist');
    const isInvited = body.notify === true && added.identifierType === 'email_address';
    if (!isInvited) return viewIn(instance, added);
    const invitation = records.invitations.add({
      emailAddress: added.identifier,
      status: 'pending',
      publicMetadata: {},
      redirectUrl: null,
      ticket: newTicket(),
      expiresAt: expiryOf(undefined, instance.store),
      waitlistEntryId: null,
    });
    return viewIn(instance, records.allowlistIdentifiers.update(added.id, { invitationId: invitation.id }));
  },

  DeleteAllowlistIdentifier: ({ path }, { store }) => {
    const { id } = store.records.allowlistIdentifiers.delete(path.identifierId);
    return { object: 'allowlist_identifier', id, deleted: true };
  },

  ListBlocklistIdentifiers: (_call, instance) => {
    const identifiers = instance.store.records.blocklistIdentifiers.list();
    return new Page(
      identifiers.map(identifier => viewIn(instance, identifier)),
      identifiers.length,
    );
  },

  CreateBlocklistIdentifier: ({ body }, instance) =>
    viewIn(instance, add(instance.store.records.blocklistIdentifiers, body.identifier, 'blocklist')),

  DeleteBlocklistIdentifier: ({ path }, { store }) => {
    const { id } = store.records.blocklistIdentifiers.delete(path.identifierId);
    return { object: 'blocklist_identifier', id, deleted: true };
  },
};

function viewIn({ instanceId }: LocalInstance, identifier: LocalRestrictedIdentifier): object {
  return { ...identifier, instanceId, invitationId: identifier.invitationId ?? undefined };
}

function add(
  identifiers: Collection<LocalRestrictedIdentifier>,
  identifier: string,
  list: string,
): LocalRestrictedIdentifier {
  if (identifiers.findBy('identifier', identifier)) {
    const longMessage = `the identifier ${identifier} already exists`;
    throw apiError(400, 'duplicate_record', `duplicate ${list} identifier`, longMessage);
  }
  return identifiers.add({ identifier, identifierType: typeOf(identifier), invitationId: null });
}

/** An email address, a domain of email addresses (`*@example.com`), a phone number, or the address of a wallet. */
function typeOf(identifier: string): LocalRestrictedIdentifier['identifierType'] {
  if (/^[^\s@]+@[^\s@]+$/.test(identifier)) return 'email_address';
  if (/^\+[1-9]\d{4,14}$/.test(identifier)) return 'phone_number';
  if (/^0x[0-9a-f]{40}$/i.test(identifier)) return 'web3_wallet';
  const problem = 'must be an email address, a phone number in E.164 form or a web3 wallet address';
  throw parametersInvalid(parameterError('form_param_format_invalid', 'identifier', problem));
}
