import type { LocalActor } from '../store/records.js';

/** What {@link LocalClerk.issueSessionToken} takes. Everything but the user has a default. */
export interface SessionTokenOptions {
  /** A user made with `local.users.create()`. */
  userId: string;
  /** A session of that user, made with `local.sessions.create()`. Default: a new one. */
  sessionId?: string;
  /** The active organization; `null` for the personal account. Default: the session's. */
  orgId?: string | null;
  /** With or without `org:`. Default: from the user's membership, or else `org:member`. */
  orgRole?: string;
  /** Default: the organization's. */
  orgSlug?: string;
  /**
   * Such as `org:invoices:create`. Default: from the user's membership, or else none. A version 2 token groups them
   * by feature, so `auth.orgPermissions` may list them in another order.
   */
  orgPermissions?: readonly string[];
  /**
   * What `has({ feature })` finds: `o:dashboard` of the organization, `u:chat` of the user, `ou:search` of both;
   * without a scope, of the organization if there is one. Default: the organization's.
   */
  features?: readonly string[];
  /** What `has({ plan })` finds; scopes as in `features`. Default: the organization's. */
  plans?: readonly string[];
  /** Minutes since the first and the second factor were verified, `-1` for never. Default: the session's. */
  factorVerificationAge?: readonly [number, number];
  /** `pending` while the user has something left to do. Default: the session's, `active` for a new one. */
  sessionStatus?: 'active' | 'pending';
  /** Who is impersonating the user, such as `{ sub: 'user_support' }`. Default: the session's. */
  actor?: LocalActor;
  /** The origin the token was issued to, as `azp`. Default: none. */
  authorizedParty?: string;
  /** The layout of the claims. Default: 2. */
  version?: 1 | 2;
  /** Seconds until it expires; negative for a token that already has. Default: 60. */
  expiresIn?: number;
  /** Claims put over the others; `undefined` removes one. */
  claims?: Readonly<Record<string, unknown>>;
  /** Header parameters put over the others; `undefined` removes one. */
  header?: Readonly<Record<string, unknown>>;
}
