/** A session as the Backend API answers it. @see https://clerk.com/docs/reference/backend-api/model/session */
export function sessionJson(session) {
  return {
    object: 'session',
    id: session.id,
    user_id: session.userId,
    client_id: session.clientId,
    actor: session.actor,
    status: session.status,
    tasks: session.status === 'pending' ? [{ key: 'choose-organization' }] : null,
    last_active_organization_id: session.activeOrganizationId,
    last_active_at: session.lastActiveAt,
    latest_activity: null,
    expire_at: session.expireAt,
    abandon_at: session.abandonAt,
    created_at: session.createdAt,
    updated_at: session.updatedAt,
  };
}
