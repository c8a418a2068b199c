import { randomBytes } from 'node:crypto';

import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { JwtCategory } from '../../tokens/jwt-category.js';
import type { LocalInstance } from '../local-instance.js';
import { resourceNotFound, sessionNotActive } from '../api-errors.js';
import type { LocalSession } from '../store/records.js';
import { permissionClaims, scopedList } from './permission-claims.js';
import type { SessionTokenOptions } from './session-token-options.js';

const DEFAULT_LIFETIME_SECONDS = 60;
/** How far `nbf` lies before `iat`, for clocks that are late. */
const ALLOWED_CLOCK_SKEW_SECONDS = 10;

interface ActiveOrganization {
  id: string;
  role: string;
  slug: string | undefined;
  permissions: readonly string[];
  features: readonly string[];
  plans: readonly string[];
}

/**
 * Issues a session token as Clerk's Frontend API does.
 *
 * @throws {@link ClerkAPIResponseError} 404 when the user does not exist, or the session is not an open one of the user
 * @throws {@link ClerkConfigurationError} `option_invalid` for an option that no token can carry
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

  // A claim that is undefined is left out when the payload is written as JSON.
  const claims = {
    ...timeClaims(instance, options.expiresIn ?? DEFAULT_LIFETIME_SECONDS),
    iss: instance.issuer,
    sub: session.userId,
    sid: session.id,
    sts: status,
    fva: options.factorVerificationAge ?? factorVerificationAge(session, instance.store.now()),
    azp: options.authorizedParty,
    act: actor ?? undefined,
    pla: scopedList(options.plans ?? organization?.plans ?? [], defaultScope(organization)),
    ...(options.version === 1 ? claimsOfVersion1 : claimsOfVersion2)(options, organization),
    ...options.claims,
  };
  return instance.signingKey.sign(header(instance, JwtCategory.SessionToken, options.header), claims);
}

/**
 * Issues the token that `getToken({ template })` answers: the template's claims, and nothing of the session.
 *
 * @throws {@link ClerkAPIResponseError} 404 when there is no such template, or the session is not open
 */
export async function issueTemplateToken(
  instance: LocalInstance,
  session: LocalSession,
  templateName: string,
  expiresIn?: number,
): Promise<string> {
  refuseClosed(instance, session);
  const template = instance.store.jwtTemplates.get(templateName);
  const claims = {
    ...template.claims,
    ...timeClaims(instance, expiresIn ?? template.lifetime),
    iss: instance.issuer,
    sub: session.userId,
    jti: newTokenId(),
  };
  return instance.signingKey.sign(header(instance, JwtCategory.JwtTemplate), claims);
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
  refuseClosed(instance, session);
  return session;
}

function refuseClosed({ store }: LocalInstance, session: LocalSession): void {
  if (!store.sessions.isOpen(session)) throw sessionNotActive(session.id);
}

/** An organization that is not in memory is taken as the options describe it. */
function activeOrganization(
  { store }: LocalInstance,
  options: SessionTokenOptions,
  organizationId: string,
): ActiveOrganization {
  const membership = store.memberships.find(organizationId, options.userId);
  const known = store.organizations.find(organizationId);
  const role = options.orgRole ?? membership?.role ?? 'org:member';
  return {
    id: organizationId,
    role: role.startsWith('org:') ? role : `org:${role}`,
    slug: options.orgSlug ?? known?.slug,
    permissions: options.orgPermissions ?? membership?.permissions ?? [],
    features: known?.features ?? [],
    plans: known?.plans ?? [],
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

function claimsOfVersion1(
  options: SessionTokenOptions,
  organization: ActiveOrganization | undefined,
): object {
  return {
    fea: scopedList(featuresIn(options, organization), defaultScope(organization)),
    org_id: organization?.id,
    org_role: organization?.role,
    org_slug: organization?.slug,
    org_permissions: organization?.permissions,
  };
}

function claimsOfVersion2(
  options: SessionTokenOptions,
  organization: ActiveOrganization | undefined,
): object {
  const permissions = organization?.permissions ?? [];
  const features = featuresIn(options, organization);
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

function featuresIn(
  { features }: SessionTokenOptions,
  organization: ActiveOrganization | undefined,
): readonly string[] {
  return features ?? organization?.features ?? [];
}

/** A feature or plan that names no scope belongs to the active organization, if there is one. */
function defaultScope(organization: ActiveOrganization | undefined): 'o' | 'u' {
  return organization ? 'o' : 'u';
}

function timeClaims(instance: LocalInstance, expiresIn: number): { iat: number; nbf: number; exp: number } {
  if (!Number.isFinite(expiresIn)) {
    throw new ClerkConfigurationError('option_invalid', 'expiresIn is a number of seconds.');
  }
  const iat = Math.floor(instance.store.now() / 1000);
  return { iat, nbf: iat - ALLOWED_CLOCK_SKEW_SECONDS, exp: iat + expiresIn };
}

function header(instance: LocalInstance, category: string, overrides?: object): object {
  return { alg: 'RS256', cat: category, kid: instance.signingKey.kid, typ: 'JWT', ...overrides };
}

function newTokenId(): string {
  return randomBytes(10).toString('hex');
}
