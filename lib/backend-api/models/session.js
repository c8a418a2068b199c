import { decodeFields, optional, withDefault } from '../decode.js';
/** Where a session was last used from. */
export class SessionActivity {
  /** Reads the API's JSON. */
  static fromJSON(json) {
    return decodeFields(new SessionActivity(), json, SESSION_ACTIVITY_FIELDS);
  }
}
/**
 * A period of a user's being signed in, in one browser or app.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-session
 */
export class Session {
  /** Reads the API's JSON. */
  static fromJSON(json) {
    return decodeFields(new Session(), json, SESSION_FIELDS);
  }
}
const SESSION_ACTIVITY_FIELDS = {
  id: 'id',
  isMobile: 'is_mobile',
  ipAddress: 'ip_address',
  city: 'city',
  country: 'country',
  browserVersion: 'browser_version',
  browserName: 'browser_name',
  deviceType: 'device_type',
};
const SESSION_FIELDS = {
  id: 'id',
  clientId: 'client_id',
  userId: 'user_id',
  status: 'status',
  lastActiveAt: 'last_active_at',
  expireAt: 'expire_at',
  abandonAt: 'abandon_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  lastActiveOrganizationId: 'last_active_organization_id',
  latestActivity: ['latest_activity', optional(SessionActivity.fromJSON)],
  actor: ['actor', withDefault(() => null)],
  tasks: 'tasks',
};
