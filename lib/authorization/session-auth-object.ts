import type { DecodedJwt } from '../tokens/jwt.js';
import type { AuthObjectDebug, SignedInAuthObject, SignedOutAuthObject } from './auth-object.js';
import { createCheckAuthorization } from './has.js';
import type { JwtPayload, SessionStatusClaim } from './session-claims.js';
import { sessionProperties } from './session-properties.js';
import type { SessionProperties } from './session-properties.js';

/**
 * Asks the Backend API for a token of a session.
 *
 * @param template - the name of a JWT template, or `undefined` for a plain session token
 */
export type CreateSessionToken = (
  sessionId: string,
  template: string | undefined,
  expiresInSeconds: number | undefined,
) => Promise<string>;

/** What the auth object of a verified session token is made from. */
export interface VerifiedSession {
  readonly token: string;
  readonly jwt: DecodedJwt;
  readonly createSessionToken: CreateSessionToken;
}

const readOnce = new WeakMap<DecodedJwt, SessionProperties>();

/**
 * The properties of a verified session token, read once however often the token is used.
 *
 * @throws TypeError when the compact claims of version 2 do not have the documented form
 */
export function propertiesOf(jwt: DecodedJwt): SessionProperties {
  let properties = readOnce.get(jwt);
  if (!properties) {
    properties = sessionProperties(jwt.claims);
    readOnce.set(jwt, properties);
  }
  return properties;
}

/** Makes the auth object of a verified session token. Every call gives a new one, with nothing shared in it. */
export function signedInAuthObject(session: VerifiedSession, debug: AuthObjectDebug): SignedInAuthObject {
  const { token, jwt, createSessionToken } = session;
  const properties = propertiesOf(jwt);
  // The decoded claims are shared by all requests with this token: a handler that changed them would change the next
  // request's.
  const sessionClaims = JSON.parse(jwt.claimsJson) as JwtPayload;
  return {
    tokenType: 'session_token',
    isAuthenticated: true,
    ...properties,
    sessionClaims,
    actor: sessionClaims.act,
    orgPermissions: Array.isArray(properties.orgPermissions)
      ? [...properties.orgPermissions]
      : properties.orgPermissions,
    factorVerificationAge: sessionClaims.fva ?? null,
    getToken: async ({ template, expiresInSeconds } = {}) => {
      if (!properties.sessionId) return null;
      if (!template && expiresInSeconds === undefined) return token;
      return createSessionToken(properties.sessionId, template, expiresInSeconds);
    },
    has: createCheckAuthorization({
      ...properties,
      features: jwt.claims.fea,
      plans: jwt.claims.pla,
    }),
    debug,
  };
}

/** Makes the auth object of nobody. @param sessionStatus - set when somebody is there, but has a task to finish first */
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
