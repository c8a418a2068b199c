import { copyOfClaims } from '../tokens/jwt.js';
import type { DecodedJwt, UnverifiedClaims } from '../tokens/jwt.js';
import type {
  AuthObjectDebug,
  ServerGetToken,
  SignedInAuthObject,
  SignedOutAuthObject,
} from './auth-object.js';
import { createCheckAuthorization } from './has.js';
import type { CheckAuthorization } from './has.js';
import type { ActClaim, JwtPayload, SessionStatusClaim } from './session-claims.js';
import { copyOfJson } from './copy-of-json.js';
import { copyOfUsualClaims, hasUsualNesting } from './session-claims-copy.js';
import { sessionProperties } from './session-properties.js';
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
export interface ReadSession {
  readonly properties: SessionProperties;
  readonly has: CheckAuthorization;
  /** How each request gets a copy of the claims; `'on-demand'` for long ones, which are copied when they are read. */
  readonly copyClaims: 'on-demand' | ((claims: UnverifiedClaims) => UnverifiedClaims);
  /** The `getToken()` of the last instance that verified the token. */
  getToken: { readonly createdFor: CreateSessionToken; readonly function: ServerGetToken } | undefined;
}

/**
 * Reads the claims of a verified session token, once per token.
 *
 * @throws TypeError when the compact claims of version 2 do not have the documented form
 */
export function readSession(jwt: DecodedJwt): ReadSession {
  // Only this function sets it.
  if (jwt.session) return jwt.session as ReadSession;
  const properties = sessionProperties(jwt.claims);
  const session: ReadSession = {
    properties,
    has: createCheckAuthorization(properties),
    copyClaims: copierFor(jwt),
    getToken: undefined,
  };
  jwt.session = session;
  return session;
}

function copierFor({ claims, encodedClaims }: DecodedJwt): ReadSession['copyClaims'] {
  if (encodedClaims.length > MAX_EAGERLY_COPIED_LENGTH) return 'on-demand';
  return hasUsualNesting(claims) ? copyOfUsualClaims : copyOfJson;
}

/** Up to this length of the encoded claims, a copy takes less time than an accessor. Clerk's own claims have about 500. */
const MAX_EAGERLY_COPIED_LENGTH = 2000;

/**
 * Creates the auth object of a verified session token. Every call returns a new one without shared mutable data,
 * because a remembered token serves many requests.
 *
 * @throws TypeError when the compact claims of version 2 do not have the documented form
 */
export function signedInAuthObject(session: VerifiedSession, debug: AuthObjectDebug): SignedInAuthObject {
  const { jwt } = session;
  const read = readSession(jwt);
  const { properties, has, copyClaims } = read;
  const permissions = properties.sharedPermissions;
  const claims = copyClaims === 'on-demand' ? undefined : copyClaims(jwt.claims);
  // Field by field and without accessors: a spread or an accessor would take longer than the rest of the request.
  const auth: SignedInAuthObject = {
    tokenType: 'session_token',
    isAuthenticated: true,
    userId: properties.userId,
    sessionId: properties.sessionId,
    sessionClaims: claims as JwtPayload,
    sessionStatus: properties.sessionStatus,
    // As in `@clerk/backend`, these are the same objects as in the claims.
    actor: claims ? (claims.act as ActClaim | undefined) : copyOfJson(properties.actor),
    orgId: properties.orgId,
    orgRole: properties.orgRole,
    orgSlug: properties.orgSlug,
    orgPermissions: permissions === 'on-demand' ? undefined : permissions?.slice(),
    factorVerificationAge: claims
      ? ((claims.fva as SignedInAuthObject['factorVerificationAge'] | undefined) ?? null)
      : copyOfJson(properties.factorVerificationAge),
    getToken: getTokenOf(session, read),
    has,
    debug,
  };
  if (!claims) copyClaimsOnDemand(auth, jwt);
  if (permissions === 'on-demand') listPermissionsOnDemand(auth, properties);
  return auth;
}

// Functions of their own, as is all that creates one: a closure takes memory in every request, even if it is not created.

function copyClaimsOnDemand(auth: SignedInAuthObject, jwt: DecodedJwt): void {
  makeOnDemand(auth, 'sessionClaims', () => copyOfClaims(jwt) as JwtPayload);
}

function listPermissionsOnDemand(auth: SignedInAuthObject, properties: SessionProperties): void {
  makeOnDemand(auth, 'orgPermissions', () => properties.orgPermissions);
}

/** A function, since it is often taken off its object; the same one for all requests with the token. */
function getTokenOf(session: VerifiedSession, read: ReadSession): ServerGetToken {
  // Instances share the data of a token, and each has its own Backend API.
  if (read.getToken?.createdFor !== session.createSessionToken) {
    read.getToken = {
      createdFor: session.createSessionToken,
      function: createGetToken(session, read.properties.sessionId),
    };
  }
  return read.getToken.function;
}

function createGetToken({ token, createSessionToken }: VerifiedSession, sessionId: string): ServerGetToken {
  return async ({ template, expiresInSeconds } = {}) => {
    if (!sessionId) return null;
    if (!template && expiresInSeconds === undefined) return token;
    return createSessionToken(sessionId, template, expiresInSeconds);
  };
}

/** Defines a property whose value is created on first read. It can be listed, copied and set like any other. */
function makeOnDemand<Name extends keyof SignedInAuthObject>(
  auth: SignedInAuthObject,
  name: Name,
  make: () => SignedInAuthObject[Name],
): void {
  const define = (value: SignedInAuthObject[Name]): SignedInAuthObject[Name] => {
    Object.defineProperty(auth, name, { value, writable: true, enumerable: true, configurable: true });
    return value;
  };
  Object.defineProperty(auth, name, {
    get: () => define(make()),
    set: define,
    enumerable: true,
    configurable: true,
  });
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
    getToken: getNoToken,
    has: hasNothing,
    debug,
  };
}

const getNoToken: ServerGetToken = () => Promise.resolve(null);
const hasNothing: CheckAuthorization = () => false;
