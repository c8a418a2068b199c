import type { MachineTokenType, SessionTokenType, TokenType } from '../tokens/token-type.js';
import type { CheckAuthorization } from './has.js';
import type {
  ActClaim,
  JwtPayload,
  OrganizationCustomPermissionKey,
  OrganizationCustomRoleKey,
  SessionStatusClaim,
} from './session-claims.js';

/** What `getToken()` takes. */
export interface ServerGetTokenOptions {
  /** The name of a JWT template from the Clerk Dashboard. */
  template?: string;
  /** How long the new token shall live, in seconds. */
  expiresInSeconds?: number;
}

/**
 * Gives the session token of the request or, with options, asks the Backend API for a token made from a JWT template.
 *
 * @returns `null` when no user is signed in
 * @throws {@link ClerkAPIResponseError} when the Backend API does not make the token
 *
 * @see https://clerk.com/docs/guides/sessions/jwt-templates
 */
export type ServerGetToken = (options?: ServerGetTokenOptions) => Promise<string | null>;

/** Facts for finding out why a request is signed in or not; never a key or a token. */
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
  /** The claims of the session token. A copy that is the caller's to change. */
  sessionClaims: JwtPayload;
  sessionStatus: SessionStatusClaim | null;
  /** Who really acts, when the session is impersonated. */
  actor: ActClaim | undefined;
  /** The active organization: `org_…`. */
  orgId: string | undefined;
  /** The role in it, such as `org:admin`. */
  orgRole: OrganizationCustomRoleKey | undefined;
  orgSlug: string | undefined;
  /** The permissions in it, such as `org:invoices:create`. */
  orgPermissions: OrganizationCustomPermissionKey[] | undefined;
  /** Minutes since the first and the second factor were last verified; -1 for one that is not set up. */
  factorVerificationAge: [firstFactorAge: number, secondFactorAge: number] | null;
  getToken: ServerGetToken;
  has: CheckAuthorization;
  debug: AuthObjectDebug;
}

/** No signed-in user, or one with a task to finish first (`sessionStatus: 'pending'`). */
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

/** A user, signed in or not: narrow it by `isAuthenticated`. */
export type SessionAuthObject = SignedInAuthObject | SignedOutAuthObject;

/** What a machine auth object tells of a valid token, whatever its kind. */
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
 * A program with a valid API key, M2M token or OAuth access token: narrow it by `tokenType`.
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
        /** Whom the token stands for: a user, an organization or a machine. */
        subject: string;
        scopes: string[];
        getToken: () => Promise<string>;
        has: CheckAuthorization;
        debug: AuthObjectDebug;
      } & MachineFields[Type]
    : never;

/** A machine token was expected, and it is missing or was rejected. */
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

/** A program: narrow it by `isAuthenticated` and `tokenType`. */
export type MachineAuthObject<Type extends MachineTokenType = MachineTokenType> =
  Type extends MachineTokenType
    ? AuthenticatedMachineObject<Type> | UnauthenticatedMachineObject<Type>
    : never;

/** A token of a kind that is not one of those that were accepted. */
export interface InvalidTokenAuthObject {
  tokenType: null;
  isAuthenticated: false;
  getToken: () => Promise<null>;
  has: () => false;
  debug: AuthObjectDebug;
}

/** The caller, of any kind: narrow it by `tokenType` and `isAuthenticated`. */
export type AuthObject = SessionAuthObject | MachineAuthObject | InvalidTokenAuthObject;

/** The auth object for one accepted kind of token. */
export type AuthObjectFor<Type extends TokenType> = Type extends MachineTokenType
  ? MachineAuthObject<Type>
  : SessionAuthObject;
