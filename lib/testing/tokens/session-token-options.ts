import type { LocalActor } from '../store/records.js';

/** The options of {@link LocalClerk.issueSessionToken}. Everything but the user has a default. */
export interface SessionTokenOptions {
  /** The id of an existing user. */
  userId: string;
  /** The id of a session of that user. Default: a new one. */
  sessionId?: string;
  /** The active organization; `null` for the personal account. Default: that of the session. */
  orgId?: string | null;
  /** With or without `org:`. Default: that of the user's membership, otherwise `org:member`. */
  orgRole?: string;
  /** Default: that of the organization. */
  orgSlug?: string;
  /**
   * Such as `org:invoices:create`. Default: those of the user's membership. A version 2 token groups them by feature,
   * so `auth.orgPermissions` may list them in another order.
   */
  orgPermissions?: readonly string[];
  /**
   * The values for `has({ feature })`: `o:dashboard` of the organization, `u:chat` of the user, `ou:search` of both;
   * without a scope, of the organization if there is one. Default: those of the organization.
   */
  features?: readonly string[];
  /** The values for `has({ plan })`; scopes as in `features`. Default: those of the organization. */
  plans?: readonly string[];
  /** Minutes since the first and the second factor were verified, `-1` for never. Default: those of the session. */
  factorVerificationAge?: readonly [number, number];
  /** `pending` while the user has a task to complete. Default: that of the session, `active` for a new one. */
  sessionStatus?: 'active' | 'pending';
  /** The actor who impersonates the user, such as `{ sub: 'user_support' }`. Default: that of the session. */
  actor?: LocalActor;
  /** The origin of the page, as `azp`. Default: none. */
  authorizedParty?: string;
  /** The version of the claims. Default: 2. */
  version?: 1 | 2;
  /** Seconds until it expires; negative for an expired one. Default: 60. */
  expiresIn?: number;
  /** Claims that override the others; `undefined` removes one. */
  claims?: Readonly<Record<string, unknown>>;
  /** Header parameters that override the others; `undefined` removes one. */
  header?: Readonly<Record<string, unknown>>;
}
