import type { SignedInAuthObject } from '../../authorization/auth-object.js';
import { signedInAuthObject } from '../../authorization/session-auth-object.js';
import type {
  ActClaim,
  OrganizationCustomPermissionKey,
  OrganizationCustomRoleKey,
  SessionStatusClaim,
} from '../../authorization/session-claims.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { decodeJwt, isRejection } from '../../tokens/jwt.js';
import { permissionClaims, scopedList } from '../tokens/permission-claims.js';

/** The parameters of {@link signedInAuth}. All have a default. */
export interface SignedInAuthParams {
  /** Default: `user_test`. */
  userId?: string;
  /** Default: `sess_test`. */
  sessionId?: string;
  /** The active organization. Default: none. */
  orgId?: string;
  /** The role in the active organization. Default: `org:member`. */
  orgRole?: OrganizationCustomRoleKey;
  orgSlug?: string;
  /** The permissions in the active organization, such as `org:invoices:create`. A token groups them by feature. Default: none. */
  orgPermissions?: readonly OrganizationCustomPermissionKey[];
  /**
   * The features that `has({ feature })` checks: `o:dashboard` of the organization, `u:chat` of the user, `ou:search` of
   * both. Without a scope they are features of the organization if there is one. Default: none.
   */
  features?: readonly string[];
  /** The plans that `has({ plan })` checks, with scopes as in `features`. Default: none. */
  plans?: readonly string[];
  /** Who impersonates the user, such as `{ sub: 'user_support' }`. Default: no impersonation. */
  actor?: ActClaim;
  /** Minutes since the first and the second factor were verified, -1 for one that is not set up. Default: `[0, -1]`. */
  factorVerificationAge?: readonly [firstFactorAge: number, secondFactorAge: number];
  /** `pending` for a user with an unfinished task, who is signed out by default. Default: `active`. */
  sessionStatus?: SessionStatusClaim;
  /** Claims that take precedence over the others, such as custom claims; `undefined` removes a claim. */
  sessionClaims?: Readonly<Record<string, unknown>>;
}

/**
 * Builds the auth object of a signed-in user for unit tests, without a token and without a module.
 *
 * The code that builds it from a verified token in production builds it here too, so `has()`, `sessionClaims` and the other
 * fields behave as in production. `getToken()` resolves to a token without a valid signature.
 *
 * @throws {@link ClerkConfigurationError} `option_invalid` for what no session token can contain: a role without an
 *   organization, or a malformed permission, feature or plan
 *
 * @example
 * ```ts
 * const auth = signedInAuth({ userId: 'user_ada', orgId: 'org_acme', orgRole: 'org:admin', plans: ['pro'] });
 * auth.has({ role: 'org:admin', plan: 'org:pro' }); // true
 * expect(controller.mine(auth)).toEqual([]);
 * ```
 *
 * @see https://clerk.com/docs/reference/backend/types/auth-object
 */
export function signedInAuth(params: SignedInAuthParams = {}): SignedInAuthObject {
  const token = unsignedToken(claimsOf(params));
  const jwt = decodeJwt(token);
  if (isRejection(jwt)) throw invalid('`sessionClaims` cannot be written as JSON');
  const debug = (): Record<string, unknown> => ({ status: 'signed-in', reason: null });
  return signedInAuthObject({ token, jwt, createSessionToken: () => Promise.resolve(token) }, debug);
}

function claimsOf(params: SignedInAuthParams): Record<string, unknown> {
  const { userId = 'user_test', sessionId = 'sess_test', orgId, actor, sessionStatus = 'active' } = params;
  const { factorVerificationAge = [0, -1], plans = [], sessionClaims } = params;
  const issuedAt = Math.floor(Date.now() / 1000);
  return {
    v: 2,
    iss: 'https://clerk.example.com',
    iat: issuedAt,
    nbf: issuedAt - 10,
    exp: issuedAt + 60,
    sub: userId,
    sid: sessionId,
    sts: sessionStatus,
    fva: factorVerificationAge,
    act: actor,
    pla: scopedList(plans, orgId === undefined ? 'u' : 'o'),
    ...organizationClaims(params),
    ...sessionClaims,
  };
}

function organizationClaims(params: SignedInAuthParams): Record<string, unknown> {
  const { orgId, orgRole = 'org:member', orgSlug, orgPermissions = [], features = [] } = params;
  if (orgId === undefined && (params.orgRole ?? orgSlug ?? params.orgPermissions) !== undefined) {
    throw invalid('a role, a slug or permissions in an organization need an `orgId`');
  }
  const { fea, per, fpm } = permissionClaims(orgPermissions, features, orgId === undefined ? 'u' : 'o');
  const rol = orgRole.replace(/^org:/, '');
  return { fea, o: orgId === undefined ? undefined : { id: orgId, rol, slg: orgSlug, per, fpm } };
}

/** Has the format of a session token, so that code can decode it. No verifier accepts it. */
function unsignedToken(claims: Record<string, unknown>): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`;
}

function invalid(why: string): ClerkConfigurationError {
  return new ClerkConfigurationError('option_invalid', `signedInAuth() cannot build this: ${why}.`);
}
