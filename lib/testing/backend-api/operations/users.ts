import { apiError, parameterError, parametersInvalid, resourceNotFound } from '../../api-errors.js';
import type { BackendApiCalls } from '../../generated/calls.js';
import type { LocalStore } from '../../store/local-store.js';
import type { LocalUser } from '../../store/records.js';
import { isBase32 } from '../../store/totp.js';
import type { BackendApiHandlers } from '../handlers.js';
import { pageOf, sorted } from '../lists.js';
import { imageOf, userView } from '../views/user.js';
import { filterUsers, USER_ORDERS } from './user-filters.js';

const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD = 72;
const LOCKOUT_MS = 60 * 60 * 1000;

export const USERS: BackendApiHandlers = {
  GetUserList: ({ query }, { store }) => {
    const users = afterCursor(sorted(filterUsers(query, store), USER_ORDERS, query.orderBy), query);
    return pageOf(users, query, user => userView(user, store.now()));
  },

  GetUsersCount: ({ query }, { store }) => ({ totalCount: filterUsers(query, store).length }),

  GetUser: ({ path }, { store }) => userView(store.users.get(path.userId), store.now()),

  CreateUser: ({ body }, { store }) => {
    rejectInvalidCredentials(body, undefined);
    const user = store.users.create({
      ...body,
      username: body.username === '' ? null : body.username,
      publicMetadata: body.publicMetadata,
    });
    return userView(user, store.now());
  },

  UpdateUser: ({ path, body }, { store }) => {
    const user = store.users.get(path.userId);
    rejectInvalidCredentials(body, user);
    const { profileImageId, ...params } = body;
    if (profileImageId != null)
      store.users.records.touch(user.id, { profileImageUrl: uploadedImage(user.id) });
    const updated = store.users.update(user.id, {
      ...params,
      username: params.username === '' ? null : params.username,
    });
    if (params.password != null && params.signOutOfOtherSessions === true) store.sessions.revokeAll(user.id);
    return userView(updated, store.now());
  },

  UpdateUserMetadata: ({ path, body }, { store }) =>
    userView(store.users.updateMetadata(path.userId, body), store.now()),

  ReplaceUserMetadata: ({ path, body }, { store }) =>
    userView(store.users.replaceMetadata(path.userId, body), store.now()),

  DeleteUser: ({ path }, { store }) => {
    const { id, externalId } = store.users.delete(path.userId);
    return { object: 'user', id, deleted: true, externalId: externalId ?? undefined };
  },

  BanUser: ({ path }, { store }) => userView(ban(path.userId, store), store.now()),
  UnbanUser: ({ path }, { store }) => userView(change(path.userId, { banned: false }, store), store.now()),

  UsersBan: ({ body }, { store }) =>
    existing(body.userIds, store).map(id => userView(ban(id, store), store.now())),

  UsersUnban: ({ body }, { store }) =>
    existing(body.userIds, store).map(id => userView(change(id, { banned: false }, store), store.now())),

  LockUser: ({ path }, { store }) => {
    const lockoutExpiresAt = store.now() + LOCKOUT_MS;
    return userView(change(path.userId, { locked: true, lockoutExpiresAt }, store), store.now());
  },

  UnlockUser: ({ path }, { store }) =>
    userView(change(path.userId, { locked: false, lockoutExpiresAt: null }, store), store.now()),

  SetUserProfileImage: ({ path, raw }, { store }) => {
    store.users.get(path.userId);
    rejectMissingFile(raw.body.file);
    const profileImageUrl = uploadedImage(path.userId);
    return userView(change(path.userId, { profileImageUrl }, store), store.now());
  },

  DeleteUserProfileImage: ({ path }, { store }) => {
    if (store.users.get(path.userId).profileImageUrl === null) {
      throw apiError(404, 'image_not_found', 'Image not found');
    }
    return userView(change(path.userId, { profileImageUrl: null }, store), store.now());
  },
};

/** @throws {@link ClerkAPIResponseError} 400 if a multipart body has no file */
export function rejectMissingFile(file: unknown): void {
  if (file instanceof Blob) return;
  throw apiError(
    400,
    'form_param_missing',
    'Image file missing',
    'There was no image file present in the request',
  );
}

/** The URL at which Clerk would serve an upload. Local Clerk does not store the image itself. */
export function uploadedImage(id: string): string {
  return imageOf({ type: 'proxy', src: `https://images.clerk.dev/uploaded/${id}` });
}

function change(userId: string, changes: Partial<LocalUser>, { users }: LocalStore): LocalUser {
  return users.records.update(userId, changes);
}

/** Bans a user and revokes every session of theirs. */
export function ban(userId: string, store: LocalStore): LocalUser {
  const user = change(userId, { banned: true }, store);
  store.sessions.revokeAll(userId);
  return user;
}

/** All or none: no user is changed if one of the ids is unknown. */
function existing(userIds: readonly string[], { users }: LocalStore): readonly string[] {
  const unknown = userIds.find(id => !users.records.has(id));
  if (unknown !== undefined) throw resourceNotFound('user', 'id', unknown);
  return userIds;
}

type Cursor = Pick<BackendApiCalls['GetUserList']['query'], 'startingAfter' | 'orderBy' | 'offset'>;

function afterCursor(users: LocalUser[], { startingAfter, orderBy, offset }: Cursor): LocalUser[] {
  if (startingAfter === undefined) return users;
  if (!/^[+ -]?created_at$/.test(orderBy)) {
    const problem = 'must be created_at when starting_after is present';
    throw parametersInvalid(parameterError('form_conditional_param_value_disallowed', 'order_by', problem));
  }
  if (offset > 0) {
    const problem = 'is not allowed when starting_after is present';
    throw parametersInvalid(parameterError('form_conditional_param_disallowed', 'offset', problem));
  }
  return users.slice(users.findIndex(({ id }) => id === startingAfter) + 1);
}

type Credentials = Partial<
  Pick<
    BackendApiCalls['UpdateUser']['body'],
    'password' | 'passwordDigest' | 'passwordHasher' | 'skipPasswordChecks' | 'totpSecret' | 'username'
  >
>;

function rejectInvalidCredentials(credentials: Credentials, user: LocalUser | undefined): void {
  const { password, passwordDigest, passwordHasher, skipPasswordChecks, totpSecret } = credentials;
  if (passwordDigest != null && passwordHasher == null) {
    const problem = 'is required when password_digest is present';
    throw parametersInvalid(parameterError('form_conditional_param_missing', 'password_hasher', problem));
  }
  if (totpSecret != null && !isBase32(totpSecret)) {
    throw apiError(
      422,
      'invalid_totp_secret_code',
      'invalid TOTP secret',
      'The TOTP secret has to be base32.',
    );
  }
  if (password == null || skipPasswordChecks === true) return;
  if (password.length < SHORTEST_PASSWORD) {
    const problem = `must have ${SHORTEST_PASSWORD} characters or more`;
    throw parametersInvalid(parameterError('form_password_length_too_short', 'password', problem));
  }
  if (password.length > LONGEST_PASSWORD) {
    const problem = `must have ${LONGEST_PASSWORD} characters or less`;
    throw parametersInvalid(parameterError('form_password_length_too_long', 'password', problem));
  }
  if (identifiersOf(user, credentials).includes(password.toLowerCase())) {
    const problem = 'cannot match an identifier of the user';
    throw parametersInvalid(parameterError('form_password_matches_identifier', 'password', problem));
  }
}

function identifiersOf(user: LocalUser | undefined, { username }: Credentials): string[] {
  const emailAddresses = user?.emailAddresses.map(({ emailAddress }) => emailAddress) ?? [];
  return [username ?? user?.username ?? '', ...emailAddresses]
    .filter(identifier => identifier !== '')
    .map(identifier => identifier.toLowerCase());
}
