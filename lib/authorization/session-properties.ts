import type { UnverifiedClaims } from '../tokens/jwt.js';
import { copyOfJson } from './copy-of-json.js';
import { splitByScope } from './scoped-claim.js';
import type {
  ActClaim,
  OrganizationCustomPermissionKey,
  OrganizationCustomRoleKey,
  SessionStatusClaim,
} from './session-claims.js';

/** The properties of a user from the claims of a session token of either version. */
export interface SessionProperties {
  readonly sessionId: string;
  readonly sessionStatus: SessionStatusClaim | null;
  readonly actor: ActClaim | undefined;
  readonly userId: string;
  readonly orgId: string | undefined;
  readonly orgRole: OrganizationCustomRoleKey | undefined;
  readonly orgSlug: string | undefined;
  /** A new list on every access: it can be a hundred times as long as the claims it comes from, so it is not stored. */
  readonly orgPermissions: OrganizationCustomPermissionKey[] | undefined;
  /** Whether {@link orgPermissions} is a list with this permission, without creating the list. */
  readonly hasPermission: (permission: string) => boolean;
  readonly factorVerificationAge: [firstFactorAge: number, secondFactorAge: number] | null;
}

interface OrganizationProperties extends Pick<SessionProperties, 'orgId' | 'orgRole' | 'orgSlug'> {
  /** @throws TypeError when the compact claims of version 2 do not have the documented form */
  readonly permissions: () => unknown;
  readonly hasPermission: (permission: string) => boolean;
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
  const { orgId, orgRole, orgSlug, permissions, hasPermission } =
    claims.v === 2 ? organizationV2(claims) : organizationV1(claims);
  return {
    sessionId: claims.sid as string,
    sessionStatus: (claims.sts as SessionStatusClaim | undefined) ?? null,
    actor: claims.act as ActClaim | undefined,
    userId: claims.sub as string,
    orgId,
    orgRole,
    orgSlug,
    get orgPermissions() {
      return permissions() as OrganizationCustomPermissionKey[] | undefined;
    },
    hasPermission,
    factorVerificationAge: (claims.fva as [number, number] | undefined) ?? null,
  };
}

function organizationV1(claims: UnverifiedClaims): OrganizationProperties {
  return {
    orgId: claims.org_id as string | undefined,
    orgRole: claims.org_role as OrganizationCustomRoleKey | undefined,
    orgSlug: claims.org_slug as string | undefined,
    permissions: () => copyOfJson(claims.org_permissions),
    hasPermission: permission =>
      Array.isArray(claims.org_permissions) && claims.org_permissions.includes(permission),
  };
}

const NO_ORGANIZATION: OrganizationProperties = {
  orgId: undefined,
  orgRole: undefined,
  orgSlug: undefined,
  permissions: () => undefined,
  hasPermission: () => false,
};

function organizationV2(claims: UnverifiedClaims): OrganizationProperties {
  if (!claims.o) return NO_ORGANIZATION;

  const { id, rol, slg, per, fpm } = claims.o as Record<string, unknown>;
  const role: unknown = rol ? `org:${rol as string}` : undefined;
  // Read once here, so that malformed claims are rejected now and not in a handler.
  readBitMaps(claims.fea, per, fpm);
  return {
    orgId: id as string | undefined,
    orgRole: role as OrganizationCustomRoleKey | undefined,
    orgSlug: slg as string | undefined,
    permissions: () => permissionsFromBitMaps(readBitMaps(claims.fea, per, fpm)),
    hasPermission: permission => isInBitMaps(permission, claims.fea, per, fpm),
  };
}

/** The compact form of permissions, per feature of an organization. */
interface PermissionBitMaps {
  readonly features: string[];
  readonly names: string[];
  /** By the position of a feature; bit k (least significant first) is set if the feature has the k-th permission. */
  readonly bitMaps: bigint[];
}

function readBitMaps(fea: unknown, per: unknown, fpm: unknown): PermissionBitMaps {
  const features = splitByScope(fea).org;
  if (!per || !fpm) return { features, names: [], bitMaps: [] };
  const bitMaps = commaSeparated(fpm).map(readBitMap);
  return { features, names: commaSeparated(per), bitMaps };
}

function readBitMap(digits: string): bigint {
  return /^\d+$/.test(digits) ? BigInt(digits) : 0n;
}

/**
 * Whether the list of {@link permissionsFromBitMaps} contains a permission. The list of a token of 2 KB can have a thousand
 * permissions, which would take a hundred times as long as the rest of the request.
 */
function isInBitMaps(permission: string, fea: unknown, per: unknown, fpm: unknown): boolean {
  if (!per || !fpm) return false;
  const names = commaSeparated(per);
  const bitMaps = commaSeparated(fpm);
  return splitByScope(fea).org.some((feature, index) => {
    const prefix = `org:${feature}:`;
    if (index >= bitMaps.length || !permission.startsWith(prefix)) return false;
    const asked = permission.slice(prefix.length);
    const bitMap = readBitMap(bitMaps[index]!);
    return names.some((name, bit) => name === asked && ((bitMap >> BigInt(bit)) & 1n) === 1n);
  });
}

function permissionsFromBitMaps({ features, names, bitMaps }: PermissionBitMaps): string[] {
  return features.flatMap((feature, index) => {
    const bitMap = bitMaps[index] ?? 0n;
    return names.flatMap((name, bit) => ((bitMap >> BigInt(bit)) & 1n ? [`org:${feature}:${name}`] : []));
  });
}

function commaSeparated(list: unknown): string[] {
  if (typeof list !== 'string') throw new TypeError('A compact claim is not a string.');
  return list.split(',').map(entry => entry.trim());
}
