import { json } from '../http/api-answer.js';
import type { OperationCall, OperationHandler } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalSession } from '../store/records.js';
import { issueTemplateToken } from '../tokens/session-token.js';
import { activityJson } from './session-activity.js';
import { wrapped } from './answers.js';
import { originOf, requireCaller, requireSession } from './caller.js';
import { baseSessionJson, detailedSessionJson, sessionJson, sessionTokenFor } from './client-json.js';
import { organizationNotFoundOrUnauthorized } from './errors.js';
import { nullableText } from './parameters.js';
import { resourceNotFound } from '../api-errors.js';

export const getSession: OperationHandler = async (call, instance) => {
  const { browser, session } = requireSession(call, instance);
  return wrapped(await sessionJson(session, instance, originOf(call, instance)), browser, call, instance);
};

/** Activates a session of the browser, and an organization of the session; an empty one is the personal account. */
export const touchSession: OperationHandler = async (call, instance) => {
  const { browser, session } = requireSession(call, instance);
  const { sessions } = instance.store;
  const organizationId = nullableText(call.body, 'active_organization_id');
  if (organizationId !== undefined) {
    sessions.activateOrganization(session.id, memberOf(organizationId, session, instance));
  }
  browser.selectSession(session.id);
  const touched = sessions.touch(session.id);
  return wrapped(await sessionJson(touched, instance, originOf(call, instance)), browser, call, instance);
};

export const endSession: OperationHandler = (call, instance) => close(call, instance, 'ended');

export const removeSession: OperationHandler = (call, instance) => close(call, instance, 'removed');

/** The response is the bare token. An organization in the body applies to one tab, and does not change the session. */
export const createSessionToken: OperationHandler = async (call, instance) => {
  const { session } = requireSession(call, instance);
  const wanted = nullableText(call.body, 'organization_id');
  const organizationId = wanted === undefined ? undefined : memberOf(wanted, session, instance);
  instance.store.sessions.touch(session.id);
  const jwt = await sessionTokenFor(session, instance, originOf(call, instance), organizationId);
  return json({ object: 'token', jwt });
};

export const createSessionTokenFromTemplate: OperationHandler = async (call, instance) => {
  const { session } = requireSession(call, instance);
  const authorizedParty = originOf(call, instance);
  const templateName = call.pathParameters.template_name ?? '';
  const jwt = await issueTemplateToken(instance, session, templateName, { authorizedParty });
  return json({ object: 'token', jwt });
};

/** The sessions of the user in any browser, as a list without an envelope. */
export const getActiveSessions: OperationHandler = (call, instance) => {
  const { user } = requireCaller(call, instance);
  const sessions = instance.store.sessions.list({ userId: user.id, status: 'active' });
  return json(sessions.map(session => withActivity(session, instance)));
};

export const getAllSessions: OperationHandler = (call, instance) => {
  const { user } = requireCaller(call, instance);
  const sessions = instance.store.sessions.list({ userId: user.id });
  return json(
    sessions.map(session => ({
      ...detailedSessionJson(session, instance),
      ...withActivity(session, instance),
    })),
  );
};

/** Ends a session of the user in another browser. */
export const revokeSession: OperationHandler = async (call, instance) => {
  const { browser, user } = requireCaller(call, instance);
  const { sessions } = instance.store;
  const id = call.pathParameters.session_id ?? '';
  if (sessions.find(id)?.userId !== user.id) throw resourceNotFound('session', 'id', id);
  const revoked = sessions.revoke(id);
  return wrapped(await sessionJson(revoked, instance, originOf(call, instance)), browser, call, instance);
};

async function close(call: OperationCall, instance: LocalInstance, status: 'ended' | 'removed') {
  const { browser, session } = requireSession(call, instance);
  const closed = instance.store.sessions.end(session.id, status);
  return wrapped(await sessionJson(closed, instance, originOf(call, instance)), browser, call, instance);
}

function memberOf(
  idOrSlug: string | null,
  { userId }: LocalSession,
  { store }: LocalInstance,
): string | null {
  if (idOrSlug === null) return null;
  const organization = store.organizations
    .list()
    .find(({ id, slug }) => id === idOrSlug || slug === idOrSlug);
  if (!organization || !store.memberships.find(organization.id, userId)) {
    throw organizationNotFoundOrUnauthorized();
  }
  return organization.id;
}

function withActivity(session: LocalSession, { store }: LocalInstance): Record<string, unknown> {
  return { ...baseSessionJson(session), latest_activity: activityJson(session, store) };
}
