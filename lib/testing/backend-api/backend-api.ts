import type { BackendApiCalls } from '../generated/calls.js';
import { BACKEND_API_OPERATIONS, SDK_OPERATIONS } from '../generated/operations.js';
import { json } from '../http/api-answer.js';
import type { ApiCall } from '../http/api-call.js';
import type { ApiDefinition } from '../http/local-api.js';
import { OperationRouter } from '../http/operation-router.js';
import type { LocalInstance } from '../local-instance.js';
import { secretKeyInvalid } from '../api-errors.js';
import { getHandshakePayload } from './clients.js';
import * as machineTokens from './machine-tokens.js';
import * as organizations from './organizations.js';
import { refreshSession } from './session-refresh.js';
import * as sessions from './sessions.js';
import * as users from './users.js';

type BackendApiOperation = keyof BackendApiCalls;

const OPERATIONS = [...BACKEND_API_OPERATIONS, ...SDK_OPERATIONS].map(
  ({ method, path, name }) => [method, path, name] as const,
);

/** Clerk's Backend API. An operation that has no handler answers 501 with its name. */
export const BACKEND_API: ApiDefinition<BackendApiOperation> = {
  router: new OperationRouter<BackendApiOperation>('/v1', OPERATIONS),
  authenticate,
  handlers: {
    GetJWKS: (_call, { signingKey }) => json({ keys: [signingKey.publicJwk] }),
    GetHandshakePayload: getHandshakePayload,

    GetUserList: users.getUserList,
    GetUsersCount: users.getUsersCount,
    GetUser: users.getUser,
    CreateUser: users.createUser,
    UpdateUser: users.updateUser,
    UpdateUserMetadata: users.updateUserMetadata,
    ReplaceUserMetadata: users.replaceUserMetadata,
    DeleteUser: users.deleteUser,

    UsersGetOrganizationMemberships: organizations.getUserMemberships,
    GetOrganization: organizations.getOrganization,
    ListOrganizationMemberships: organizations.listOrganizationMemberships,

    GetSessionList: sessions.getSessionList,
    createSession: sessions.createSession,
    GetSession: sessions.getSession,
    RefreshSession: refreshSession,
    RevokeSession: sessions.revokeSession,
    CreateSessionToken: sessions.createSessionToken,
    CreateSessionTokenFromTemplate: sessions.createSessionTokenFromTemplate,

    verifyApiKey: machineTokens.verifyApiKey,
    verifyM2MToken: machineTokens.verifyM2MToken,
    verifyOAuthAccessToken: machineTokens.verifyOAuthAccessToken,
  },
};

const MACHINE_TOKEN_PATH = /^\/(api_keys|m2m_tokens|oauth_applications\/access_tokens)\b/;

/** The machine tokens once more, without a version in the path: that is how `@clerk/backend` and we call them. */
export const UNVERSIONED_BACKEND_API: ApiDefinition<BackendApiOperation> = {
  ...BACKEND_API,
  router: new OperationRouter<BackendApiOperation>(
    '',
    OPERATIONS.filter(([, path]) => MACHINE_TOKEN_PATH.test(path)),
  ),
};

function authenticate(call: ApiCall, instance: LocalInstance, operation: BackendApiOperation): void {
  const credential = call.header('authorization');
  if (credential === `Bearer ${instance.secretKey}`) return;
  if (operation === 'verifyM2MToken' && credential === `Bearer ${instance.machineSecretKey}`) return;
  throw secretKeyInvalid();
}
