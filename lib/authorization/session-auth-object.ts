import { copyOfClaims } from '../tokens/jwt.js';
import type { DecodedJwt } from '../tokens/jwt.js';
import type { AuthObjectDebug, SignedInAuthObject, SignedOutAuthObject } from './auth-object.js';
import { createCheckAuthorization } from './has.js';
import type { AuthorizationFacts, CheckAuthorization } from './has.js';
import type { JwtPayload, SessionStatusClaim } from './session-claims.js';
import { copyOfClaim, sessionProperties } from './session-properties.js';
import type { SessionProperties } from './session-properties.js';

/**
 * Requests a token of a session from the Backend API.
 *
 * @param template - the name of a JWT template, or `undefined` for a plain session token
 */
export type CreateSessionToken = (
  sessionId: string,
  template: string | undefined,
  expiresInSeconds: number | undefined,
) => Promise<string>;

/** The input of the auth object of a verified session token. */
export interface VerifiedSession {
  readonly token: string;
  readonly jwt: DecodedJwt;
  readonly createSessionToken: CreateSessionToken;
}

/** The data that is read from a token once. All requests with the token share it. */
interface ReadSession {
  readonly properties: SessionProperties;
  readonly has: CheckAuthorization;
}

const readOnce = new WeakMap<DecodedJwt, ReadSession>();

/** @throws TypeError when the compact claims of version 2 do not have the documented form */
function readSession(jwt: DecodedJwt): ReadSession {
  let session = readOnce.get(jwt);
  if (!session) {
    const properties = sessionProperties(jwt.claims);
    session = { properties, has: createCheckAuthorization(factsOf(properties, jwt.claims)) };
    readOnce.set(jwt, session);
  }
  return session;
}

function factsOf(properties: SessionProperties, claims: DecodedJwt['claims']): AuthorizationFacts {
  return {
    userId: properties.userId,
    orgId: properties.orgId,
    orgRole: properties.orgRole,
    get orgPermissions() {
      return properties.orgPermissions;
    },
    features: claims.fea,
    plans: claims.pla,
    factorVerificationAge: properties.factorVerificationAge,
  };
}

/**
 * Whether the session of a verified token is pending.
 *
 * @throws TypeError when the compact claims of version 2 do not have the documented form
 */
export function sessionStatusOf(jwt: DecodedJwt): SessionStatusClaim | null {
  return readSession(jwt).properties.sessionStatus;
}

/**
 * Creates the auth object of a verified session token. Every call returns a new one without shared mutable data,
 * because a remembered token serves many requests.
 *
 * @throws TypeError when the compact claims of version 2 do not have the documented form
 */
export function signedInAuthObject(session: VerifiedSession, debug: AuthObjectDebug): SignedInAuthObject {
  const { token, jwt, createSessionToken } = session;
  const { properties, has } = readSession(jwt);
  const { sessionId } = properties;
  let sessionClaims: JwtPayload | undefined;
  let orgPermissions: SignedInAuthObject['orgPermissions'];
  // Field by field, because a spread would take longer than the rest of the request.
  return {
    tokenType: 'session_token',
    isAuthenticated: true,
    userId: properties.userId,
    sessionId,
    // Most handlers read the user id and no claim.
    get sessionClaims() {
      return (sessionClaims ??= copyOfClaims(jwt) as JwtPayload);
    },
    set sessionClaims(claims) {
      sessionClaims = claims;
    },
    sessionStatus: properties.sessionStatus,
    actor: copyOfClaim(properties.actor),
    orgId: properties.orgId,
    orgRole: properties.orgRole,
    orgSlug: properties.orgSlug,
    get orgPermissions() {
      return (orgPermissions ??= properties.orgPermissions);
    },
    set orgPermissions(permissions) {
      orgPermissions = permissions;
    },
    factorVerificationAge: copyOfClaim(properties.factorVerificationAge),
    getToken: async ({ template, expiresInSeconds } = {}) => {
      if (!sessionId) return null;
      if (!template && expiresInSeconds === undefined) return token;
      return createSessionToken(sessionId, template, expiresInSeconds);
    },
    has,
    debug,
  };
}

/** Creates a signed-out auth object. @param sessionStatus - set for a pending session */
export function signedOutAuthObject(
  debug: AuthObjectDebug,
  sessionStatus: SessionStatusClaim | null = null,
): SignedOutAuthObject {
  return {
    tokenType: 'session_token',
    isAuthenticated: false,
    sessionClaims: null,
    sessionId: null,
    sessionStatus,
    actor: null,
    userId: null,
    orgId: null,
    orgRole: null,
    orgSlug: null,
    orgPermissions: null,
    factorVerificationAge: null,
    getToken: () => Promise.resolve(null),
    has: () => false,
    debug,
  };
}
