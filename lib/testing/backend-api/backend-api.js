import { BACKEND_API_OPERATIONS } from '../generated/operations.js';
import { json } from '../http/api-answer.js';
import { OperationRouter } from '../http/operation-router.js';
import { secretKeyInvalid } from '../refusals.js';
import * as sessions from './sessions.js';
import * as users from './users.js';
/** Clerk's Backend API. An operation that has no handler answers 501 with its name. */
export const BACKEND_API = {
  router: new OperationRouter('/v1', BACKEND_API_OPERATIONS),
  authenticate(call, instance) {
    if (call.header('authorization') !== `Bearer ${instance.secretKey}`) throw secretKeyInvalid();
  },
  handlers: {
    GetJWKS: (_call, { signingKey }) => json({ keys: [signingKey.publicJwk] }),
    GetUserList: users.getUserList,
    GetUsersCount: users.getUsersCount,
    GetUser: users.getUser,
    CreateUser: users.createUser,
    UpdateUser: users.updateUser,
    UpdateUserMetadata: users.updateUserMetadata,
    ReplaceUserMetadata: users.replaceUserMetadata,
    DeleteUser: users.deleteUser,
    GetSessionList: sessions.getSessionList,
    createSession: sessions.createSession,
    GetSession: sessions.getSession,
    RevokeSession: sessions.revokeSession,
    CreateSessionToken: sessions.createSessionToken,
    CreateSessionTokenFromTemplate: sessions.createSessionTokenFromTemplate,
  },
};
