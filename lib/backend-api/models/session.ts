import { decodeFields, type FieldMap, ifPresent, withDefault } from '../transport/decode.js';

/** The status of a session. */
export type SessionStatus =
  'abandoned' | 'active' | 'ended' | 'expired' | 'pending' | 'removed' | 'replaced' | 'revoked';

/** The last activity of a session. */
export class SessionActivity {
  declare readonly id: string;
  declare readonly isMobile: boolean;
  declare readonly ipAddress: string | undefined;
  declare readonly city: string | undefined;
  declare readonly country: string | undefined;
  declare readonly browserVersion: string | undefined;
  declare readonly browserName: string | undefined;
  declare readonly deviceType: string | undefined;

  /** Decodes the JSON of the Backend API. */
  static fromJSON(json: unknown): SessionActivity {
    return decodeFields(new SessionActivity(), json, SESSION_ACTIVITY_FIELDS);
  }
}

/**
 * A session: the time in which a user is signed in to one browser or app.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-session
 */
export class Session {
  declare readonly id: string;
  /** The ID of the browser or app that the session belongs to. */
  declare readonly clientId: string;
  declare readonly userId: string;
  /** A {@link SessionStatus}. The type is `string`, so that code compiles when Clerk adds a status. */
  declare readonly status: string;
  /** Unix time in milliseconds. */
  declare readonly lastActiveAt: number;
  /** The time at which the session expires: Unix time in milliseconds. */
  declare readonly expireAt: number;
  /** The time at which an unused session is abandoned: Unix time in milliseconds. */
  declare readonly abandonAt: number;
  /** Unix time in milliseconds. */
  declare readonly createdAt: number;
  /** Unix time in milliseconds. */
  declare readonly updatedAt: number;
  declare readonly lastActiveOrganizationId: string | undefined;
  declare readonly latestActivity: SessionActivity | undefined;
  /** The actor, if another user impersonates this user. */
  declare readonly actor: Record<string, unknown> | null;
  /** The tasks that the user must complete before the session is active. */
  declare readonly tasks: { key: string }[] | null | undefined;

  /** Decodes the JSON of the Backend API. */
  static fromJSON(json: unknown): Session {
    return decodeFields(new Session(), json, SESSION_FIELDS);
  }
}

/** The JSON of {@link SessionActivity}. */
export interface SessionActivityJSON {
  object: string;
  id: string;
  device_type?: string;
  is_mobile: boolean;
  browser_name?: string;
  browser_version?: string;
  ip_address?: string;
  city?: string;
  country?: string;
}

/** The JSON of {@link Session}. */
export interface SessionJSON {
  object: 'session';
  id: string;
  client_id: string;
  user_id: string;
  status: string;
  last_active_organization_id?: string;
  actor: Record<string, unknown> | null;
  latest_activity?: SessionActivityJSON;
  tasks?: { key: string }[] | null;
  last_active_at: number;
  expire_at: number;
  abandon_at: number;
  created_at: number;
  updated_at: number;
}

const SESSION_ACTIVITY_FIELDS: FieldMap<SessionActivity> = {
  id: 'id',
  isMobile: 'is_mobile',
  ipAddress: 'ip_address',
  city: 'city',
  country: 'country',
  browserVersion: 'browser_version',
  browserName: 'browser_name',
  deviceType: 'device_type',
};

const SESSION_FIELDS: FieldMap<Session> = {
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
  latestActivity: ['latest_activity', ifPresent(SessionActivity.fromJSON)],
  actor: ['actor', withDefault<Record<string, unknown> | null>(() => null)],
  tasks: 'tasks',
};
