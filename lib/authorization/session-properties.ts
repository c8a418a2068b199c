import type { UnverifiedClaims } from '../tokens/jwt.js';
import type { AuthorizationFacts } from './has.js';
import { compactPermissions, listedPermissions, NO_PERMISSIONS } from './organization-permissions.js';
import type { OrganizationPermissions, Permissions } from './organization-permissions.js';
import type { ActClaim, OrganizationCustomRoleKey, SessionStatusClaim } from './session-claims.js';

/** The properties of a user from the claims of a session token of either version. */
export interface SessionProperties extends AuthorizationFacts {
  readonly sessionId: string;
  readonly sessionStatus: SessionStatusClaim | null;
  readonly actor: ActClaim | undefined;
  readonly userId: string;
  readonly orgId: string | undefined;
  readonly orgRole: OrganizationCustomRoleKey | undefined;
  readonly orgSlug: string | undefined;
  /** The list that all requests copy; `'on-demand'` for a long one, which is created when it is read. */
  readonly sharedPermissions: Permissions | 'on-demand';
  /** A new list on every access. */
  readonly orgPermissions: Permissions;
  readonly factorVerificationAge: [firstFactorAge: number, secondFactorAge: number] | null;
}

interface Organization {
  readonly id: string | undefined;
  readonly role: OrganizationCustomRoleKey | undefined;
  readonly slug: string | undefined;
  readonly permissions: OrganizationPermissions;
}

/**
 * Reads the claims of a session token.
 *
 * @param claims - verified claims; only the type of `sub` is guaranteed
 * @throws TypeError when the compact claims of version 2 do not have the documented form
 *
 * @see https://clerk.com/docs/guides/sessions/session-tokens
 */
export function sessionProperties(claims: UnverifiedClaims): SessionProperties {
  return new PropertiesOfClaims(claims, claims.v === 2 ? organizationV2(claims) : organizationV1(claims));
}

/** A class, so that a token makes no functions. */
class PropertiesOfClaims implements SessionProperties {
  readonly sessionId: string;
  readonly sessionStatus: SessionStatusClaim | null;
  readonly actor: ActClaim | undefined;
  readonly userId: string;
  readonly orgId: string | undefined;
  readonly orgRole: OrganizationCustomRoleKey | undefined;
  readonly orgSlug: string | undefined;
  readonly factorVerificationAge: [number, number] | null;
  readonly features: unknown;
  readonly plans: unknown;
  readonly #permissions: OrganizationPermissions;

  constructor(claims: UnverifiedClaims, { id, role, slug, permissions }: Organization) {
    this.sessionId = claims.sid as string;
    this.sessionStatus = (claims.sts as SessionStatusClaim | undefined) ?? null;
    this.actor = claims.act as ActClaim | undefined;
    this.userId = claims.sub as string;
    this.orgId = id;
    this.orgRole = role;
    this.orgSlug = slug;
    this.factorVerificationAge = (claims.fva as [number, number] | undefined) ?? null;
    this.features = claims.fea;
    this.plans = claims.pla;
    this.#permissions = permissions;
  }

  get sharedPermissions(): Permissions | 'on-demand' {
    return this.#permissions.shared;
  }

  get orgPermissions(): Permissions {
    return this.#permissions.list();
  }

  hasPermission(permission: string): boolean {
    return this.#permissions.has(permission);
  }
}

function organizationV1(claims: UnverifiedClaims): Organization {
  return {
    id: claims.org_id as string | undefined,
    role: claims.org_role as OrganizationCustomRoleKey | undefined,
    slug: claims.org_slug as string | undefined,
    permissions: listedPermissions(claims.org_permissions),
  };
}

const NO_ORGANIZATION: Organization = {
  id: undefined,
  role: undefined,
  slug: undefined,
  permissions: NO_PERMISSIONS,
};

function organizationV2(claims: UnverifiedClaims): Organization {
  if (!claims.o) return NO_ORGANIZATION;

  const { id, rol, slg, per, fpm } = claims.o as Record<string, unknown>;
  const role: unknown = rol ? `org:${rol as string}` : undefined;
  return {
    id: id as string | undefined,
    role: role as OrganizationCustomRoleKey | undefined,
    slug: slg as string | undefined,
    permissions: compactPermissions(claims.fea, per, fpm),
  };
}
