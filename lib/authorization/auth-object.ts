import type { MachineTokenType, SessionTokenType, TokenType } from '../tokens/token-type.js';
import type { CheckAuthorization } from './has.js';
import type {
  ActClaim,
  JwtPayload,
  OrganizationCustomPermissionKey,
  OrganizationCustomRoleKey,
  SessionStatusClaim,
} from './session-claims.js';

/** The options of `getToken()`. */
export interface ServerGetTokenOptions {
  /** The name of a JWT template from the Clerk Dashboard. */
  template?: string;
  /** The lifetime of the new token, in seconds. */
  expiresInSeconds?: number;
}

/**
 * Returns the session token of the request or, with options, a token that the Backend API creates from a JWT template.
 *
 * @returns `null` when no user is signed in
 * @throws {@link ClerkAPIResponseError} if the Backend API does not create the token
 *
 * @see https://clerk.com/docs/guides/sessions/jwt-templates
 */
export type ServerGetToken = (options?: ServerGetTokenOptions) => Promise<string | null>;

/** Data for debugging why a request is signed in or not; never a key or a token. */
export type AuthObjectDebug = () => Record<string, unknown>;

/**
 * A signed-in user.
 *
 * @see https://clerk.com/docs/reference/backend/types/auth-object
 */
export interface SignedInAuthObject {
  tokenType: SessionTokenType;
  isAuthenticated: true;
  /** The id of the user: `user_…`. */
  userId: string;
  /** The id of the session: `sess_…`. */
  sessionId: string;
  /** The claims of the session token, as a copy that the caller may change. */
  sessionClaims: JwtPayload;
  sessionStatus: SessionStatusClaim | null;
  /** The actor, if the session is impersonated. */
  actor: ActClaim | undefined;
  /** The active organization: `org_…`. */
  orgId: string | undefined;
  /** The role in the active organization, such as `org:admin`. */
  orgRole: OrganizationCustomRoleKey | undefined;
  orgSlug: string | undefined;
  /** The permissions in the active organization, such as `org:invoices:create`. */
  orgPermissions: OrganizationCustomPermissionKey[] | undefined;
  /** Minutes since the first and the second factor were last verified; -1 for a factor that is not enrolled. */
  factorVerificationAge: [firstFactorAge: number, secondFactorAge: number] | null;
  getToken: ServerGetToken;
  has: CheckAuthorization;
  debug: AuthObjectDebug;
}

/** A signed-out request, or a pending session (`sessionStatus: 'pending'`). */
export interface SignedOutAuthObject {
  tokenType: SessionTokenType;
  isAuthenticated: false;
  userId: null;
  sessionId: null;
  sessionClaims: null;
  sessionStatus: SessionStatusClaim | null;
  actor: null;
  orgId: null;
  orgRole: null;
  orgSlug: null;
  orgPermissions: null;
  factorVerificationAge: null;
  getToken: ServerGetToken;
  has: CheckAuthorization;
  debug: AuthObjectDebug;
}

/** A user, signed in or not: check `isAuthenticated` to narrow the type. */
export type SessionAuthObject = SignedInAuthObject | SignedOutAuthObject;

/** The fields that the auth objects of all valid machine tokens have. */
export interface MachineFields {
  api_key:
    | { name: string; claims: Record<string, unknown> | null; userId: string; orgId: null }
    | { name: string; claims: Record<string, unknown> | null; userId: null; orgId: string };
  m2m_token: { claims: Record<string, unknown> | null; machineId: string };
  oauth_token: { userId: string; clientId: string };
}

/** The fields of {@link MachineFields} without a valid token: all `null`. */
export interface NoMachineFields {
  api_key: { name: null; claims: null; userId: null; orgId: null };
  m2m_token: { claims: null; machineId: null };
  oauth_token: { userId: null; clientId: null };
}

/**
 * A machine with a valid API key, M2M token or OAuth access token: check `tokenType` to narrow the type.
 *
 * @see https://clerk.com/docs/guides/development/machine-auth/overview
 */
export type AuthenticatedMachineObject<Type extends MachineTokenType = MachineTokenType> =
  Type extends MachineTokenType
    ? {
        tokenType: Type;
        isAuthenticated: true;
        /** The id of the token, not the token. */
        id: string;
        /** The subject of the token: a user, an organization or a machine. */
        subject: string;
        scopes: string[];
        getToken: () => Promise<string>;
        has: CheckAuthorization;
        debug: AuthObjectDebug;
      } & MachineFields[Type]
    : never;

/** A route for machine tokens whose token is missing or was rejected. */
export type UnauthenticatedMachineObject<Type extends MachineTokenType = MachineTokenType> =
  Type extends MachineTokenType
    ? {
        tokenType: Type;
        isAuthenticated: false;
        id: null;
        subject: null;
        scopes: null;
        getToken: () => Promise<null>;
        has: CheckAuthorization;
        debug: AuthObjectDebug;
      } & NoMachineFields[Type]
    : never;

/** A machine: check `isAuthenticated` and `tokenType` to narrow the type. */
export type MachineAuthObject<Type extends MachineTokenType = MachineTokenType> =
  Type extends MachineTokenType
    ? AuthenticatedMachineObject<Type> | UnauthenticatedMachineObject<Type>
    : never;

/** A token of a type that is not accepted. */
export interface InvalidTokenAuthObject {
  tokenType: null;
  isAuthenticated: false;
  getToken: () => Promise<null>;
  has: () => false;
  debug: AuthObjectDebug;
}

/** The caller, of any type: check `tokenType` and `isAuthenticated` to narrow the type. */
export type AuthObject = SessionAuthObject | MachineAuthObject | InvalidTokenAuthObject;

/** The auth object for one accepted type of token. */
export type AuthObjectFor<Type extends TokenType> = Type extends MachineTokenType
  ? MachineAuthObject<Type>
  : SessionAuthObject;

type FieldOf<Auth> = Auth extends unknown ? keyof Auth : never;

/**
 * The caller, of any type, with the fields of all types: those that a type lacks are `undefined`, so that they can be read
 * without narrowing first.
 *
 * @example
 * ```ts
 * const { userId, subject } = clerkContext.getAuth();
 * const by = userId ?? subject ?? null;
 * ```
 */
export type AnyAuthObject<Auth extends AuthObject = AuthObject> = Auth extends unknown
  ? Auth & { readonly [Field in Exclude<FieldOf<AuthObject>, keyof Auth>]?: undefined }
  : never;
