import { decodeFields, type FieldMap, optional, withDefault } from '../transport/decode.js';

/** What a session can be. */
export type SessionStatus =
  'abandoned' | 'active' | 'ended' | 'expired' | 'pending' | 'removed' | 'replaced' | 'revoked';

/** Where a session was last used from. */
export class SessionActivity {
  declare readonly id: string;
  declare readonly isMobile: boolean;
  declare readonly ipAddress: string | undefined;
  declare readonly city: string | undefined;
  declare readonly country: string | undefined;
  declare readonly browserVersion: string | undefined;
  declare readonly browserName: string | undefined;
  declare readonly deviceType: string | undefined;

  /** Reads the API's JSON. */
  static fromJSON(json: unknown): SessionActivity {
    return decodeFields(new SessionActivity(), json, SESSION_ACTIVITY_FIELDS);
  }
}

/**
 * A period of a user's being signed in, in one browser or app.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-session
 */
export class Session {
  declare readonly id: string;
  /** The browser or app that it belongs to. */
  declare readonly clientId: string;
  declare readonly userId: string;
  /** One of {@link SessionStatus}; text, so that a new one is no error. */
  declare readonly status: string;
  /** Milliseconds since 1970. */
  declare readonly lastActiveAt: number;
  /** When it ends: milliseconds since 1970. */
  declare readonly expireAt: number;
  /** When it is abandoned if it is not used: milliseconds since 1970. */
  declare readonly abandonAt: number;
  /** Milliseconds since 1970. */
  declare readonly createdAt: number;
  /** Milliseconds since 1970. */
  declare readonly updatedAt: number;
  declare readonly lastActiveOrganizationId: string | undefined;
  declare readonly latestActivity: SessionActivity | undefined;
  /** Who acts as the user, if someone does. */
  declare readonly actor: Record<string, unknown> | null;
  /** What the user has still to do before the session is active. */
  declare readonly tasks: { key: string }[] | null | undefined;

  /** Reads the API's JSON. */
  static fromJSON(json: unknown): Session {
    return decodeFields(new Session(), json, SESSION_FIELDS);
  }
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
  latestActivity: ['latest_activity', optional(SessionActivity.fromJSON)],
  actor: ['actor', withDefault<Record<string, unknown> | null>(() => null)],
  tasks: 'tasks',
};
