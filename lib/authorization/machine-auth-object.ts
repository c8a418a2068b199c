import type { MachineTokenType } from '../tokens/token-type.js';
import { copyOfJson } from './copy-of-json.js';
import type {
  AuthenticatedMachineObject,
  AuthObjectDebug,
  InvalidTokenAuthObject,
  MachineAuthObject,
  UnauthenticatedMachineObject,
} from './auth-object.js';

/** The data of a verified machine token. */
export interface VerifiedMachineToken {
  id: string;
  subject: string;
  scopes: string[];
  claims?: Record<string, unknown> | null;
  /** For an API key. */
  name?: string;
  /** For an OAuth access token. */
  clientId?: string;
  /** For an OAuth access token: when it expires, in Unix time in seconds. */
  expiration?: number | null;
  /** For an OAuth access token: the resources that it is for. */
  aud?: unknown;
}

/** Creates the auth object of a machine with a verified token. */
export function authenticatedMachineObject(
  tokenType: MachineTokenType,
  token: string,
  verified: VerifiedMachineToken,
  debug: AuthObjectDebug,
): AuthenticatedMachineObject {
  // Concurrent requests may share the verified data.
  const { id, subject, scopes, claims = null, name, clientId } = copyOfJson(verified);
  const base = {
    id,
    subject,
    getToken: () => Promise.resolve(token),
    has: () => false,
    debug,
    isAuthenticated: true as const,
    scopes,
  };
  switch (tokenType) {
    case 'api_key':
      return {
        ...base,
        tokenType,
        name,
        claims,
        ...ownerOf(subject),
      } as AuthenticatedMachineObject<'api_key'>;
    case 'm2m_token':
      return { ...base, tokenType, claims, machineId: subject };
    case 'oauth_token':
      return { ...base, tokenType, userId: subject, clientId: clientId as string };
  }
}

/** Creates the auth object for a missing or rejected machine token. */
export function unauthenticatedMachineObject<Type extends MachineTokenType>(
  tokenType: Type,
  debug: AuthObjectDebug,
): UnauthenticatedMachineObject<Type> {
  return {
    id: null,
    subject: null,
    scopes: null,
    getToken: () => Promise.resolve(null),
    has: () => false,
    debug,
    isAuthenticated: false,
    tokenType,
    ...ABSENT_FIELDS[tokenType],
  } as MachineAuthObject as UnauthenticatedMachineObject<Type>;
}

/** Creates the auth object for a token of a type that is not accepted. */
export function invalidTokenAuthObject(): InvalidTokenAuthObject {
  return {
    isAuthenticated: false,
    tokenType: null,
    getToken: () => Promise.resolve(null),
    has: () => false,
    debug: () => ({}),
  };
}

const ABSENT_FIELDS = {
  api_key: { name: null, claims: null, userId: null, orgId: null },
  m2m_token: { claims: null, machineId: null },
  oauth_token: { userId: null, clientId: null },
} as const;

function ownerOf(subject: string): { userId: string | null; orgId: string | null } {
  return {
    userId: subject.startsWith('user_') ? subject : null,
    orgId: subject.startsWith('org_') ? subject : null,
  };
}
