import { randomBytes } from 'node:crypto';

import { importPKCS8, SignJWT } from 'jose';
import type { JWTPayload } from 'jose';

import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { JwtCategory } from '../../tokens/jwt-category.js';
import type { LocalInstance } from '../local-instance.js';
import { resourceNotFound, sessionNotActive } from '../api-errors.js';
import { settingsOf } from '../backend-api/operations/settings.js';
import type { LocalJwtTemplate, LocalMembership, LocalSession } from '../store/records.js';
import { permissionClaims, scopedList } from './permission-claims.js';
import { fillShortcodes } from './shortcodes.js';
import type { SessionTokenOptions } from './session-token-options.js';

const DEFAULT_LIFETIME_SECONDS = 60;
/** How long before `iat` the token becomes valid, for clocks that are slow. */
const ALLOWED_CLOCK_SKEW_SECONDS = 10;

interface Entitlements {
  readonly features: readonly string[];
  readonly plans: readonly string[];
}

interface ActiveOrganization {
  id: string;
  role: string;
  slug: string | undefined;
  permissions: readonly string[];
  features: readonly string[];
  plans: readonly string[];
}

/**
 * Issues a session token like Clerk's Frontend API.
 *
 * @throws {@link ClerkAPIResponseError} 404 if the user does not exist, or has no such open session
 * @throws {@link ClerkConfigurationError} `option_invalid` for a value that a token cannot contain
 */
export async function issueSessionToken(
  instance: LocalInstance,
  options: SessionTokenOptions,
): Promise<string> {
  const session = findOrCreateSession(instance, options);
  const status = options.sessionStatus ?? session.status;
  const actor = options.actor ?? session.actor;
  const organizationId = options.orgId === undefined ? session.activeOrganizationId : options.orgId;
  const organization =
    organizationId === null ? undefined : activeOrganization(instance, options, organizationId);

  const entitlements = entitlementsOf(instance, session, options, organization);

  const { claims: custom } = settingsOf(instance.store, 'session');
  // JSON omits undefined claims.
  const claims = {
    ...fillShortcodes(custom, { ...session, activeOrganizationId: organizationId }, instance.store),
    ...timeClaims(instance, options.expiresIn ?? DEFAULT_LIFETIME_SECONDS),
    iss: instance.issuer,
    sub: session.userId,
    sid: session.id,
    sts: status,
    fva: options.factorVerificationAge ?? factorVerificationAge(session, instance.store.now()),
    azp: options.authorizedParty,
    act: actor ?? undefined,
    pla: scopedList(entitlements.plans, defaultScope(organization)),
    ...(options.version === 1 ? claimsOfVersion1 : claimsOfVersion2)(entitlements, organization),
    ...options.claims,
  };
  return instance.signingKey.sign(header(instance, JwtCategory.SessionToken, options.header), claims);
}

/**
 * Issues the token of `getToken({ template })`: the template's claims, without a session id.
 *
 * @throws {@link ClerkAPIResponseError} 404 if the template does not exist, or the session is not open
 */
export async function issueTemplateToken(
  instance: LocalInstance,
  session: LocalSession,
  templateName: string,
  { expiresIn, authorizedParty }: { expiresIn?: number; authorizedParty?: string } = {},
): Promise<string> {
  rejectClosed(instance, session);
  const template = instance.store.jwtTemplates.get(templateName);
  const claims = {
    ...fillShortcodes(template.claims, session, instance.store),
    ...timeClaims(instance, expiresIn ?? template.lifetime, template.allowedClockSkew),
    iss: instance.issuer,
    sub: session.userId,
    azp: authorizedParty,
    jti: newTokenId(),
  };
  if (template.signingKey !== null) return signWithOwnKey(template, claims);
  return instance.signingKey.sign(header(instance, JwtCategory.JwtTemplate), claims);
}

/** A template may have its own key: a secret for HS256 and similar algorithms, or a private key as PKCS#8 PEM. */
async function signWithOwnKey(
  { signingAlgorithm: alg, signingKey }: LocalJwtTemplate,
  claims: JWTPayload,
): Promise<string> {
  const secret = signingKey ?? '';
  const key = alg.startsWith('HS') ? new TextEncoder().encode(secret) : await importPKCS8(secret, alg);
  return new SignJWT(claims).setProtectedHeader({ alg, cat: JwtCategory.JwtTemplate, typ: 'JWT' }).sign(key);
}

function findOrCreateSession(instance: LocalInstance, options: SessionTokenOptions): LocalSession {
  const { userId, sessionId } = options;
  if (sessionId === undefined) {
    const { orgId: activeOrganizationId, sessionStatus: status, actor } = options;
    return instance.store.sessions.create({ userId, activeOrganizationId, status, actor });
  }
  instance.store.users.get(userId);
  const session = instance.store.sessions.get(sessionId);
  if (session.userId !== userId) throw resourceNotFound(`session of ${userId}`, 'id', sessionId);
  rejectClosed(instance, session);
  return session;
}

function rejectClosed({ store }: LocalInstance, session: LocalSession): void {
  if (!store.sessions.isOpen(session)) throw sessionNotActive(session.id);
}

/** An organization that does not exist is taken from the options. */
function activeOrganization(
  { store }: LocalInstance,
  options: SessionTokenOptions,
  organizationId: string,
): ActiveOrganization {
  const membership = store.memberships.find(organizationId, options.userId);
  const known = store.organizations.find(organizationId);
  const bought = store.billing.entitlementsOf(organizationId);
  const role = options.orgRole ?? membership?.role ?? 'org:member';
  return {
    id: organizationId,
    role: role.startsWith('org:') ? role : `org:${role}`,
    slug: options.orgSlug ?? known?.slug,
    permissions: options.orgPermissions ?? (membership ? customPermissions(store, membership) : []),
    features: [...new Set([...(known?.features ?? []), ...bought.features])],
    plans: [...new Set([...(known?.plans ?? []), ...bought.plans])],
  };
}

/** Minutes since the user verified the first and the second factor; `-1` for never. */
export function factorVerificationAge(
  { firstFactorVerifiedAt, secondFactorVerifiedAt }: LocalSession,
  now: number,
): [number, number] {
  const minutesSince = (time: number): number => Math.max(0, Math.floor((now - time) / 60_000));
  return [
    minutesSince(firstFactorVerifiedAt),
    secondFactorVerifiedAt === null ? -1 : minutesSince(secondFactorVerifiedAt),
  ];
}

function claimsOfVersion1({ features }: Entitlements, organization: ActiveOrganization | undefined): object {
  return {
    fea: scopedList(features, defaultScope(organization)),
    org_id: organization?.id,
    org_role: organization?.role,
    org_slug: organization?.slug,
    org_permissions: organization?.permissions,
  };
}

function claimsOfVersion2({ features }: Entitlements, organization: ActiveOrganization | undefined): object {
  const permissions = organization?.permissions ?? [];
  const { fea, per, fpm } = permissionClaims(permissions, features, defaultScope(organization));
  return {
    v: 2,
    jti: newTokenId(),
    fea,
    o: organization && {
      id: organization.id,
      rol: organization.role.slice('org:'.length),
      slg: organization.slug,
      per,
      fpm,
    },
  };
}

/** The entitlements of the options, or by default the plans of the organization and of the user, and their features. */
function entitlementsOf(
  { store }: LocalInstance,
  { userId }: LocalSession,
  options: SessionTokenOptions,
  organization: ActiveOrganization | undefined,
): Entitlements {
  const own = store.billing.entitlementsOf(userId);
  const ofUser = (names: readonly string[]): string[] => names.map(name => `u:${name}`);
  return {
    features: options.features ?? [...(organization?.features ?? []), ...ofUser(own.features)],
    plans: options.plans ?? [...(organization?.plans ?? []), ...ofUser(own.plans)],
  };
}

/** As with Clerk, a token contains the permissions that the application has defined, and no system permissions. */
function customPermissions({ roles }: LocalInstance['store'], membership: LocalMembership): string[] {
  return roles.permissionsOf(membership).filter(permission => !permission.startsWith('org:sys_'));
}

/** A feature or plan without a scope belongs to the active organization, if there is one. */
function defaultScope(organization: ActiveOrganization | undefined): 'o' | 'u' {
  return organization ? 'o' : 'u';
}

function timeClaims(
  instance: LocalInstance,
  expiresIn: number,
  allowedClockSkew = ALLOWED_CLOCK_SKEW_SECONDS,
): { iat: number; nbf: number; exp: number } {
  if (!Number.isFinite(expiresIn)) {
    throw new ClerkConfigurationError('option_invalid', 'expiresIn is a number of seconds.');
  }
  const iat = Math.floor(instance.store.now() / 1000);
  return { iat, nbf: iat - allowedClockSkew, exp: iat + expiresIn };
}

function header(instance: LocalInstance, category: string, overrides?: object): object {
  return { alg: 'RS256', cat: category, kid: instance.signingKey.kid, typ: 'JWT', ...overrides };
}

function newTokenId(): string {
  return randomBytes(10).toString('hex');
}
