import type { UnverifiedClaims } from '../tokens/jwt.js';
import { splitByScope } from './scoped-claim.js';
import type {
  ActClaim,
  OrganizationCustomPermissionKey,
  OrganizationCustomRoleKey,
  SessionStatusClaim,
} from './session-claims.js';

/** What the claims of a session token say of a person, whichever version the claims have. */
export interface SessionProperties {
  sessionId: string;
  sessionStatus: SessionStatusClaim | null;
  actor: ActClaim | undefined;
  userId: string;
  orgId: string | undefined;
  orgRole: OrganizationCustomRoleKey | undefined;
  orgSlug: string | undefined;
  orgPermissions: OrganizationCustomPermissionKey[] | undefined;
  factorVerificationAge: [firstFactorAge: number, secondFactorAge: number] | null;
}

type OrganizationProperties = Pick<SessionProperties, 'orgId' | 'orgRole' | 'orgSlug' | 'orgPermissions'>;

/**
 * Reads the claims of a session token.
 *
 * @param claims - verified claims; only `sub` is known to have its type
 * @throws TypeError when the compact claims of version 2 do not have the documented form
 *
 * @see https://clerk.com/docs/guides/sessions/session-tokens
 */
export function sessionProperties(claims: UnverifiedClaims): SessionProperties {
  return {
    sessionId: claims.sid as string,
    sessionStatus: (claims.sts as SessionStatusClaim | undefined) ?? null,
    actor: claims.act as ActClaim | undefined,
    userId: claims.sub as string,
    ...(claims.v === 2 ? organizationV2(claims) : organizationV1(claims)),
    factorVerificationAge: (claims.fva as [number, number] | undefined) ?? null,
  };
}

function organizationV1(claims: UnverifiedClaims): OrganizationProperties {
  return {
    orgId: claims.org_id as string | undefined,
    orgRole: claims.org_role as OrganizationCustomRoleKey | undefined,
    orgSlug: claims.org_slug as string | undefined,
    orgPermissions: claims.org_permissions as OrganizationCustomPermissionKey[] | undefined,
  };
}

function organizationV2(claims: UnverifiedClaims): OrganizationProperties {
  if (!claims.o)
    return { orgId: undefined, orgRole: undefined, orgSlug: undefined, orgPermissions: undefined };

  const { id, rol, slg, per, fpm } = claims.o as Record<string, unknown>;
  const role: unknown = rol ? `org:${rol as string}` : undefined;
  return {
    orgId: id as string | undefined,
    orgRole: role as OrganizationCustomRoleKey | undefined,
    orgSlug: slg as string | undefined,
    orgPermissions: permissionsFromBitMaps(splitByScope(claims.fea).org, per, fpm),
  };
}

/**
 * Unfolds the permission names: the n-th number of `fpm` belongs to the n-th organization feature of `fea`, and its
 * bit k (least significant first) says whether the k-th name of `per` holds for that feature.
 */
function permissionsFromBitMaps(
  features: string[],
  per: unknown,
  fpm: unknown,
): OrganizationCustomPermissionKey[] {
  if (!per || !fpm) return [];
  const names = commaSeparated(per);
  const bitMaps = commaSeparated(fpm).map(bitMap => (/^\d+$/.test(bitMap) ? BigInt(bitMap) : 0n));
  return features.flatMap<unknown>((feature, index) => {
    const bitMap = bitMaps[index] ?? 0n;
    return names.flatMap((name, bit) => ((bitMap >> BigInt(bit)) & 1n ? [`org:${feature}:${name}`] : []));
  }) as OrganizationCustomPermissionKey[];
}

function commaSeparated(list: unknown): string[] {
  if (typeof list !== 'string') throw new TypeError('A compact claim is not a string.');
  return list.split(',').map(entry => entry.trim());
}
