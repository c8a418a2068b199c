import type { OperationCall, OperationHandler } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import type { UpdateLocalUserParams } from '../store/user-record.js';
import { wrapped } from './answers.js';
import { requireCaller } from './caller.js';
import type { Caller } from './caller.js';
import { operationDisabled, passwordIncorrect } from './errors.js';
import { flag, nullableText, object, requiredText, text } from './parameters.js';
import { rejectBadPassword } from './passwords.js';
import { clientUserJson } from './user-json.js';

export const getMe: OperationHandler = (call, instance) =>
  answer(requireCaller(call, instance), call, instance);

export const updateMe: OperationHandler = (call, instance) => {
  const caller = requireCaller(call, instance);
  instance.store.users.update(caller.user.id, readProfile(call.body));
  const unsafeMetadata = object(call.body, 'unsafe_metadata');
  if (unsafeMetadata) instance.store.users.replaceMetadata(caller.user.id, { unsafeMetadata });
  return answer(caller, call, instance);
};

/** Merges into the user's unsafe metadata, the only kind that a browser may write. */
export const updateMyMetadata: OperationHandler = (call, instance) => {
  const caller = requireCaller(call, instance);
  const unsafeMetadata = object(call.body, 'unsafe_metadata');
  if (unsafeMetadata) instance.store.users.updateMetadata(caller.user.id, { unsafeMetadata });
  return answer(caller, call, instance);
};

export const changePassword: OperationHandler = (call, instance) => {
  const caller = requireCaller(call, instance);
  const { users, sessions } = instance.store;
  const { user, session } = caller;
  const password = requiredText(call.body, 'new_password');
  if (user.passwordEnabled && !users.verifyPassword(user.id, text(call.body, 'current_password') ?? '')) {
    throw passwordIncorrect('current_password');
  }
  rejectBadPassword(password, 'new_password');
  users.update(user.id, { password });
  if (flag(call.body, 'sign_out_of_other_sessions') === true) sessions.revokeAll(user.id, session.id);
  return answer(caller, call, instance);
};

export const deleteMe: OperationHandler = (call, instance) => {
  const { user, browser } = requireCaller(call, instance);
  if (!user.deleteSelfEnabled) throw operationDisabled('The user may not delete the account.');
  instance.store.users.delete(user.id);
  return wrapped({ object: 'user', id: user.id, deleted: true }, browser, call, instance);
};

function readProfile(body: OperationCall['body']): UpdateLocalUserParams {
  return {
    username: nullableText(body, 'username'),
    firstName: nullableText(body, 'first_name'),
    lastName: nullableText(body, 'last_name'),
    primaryEmailAddressId: text(body, 'primary_email_address_id'),
    primaryPhoneNumberId: text(body, 'primary_phone_number_id'),
  };
}

function answer({ user, browser }: Caller, call: OperationCall, instance: LocalInstance) {
  const response = clientUserJson(instance.store.users.get(user.id), instance);
  return wrapped(response, browser, call, instance);
}
