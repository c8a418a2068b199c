import { apiError } from '../api-errors.js';
import { uploadedImage } from '../backend-api/operations/users.js';
import type { OperationCall } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalUser } from '../store/records.js';
import type { UpdateLocalUserParams } from '../store/user-record.js';
import { wrapped } from './answers.js';
import { requireCaller, requireReverifiedCaller } from './caller.js';
import type { Caller } from './caller.js';
import { passwordIncorrect, verificationNeeded } from './errors.js';
import type { FrontendApiHandlers } from './handlers.js';
import { assertUsername, isVerified } from './identifiers.js';
import { flag, nullableText, object, requiredText, text } from './parameters.js';
import { rejectBadPassword, rejectCurrentPassword } from './passwords.js';
import { requiredImage } from './uploads.js';
import { clientUserJson } from './user-json.js';

/** What identifies the user, besides the password; a change of it needs a recent verification. */
const SENSITIVE_FIELDS = ['username', 'primary_email_address_id', 'primary_phone_number_id'];

/** The signed-in user: profile, password and the account itself. */
export const ME: FrontendApiHandlers = {
  getUser: (call, instance) => answer(requireCaller(call, instance), call, instance),

  patchUser: (call, instance) => {
    const isSensitive = SENSITIVE_FIELDS.some(name => Object.hasOwn(call.body, name));
    const caller = (isSensitive ? requireReverifiedCaller : requireCaller)(call, instance);
    if (Object.hasOwn(call.body, 'password')) throw passwordDeprecated();
    instance.store.users.update(caller.user.id, readProfile(call.body, caller.user));
    const unsafeMetadata = object(call.body, 'unsafe_metadata');
    if (unsafeMetadata) instance.store.users.replaceMetadata(caller.user.id, { unsafeMetadata });
    return answer(caller, call, instance);
  },

  /** Merges into the user's unsafe metadata, the only metadata that a browser may write. */
  patchUserMetadata: (call, instance) => {
    const caller = requireCaller(call, instance);
    const unsafeMetadata = object(call.body, 'unsafe_metadata');
    if (unsafeMetadata) instance.store.users.updateMetadata(caller.user.id, { unsafeMetadata });
    return answer(caller, call, instance);
  },

  changePassword: (call, instance) => {
    const caller = requireReverifiedCaller(call, instance);
    const { users, sessions } = instance.store;
    const { user, session } = caller;
    const password = requiredText(call.body, 'new_password');
    const current = text(call.body, 'current_password');
    if (current !== undefined) assertPassword(user, current, instance);
    rejectBadPassword(password, 'new_password');
    rejectCurrentPassword(password, user, instance);
    users.update(user.id, { password });
    if (flag(call.body, 'sign_out_of_other_sessions') === true) sessions.revokeAll(user.id, session.id);
    return answer(caller, call, instance);
  },

  /** Always rejected: the settings of the instance require a password. */
  removePassword: (call, instance) => {
    const { user } = requireReverifiedCaller(call, instance);
    if (!user.passwordEnabled) {
      throw apiError(400, 'no_password_set', 'no password set', 'The user does not have a password.');
    }
    assertPassword(user, requiredText(call.body, 'current_password'), instance);
    const longMessage = 'The instance requires a password, so that of the user cannot be removed.';
    throw apiError(400, 'password_required', 'password required', longMessage);
  },

  updateProfileImage: (call, instance) => {
    const { browser, user } = requireCaller(call, instance);
    requiredImage(call.body);
    const profileImageUrl = uploadedImage(user.id);
    instance.store.users.records.update(user.id, { profileImageUrl });
    const response = { object: 'image', id: user.id, name: user.id, public_url: profileImageUrl };
    return wrapped(response, browser, call, instance);
  },

  deleteProfileImage: (call, instance) => {
    const { browser, user } = requireCaller(call, instance);
    if (user.profileImageUrl === null) throw apiError(404, 'image_not_found', 'Image not found');
    instance.store.users.records.update(user.id, { profileImageUrl: null });
    return wrapped({ object: 'image', id: user.id, deleted: true }, browser, call, instance);
  },

  deleteUser: (call, instance) => {
    const { user, browser } = requireReverifiedCaller(call, instance);
    if (!user.deleteSelfEnabled) {
      const longMessage = 'The user may not delete the account.';
      throw apiError(403, 'user_delete_self_not_enabled', 'delete self not enabled', longMessage);
    }
    instance.store.users.delete(user.id);
    return wrapped({ object: 'user', id: user.id, deleted: true }, browser, call, instance);
  },
};

/** @throws {@link ClerkAPIResponseError} 422 for a value that the user cannot have */
function readProfile(body: OperationCall['body'], user: LocalUser): UpdateLocalUserParams {
  const username = nullableText(body, 'username');
  if (username != null) assertUsername(username);
  const primaryEmailAddressId = text(body, 'primary_email_address_id');
  const primaryPhoneNumberId = text(body, 'primary_phone_number_id');
  for (const identifier of [...user.emailAddresses, ...user.phoneNumbers]) {
    const isChosen = identifier.id === primaryEmailAddressId || identifier.id === primaryPhoneNumberId;
    if (isChosen && !isVerified(identifier)) throw verificationNeeded();
  }
  return {
    username,
    firstName: nullableText(body, 'first_name'),
    lastName: nullableText(body, 'last_name'),
    primaryEmailAddressId,
    primaryPhoneNumberId,
  };
}

function assertPassword({ id }: LocalUser, password: string, { store }: LocalInstance): void {
  if (!store.users.verifyPassword(id, password)) throw passwordIncorrect('current_password');
}

function passwordDeprecated(): Error {
  const longMessage = 'The password can be changed with /v1/me/change_password only.';
  return apiError(403, 'updating_user_password_deprecated', 'deprecated feature', longMessage);
}

function answer({ user, browser }: Caller, call: OperationCall, instance: LocalInstance) {
  const response = clientUserJson(instance.store.users.get(user.id), instance);
  return wrapped(response, browser, call, instance);
}
