import { json } from '../http/api-answer.js';
import type { OperationCall, OperationHandler } from '../http/local-api.js';
import { parameterError, parametersInvalid } from '../api-errors.js';
import { issueSessionToken, issueTemplateToken } from '../tokens/session-token.js';
import { outOfBounds, pageOf, readBodyParameters, refuseOtherQueryParameters } from './parameters.js';
import { sessionJson } from './session-json.js';

/** Seconds; from half a minute to ten years. */
const TOKEN_LIFETIME = { min: 30, max: 315_360_000 };

export const getSessionList: OperationHandler = (call, { store }) => {
  const { query } = call;
  refuseOtherQueryParameters(call, ['user_id', 'client_id', 'status', 'limit', 'offset', 'paginated']);
  const filter = {
    userId: query.get('user_id') ?? undefined,
    clientId: query.get('client_id') ?? undefined,
    status: query.get('status') ?? undefined,
  };
  if (filter.userId === undefined && filter.clientId === undefined) {
    throw parametersInvalid(
      parameterError('form_param_missing', 'user_id', 'must be given, unless client_id is'),
    );
  }
  const sessions = store.sessions.list(filter);
  const data = pageOf(sessions, query).map(sessionJson);
  return json(query.get('paginated') === 'true' ? { data, total_count: sessions.length } : data);
};

export const createSession: OperationHandler = (call, { store }) => {
  const { userId, activeOrganizationId } = readBodyParameters(call, {
    user_id: 'string',
    active_organization_id: 'string',
  } as const);
  if (userId == null)
    throw parametersInvalid(parameterError('form_param_missing', 'user_id', 'must be given'));
  if (activeOrganizationId != null) store.organizations.get(activeOrganizationId);
  return json(sessionJson(store.sessions.create({ userId, activeOrganizationId })));
};

export const getSession: OperationHandler = (call, { store }) =>
  json(sessionJson(store.sessions.get(sessionId(call))));

export const revokeSession: OperationHandler = (call, { store }) =>
  json(sessionJson(store.sessions.revoke(sessionId(call))));

export const createSessionToken: OperationHandler = async (call, instance) => {
  const { id, userId } = instance.store.sessions.get(sessionId(call));
  const expiresIn = readLifetime(call);
  return json({
    object: 'token',
    jwt: await issueSessionToken(instance, { userId, sessionId: id, expiresIn }),
  });
};

export const createSessionTokenFromTemplate: OperationHandler = async (call, instance) => {
  const session = instance.store.sessions.get(sessionId(call));
  const templateName = call.pathParameters.template_name ?? '';
  return json({
    object: 'token',
    jwt: await issueTemplateToken(instance, session, templateName, readLifetime(call)),
  });
};

function readLifetime(call: OperationCall): number | undefined {
  const { expiresInSeconds } = readBodyParameters(call, { expires_in_seconds: 'integer' } as const);
  if (expiresInSeconds == null) return undefined;
  if (expiresInSeconds < TOKEN_LIFETIME.min || expiresInSeconds > TOKEN_LIFETIME.max) {
    throw outOfBounds('expires_in_seconds', TOKEN_LIFETIME);
  }
  return expiresInSeconds;
}

function sessionId({ pathParameters }: OperationCall): string {
  return pathParameters.session_id ?? '';
}
