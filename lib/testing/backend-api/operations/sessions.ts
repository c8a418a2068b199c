import { apiError, parameterError, parametersInvalid } from '../../api-errors.js';
import { isRejection } from '../../../tokens/jwt.js';
import { localKeySource } from '../../../tokens/key-source.js';
import { TokenVerifier } from '../../../tokens/token-verifier.js';
import { issueSessionToken, issueTemplateToken } from '../../tokens/session-token.js';
import type { BackendApiHandlers } from '../handlers.js';
import { pageOf } from '../lists.js';
import { sessionView } from '../views/session.js';

export const SESSIONS: BackendApiHandlers = {
  GetSessionList: ({ query }, { store }) => {
    const { userId, clientId, status } = query;
    if (userId === undefined && clientId === undefined) {
      throw parametersInvalid(
        parameterError('form_param_missing', 'user_id', 'must be included, unless client_id is'),
      );
    }
    return pageOf(store.sessions.list({ userId, clientId, status }), query, sessionView);
  },

  createSession: ({ body }, { store, instanceType }) => {
    if (instanceType === 'production') {
      const longMessage = 'Request only valid for development instances.';
      throw apiError(400, 'request_invalid_for_environment', 'Invalid request for environment', longMessage);
    }
    const { userId, activeOrganizationId } = body;
    if (activeOrganizationId != null) store.organizations.get(activeOrganizationId);
    return sessionView(store.sessions.create({ userId, activeOrganizationId }));
  },

  GetSession: ({ path }, { store }) => sessionView(store.sessions.get(path.sessionId)),

  RevokeSession: ({ path }, { store }) => sessionView(store.sessions.revoke(path.sessionId)),

  /** The token is a session token of the session. */
  VerifySession: async ({ path, body }, { store, signingKey }) => {
    const session = store.sessions.get(path.sessionId);
    const verifier = new TokenVerifier(localKeySource(signingKey.publicPem));
    const candidate = verifier.decode(body.token);
    const isValid = !isRejection(candidate) && (await verifier.verifySignature(candidate)) === undefined;
    if (!isValid || candidate.jwt.claims.sid !== session.id) {
      const longMessage = 'The token provided could not be successfully verified';
      throw apiError(400, 'invalid_session_token', 'Invalid session token', longMessage);
    }
    return sessionView(session);
  },

  CreateSessionToken: async ({ path, body }, instance) => {
    const { id: sessionId, userId } = instance.store.sessions.get(path.sessionId);
    const expiresIn = body.expiresInSeconds ?? undefined;
    return { jwt: await issueSessionToken(instance, { userId, sessionId, expiresIn }) };
  },

  CreateSessionTokenFromTemplate: async ({ path, body }, instance) => {
    const session = instance.store.sessions.get(path.sessionId);
    const expiresIn = body.expiresInSeconds ?? undefined;
    return { jwt: await issueTemplateToken(instance, session, path.templateName, { expiresIn }) };
  },
};
