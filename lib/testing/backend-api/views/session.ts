import type { LocalStore } from '../../store/local-store.js';
import type { LocalClient, LocalSession } from '../../store/records.js';

/** The Backend API's JSON of a session. @see https://clerk.com/docs/reference/backend-api/model/session */
export function sessionView(session: LocalSession): object {
  return {
    ...session,
    tasks: session.status === 'pending' ? [{ key: 'choose-organization' }] : null,
    lastActiveOrganizationId: session.activeOrganizationId,
    latestActivity: null,
  };
}

/** The Backend API's JSON of a client, with its sessions. */
export function clientView(client: LocalClient, { sessions }: LocalStore): object {
  const own = sessions.list({ clientId: client.id });
  const { attempt } = client;
  return {
    ...client,
    sessions: own.map(sessionView),
    sessionIds: own.map(({ id }) => id),
    signInId: attempt?.kind === 'sign_in' ? attempt.id : null,
    signUpId: attempt?.kind === 'sign_up' ? attempt.id : null,
  };
}
