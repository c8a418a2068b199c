import { json } from '../http/api-answer.js';
import type { OperationCall, OperationHandler } from '../http/local-api.js';
import { parameterError, parametersInvalid } from '../api-errors.js';
import { pageOf, readBodyParameters } from './parameters.js';
import type { ParameterKinds } from './parameters.js';
import { filterUsers, sortUsers } from './user-filters.js';
import { userJson } from './user-json.js';

const METADATA = {
  public_metadata: 'metadata',
  private_metadata: 'metadata',
  unsafe_metadata: 'metadata',
} as const satisfies ParameterKinds;

const CREATE_AND_UPDATE = {
  external_id: 'string',
  first_name: 'string',
  last_name: 'string',
  username: 'string',
  locale: 'string',
  password: 'string',
  skip_password_checks: 'boolean',
  skip_legal_checks: 'boolean',
  delete_self_enabled: 'boolean',
  create_organization_enabled: 'boolean',
  create_organizations_limit: 'integer',
  bypass_client_trust: 'boolean',
  legal_accepted_at: 'date',
  created_at: 'date',
  password_digest: 'unsupported',
  password_hasher: 'unsupported',
  totp_secret: 'unsupported',
  backup_codes: 'unsupported',
} as const satisfies ParameterKinds;

const CREATE = {
  ...CREATE_AND_UPDATE,
  ...METADATA,
  email_address: 'strings',
  phone_number: 'strings',
  skip_password_requirement: 'boolean',
  skip_user_requirement: 'boolean',
  banned: 'boolean',
  locked: 'boolean',
  web3_wallet: 'unsupported',
  email_address_identification_status: 'unsupported',
  phone_number_identification_status: 'unsupported',
} as const satisfies ParameterKinds;

const UPDATE = {
  ...CREATE_AND_UPDATE,
  primary_email_address_id: 'string',
  primary_phone_number_id: 'string',
  notify_primary_email_address_changed: 'boolean',
  sign_out_of_other_sessions: 'boolean',
  primary_web3_wallet_id: 'unsupported',
  profile_image_id: 'unsupported',
} as const satisfies ParameterKinds;

const SHORTEST_PASSWORD = 8;

export const getUserList: OperationHandler = (call, { store }) => {
  const users = sortUsers(filterUsers(call, store), call.query);
  return json(pageOf(users, call.query).map(userJson));
};

export const getUsersCount: OperationHandler = (call, { store }) =>
  json({ object: 'total_count', total_count: filterUsers(call, store).length });

export const getUser: OperationHandler = (call, { store }) => json(userJson(store.users.get(userId(call))));

export const createUser: OperationHandler = (call, { store }) => {
  const params = readBodyParameters(call, CREATE);
  refuseShortPassword(params);
  return json(userJson(store.users.create(params)));
};

export const updateUser: OperationHandler = (call, { store }) => {
  const id = userId(call);
  const params = readBodyParameters(call, UPDATE);
  refuseShortPassword(params);
  const user = store.users.update(id, params);
  if (params.password != null && params.signOutOfOtherSessions === true) {
    for (const session of store.sessions.list({ userId: id })) store.sessions.revoke(session.id);
  }
  return json(userJson(user));
};

export const updateUserMetadata: OperationHandler = (call, { store }) =>
  json(userJson(store.users.updateMetadata(userId(call), readBodyParameters(call, METADATA))));

export const replaceUserMetadata: OperationHandler = (call, { store }) =>
  json(userJson(store.users.replaceMetadata(userId(call), readBodyParameters(call, METADATA))));

export const deleteUser: OperationHandler = (call, { store }) => {
  const { id, externalId } = store.users.delete(userId(call));
  return json({ object: 'user', id, deleted: true, ...(externalId !== null && { external_id: externalId }) });
};

function userId({ pathParameters }: OperationCall): string {
  return pathParameters.user_id ?? '';
}

function refuseShortPassword(params: {
  password?: string | null;
  skipPasswordChecks?: boolean | null;
}): void {
  const { password, skipPasswordChecks } = params;
  if (password == null || password.length >= SHORTEST_PASSWORD || skipPasswordChecks === true) return;
  throw parametersInvalid(
    parameterError(
      'form_password_length_too_short',
      'password',
      `must have ${SHORTEST_PASSWORD} characters or more`,
    ),
  );
}
