declare global {
  /**
   * The custom claims of your session tokens. Redeclare it in the global namespace to type `sessionClaims`, as with
   * Clerk's own SDKs.
   *
   * @example
   * ```ts
   * declare global {
   *   interface CustomJwtSessionClaims {
   *     metadata: { onboardingComplete?: boolean };
   *   }
   * }
   * ```
   */
  interface CustomJwtSessionClaims {}

  /**
   * The roles and permissions of your organizations. Redeclare it in the global namespace to restrict `has()`,
   * `orgRole` and `orgPermissions` to them.
   *
   * @example
   * ```ts
   * declare global {
   *   interface ClerkAuthorization {
   *     permission: 'org:invoices:create' | 'org:invoices:delete';
   *     role: 'org:admin' | 'org:member';
   *   }
   * }
   * ```
   */
  interface ClerkAuthorization {}
}

/** A key of a role, such as `org:admin`. */
export type OrganizationCustomRoleKey = ClerkAuthorization extends { role: infer Role extends string }
  ? Role
  : string;

/** A key of a permission, such as `org:invoices:create`. */
export type OrganizationCustomPermissionKey = ClerkAuthorization extends {
  permission: infer Permission extends string;
}
  ? Permission
  : string;

/** `pending` is a signed-in user with a task to complete first, such as choosing an organization. */
export type SessionStatusClaim = 'active' | 'pending';

/** The actor of an impersonated session. @see https://www.rfc-editor.org/rfc/rfc8693#section-4.1 */
export interface ActClaim {
  /** The id of the acting user or agent. */
  sub: string;
  type?: 'agent';
  [claim: string]: unknown;
}

/** The claims of every session token. */
export interface RegisteredClaims {
  /** Issuer: the Frontend API of the instance, as a URL. */
  iss: string;
  /** The user id. */
  sub: string;
  /** The session id. */
  sid: string;
  /** Not valid before: seconds since 1970. */
  nbf: number;
  /** Expiry: seconds since 1970. */
  exp: number;
  /** Issued at: seconds since 1970. */
  iat: number;
  /** The origin of the page that requested the token. */
  azp?: string;
  act?: ActClaim;
  /** Minutes since the first and the second factor were last verified; -1 for a factor that is not enrolled. */
  fva?: [firstFactorAge: number, secondFactorAge: number];
  sts?: SessionStatusClaim;
  [claim: string]: unknown;
}

/** The claims of the active organization in session tokens of version 1. */
export interface OrganizationClaimsV1 {
  v?: undefined;
  org_id?: string;
  org_slug?: string;
  org_role?: OrganizationCustomRoleKey;
  org_permissions?: OrganizationCustomPermissionKey[];
}

/** The claims of the active organization in session tokens of version 2: the compact claim `o`. */
export interface OrganizationClaimsV2 {
  v: 2;
  /** Features, each with its scopes: `o:articles,u:beta,uo:export`. */
  fea?: string;
  /** Plans, each with its scope: `u:pro`. */
  pla?: string;
  /** The active organization: id, slug, role, permission names and, per feature, a bitmap of the permissions. */
  o?: { id: string; slg?: string; rol?: string; per?: string; fpm?: string };
  org_id?: never;
  org_slug?: never;
  org_role?: never;
  org_permissions?: never;
}

/**
 * The claims of a session token, of version 1 or 2.
 *
 * @see https://clerk.com/docs/guides/sessions/session-tokens
 */
export type JwtPayload = RegisteredClaims &
  CustomJwtSessionClaims &
  (OrganizationClaimsV1 | OrganizationClaimsV2);
