import { resourceNotFound } from '../api-errors.js';
import { emailAddressView } from '../backend-api/views/user.js';
import { shapedBy } from '../backend-api/wire.js';
import { json } from '../http/api-answer.js';
import type { OperationCall } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalEmailAddress } from '../store/records.js';
import { newEmailAddress } from '../store/user-record.js';
import { wrapped } from './answers.js';
import { requireCaller, requireReverifiedCaller } from './caller.js';
import type { Caller } from './caller.js';
import { parameterMissing, parameterValueInvalid } from './errors.js';
import type { FrontendApiHandlers } from './handlers.js';
import { attemptIdentifier, prepareIdentifier } from './identifier-verifications.js';
import { primaryAfterDeletion, readEmailAddress, rejectLastRequired } from './identifiers.js';
import { requiredText } from './parameters.js';
import { rejectUnverified } from './verification-codes.js';

/** The email addresses of the signed-in user. */
export const EMAIL_ADDRESSES: FrontendApiHandlers = {
  getEmailAddresses: (call, instance) =>
    json(requireCaller(call, instance).user.emailAddresses.map(emailAddressJson)),

  getEmailAddress: (call, instance) => {
    const caller = requireCaller(call, instance);
    return answer(emailAddressInPath(caller, call), caller, call, instance);
  },

  createEmailAddresses: (call, instance) => {
    const { store } = instance;
    const caller = requireReverifiedCaller(call, instance);
    const emailAddress = readEmailAddress(call.body, instance);
    if (emailAddress === undefined) throw parameterMissing('email_address');
    const added = newEmailAddress(emailAddress, store.now(), { verification: null });
    const emailAddresses = [...caller.user.emailAddresses, added];
    store.users.records.update(caller.user.id, { emailAddresses });
    return answer(added, caller, call, instance);
  },

  sendVerificationEmail: (call, instance) => {
    const caller = requireCaller(call, instance);
    const email = emailAddressInPath(caller, call);
    const strategy = requiredText(call.body, 'strategy');
    if (strategy !== 'email_code') throw parameterValueInvalid('strategy', ['email_code']);
    const verification = prepareIdentifier(verifiable(email, caller), strategy, instance);
    return answer(save({ ...email, verification }, caller, instance), caller, call, instance);
  },

  verifyEmailAddress: (call, instance) => {
    const caller = requireCaller(call, instance);
    const email = emailAddressInPath(caller, call);
    const code = requiredText(call.body, 'code');
    const { attempted, verification } = attemptIdentifier(verifiable(email, caller), code, instance);
    const saved = save({ ...email, verification }, caller, instance);
    rejectUnverified(attempted);
    if (caller.user.primaryEmailAddressId === null) {
      instance.store.users.update(caller.user.id, { primaryEmailAddressId: email.id });
    }
    return answer(saved, caller, call, instance);
  },

  DeleteEmailAddress: (call, instance) => {
    const caller = requireReverifiedCaller(call, instance);
    const { user, browser } = caller;
    const { id } = emailAddressInPath(caller, call);
    rejectLastRequired(user.emailAddresses, id, 'email address');
    const emailAddresses = user.emailAddresses.filter(email => email.id !== id);
    const primaryEmailAddressId = primaryAfterDeletion(user.primaryEmailAddressId, emailAddresses);
    instance.store.users.records.update(user.id, { emailAddresses, primaryEmailAddressId });
    return wrapped({ object: 'email_address', id, deleted: true }, browser, call, instance);
  },
};

/** An email address as the Frontend API answers it. */
function emailAddressJson(email: LocalEmailAddress): Record<string, unknown> {
  return shapedBy('EmailAddress', emailAddressView(email));
}

function emailAddressInPath({ user }: Caller, { pathParameters }: OperationCall): LocalEmailAddress {
  const id = pathParameters.email_id ?? '';
  const email = user.emailAddresses.find(candidate => candidate.id === id);
  if (!email) throw resourceNotFound('email address', 'id', id);
  return email;
}

function verifiable({ id, emailAddress, verification }: LocalEmailAddress, { user }: Caller) {
  return { userId: user.id, identifierId: id, value: emailAddress, verification };
}

function save(changed: LocalEmailAddress, { user }: Caller, { store }: LocalInstance): LocalEmailAddress {
  const saved = { ...changed, updatedAt: store.now() };
  const emailAddresses = user.emailAddresses.map(email => (email.id === saved.id ? saved : email));
  store.users.records.update(user.id, { emailAddresses });
  return saved;
}

function answer(email: LocalEmailAddress, { browser }: Caller, call: OperationCall, instance: LocalInstance) {
  return wrapped(emailAddressJson(email), browser, call, instance);
}
