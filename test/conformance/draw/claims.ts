import type { ClerkInstance } from '../clerk-instance.js';
import type { Random } from '../random.js';

export type Claims = Record<string, unknown>;

/** The context of a drawn token: its issuer, the time of the request, and the tolerance of the verifier. */
export interface IssuingContext {
  instance: ClerkInstance;
  /** The verifier's clock, in milliseconds. */
  instant: number;
  /** The verifier's `clockSkewInMs`. */
  clockSkewInMs: number;
}

export const AUTHORIZED_PARTIES = ['https://shop.example', 'http://localhost:3000'] as const;
export const AUDIENCES = ['shop-api', 'https://api.shop.example'] as const;

const PERMISSIONS = [
  'org:posts:read',
  'org:posts:manage',
  'org:sys_profile:delete',
  'org:billing:manage',
] as const;
const FEATURES = ['o:posts', 'o:billing', 'u:chat', 'ou:export', 'uo:import', 'x:other', 'o:a:b'] as const;
const PLANS = ['o:pro', 'u:free', 'ou:team', 'o:enterprise:eu'] as const;

/** The claims of a session token of Clerk, of either version, with and without an organization. */
export function validSessionClaims(random: Random, { instance, instant }: IssuingContext): Claims {
  const iat = Math.floor(instant / 1000) - random.integer(50);
  const claims: Claims = {
    azp: random.pick(AUTHORIZED_PARTIES),
    exp: iat + 60,
    iat,
    iss: instance.issuer,
    nbf: iat - 10,
    sid: `sess_${random.identifier(6)}`,
    sub: `user_${random.identifier(6)}`,
  };
  if (random.chance(0.5)) claims['aud'] = random.weighted(VALID_AUDIENCES);
  if (random.chance(0.5)) claims['fva'] = [drawFactorAge(random), drawFactorAge(random)];
  if (random.chance(0.3))
    claims['sts'] = random.weighted([
      [3, 'active'],
      [2, 'pending'],
    ]);
  if (random.chance(0.15))
    claims['act'] = { iss: 'https://dashboard.clerk.com', sub: 'user_admin', sid: 'sess_admin' };
  if (random.chance(0.2)) claims['metadata'] = { role: 'éditeur', nested: { list: [1, null, false] } };
  if (random.chance(0.1)) claims['jti'] = random.identifier(20);
  return random.chance(0.6) ? withCompactClaims(claims, random) : withLegacyClaims(claims, random);
}

const VALID_AUDIENCES = [
  [3, AUDIENCES[0]],
  [1, AUDIENCES[1]],
  [1, [...AUDIENCES]],
  [1, [AUDIENCES[1], 'other']],
] as const;

function drawFactorAge(random: Random): number {
  return random.pick([-1, 0, 1, 9, 10, 11, 59, 60, 1439, 1440, 5000]);
}

/** Version 1 of the claims: the organization in separate claims. */
function withLegacyClaims(claims: Claims, random: Random): Claims {
  if (random.chance(0.3)) claims['v'] = 1;
  if (random.chance(0.6)) {
    claims['org_id'] = drawOrganizationId(random);
    claims['org_role'] = random.pick(['org:admin', 'org:member', 'admin', 'org:']);
    claims['org_slug'] = random.pick(['acme', 'globex', 'Ünïcode']);
    if (random.chance(0.8)) claims['org_permissions'] = random.subset(PERMISSIONS, 0.5);
  }
  if (random.chance(0.2)) claims['fea'] = random.subset(FEATURES, 0.4).join(',');
  return claims;
}

/** Version 2: the organization in `o`, its permissions as a bitmap (`fpm`) over features and `per`. */
function withCompactClaims(claims: Claims, random: Random): Claims {
  claims['v'] = 2;
  if (random.chance(0.7)) claims['fea'] = random.subset(FEATURES, 0.5).join(',');
  if (random.chance(0.7)) claims['pla'] = random.subset(PLANS, 0.5).join(',');
  if (!random.chance(0.6)) return claims;

  const organization: Claims = {
    id: drawOrganizationId(random),
    slg: 'acme',
    rol: random.pick(['admin', 'member']),
  };
  if (random.chance(0.7)) {
    organization['per'] = random.subset(['read', 'manage', 'delete'], 0.7).join(',');
    organization['fpm'] = Array.from({ length: random.integer(4) }, () => random.integer(9)).join(',');
  }
  claims['o'] = organization;
  return claims;
}

export function drawOrganizationId(random: Random): string {
  return random.pick(['org_acme', 'org_globex', 'org_2']);
}
