import type { AuthObject, MachineAuthObject } from '../../authorization/auth-object.js';
import type { RequestRecord } from '../../authentication/request-record.js';
import { authOf } from '../../express/get-auth.js';
import { middlewareMissing } from '../../express/middleware-missing.js';
import { recordOf } from '../../express/request-auth.js';
import type { MachineTokenType } from '../../tokens/token-type.js';

/**
 * Who calls an MCP server: the `AuthInfo` of `@modelcontextprotocol/sdk`, which its tools receive as `extra.authInfo` (in
 * version 2 as `ctx.http.authInfo`).
 *
 * @see https://github.com/modelcontextprotocol/typescript-sdk
 */
export interface McpAuthInfo {
  /** The access token. Do not pass it on to other services: it is for this one. */
  token: string;
  /** The OAuth client; for an API key its id, for an M2M token the id of the machine. */
  clientId: string;
  /** The scopes that the token has. */
  scopes: string[];
  /** When an OAuth access token expires, in Unix time in seconds; missing if it is unknown. */
  expiresAt?: number;
  /** The resource that the token is for; set with `requireAudience` of `oauthProtectedResource`. */
  resource?: URL;
  /** What the SDK has no field for. */
  extra: McpAuthExtra;
}

/** The part of {@link McpAuthInfo} that Clerk adds. */
export interface McpAuthExtra extends Record<string, unknown> {
  /** The user who granted access; `null` for an M2M token, and for an API key of an organization. */
  userId: string | null;
  /** The organization that an API key belongs to; `null` for every other token. */
  orgId: string | null;
  tokenType: MachineTokenType;
}

/** By the object that was passed to the MCP server: see {@link recordOfAuthInfo}. */
const records = new WeakMap<object, RequestRecord>();

/**
 * Returns who calls an MCP server, in the form of `@modelcontextprotocol/sdk`. {@link McpEndpoint} sets it as `req.auth`; use
 * this function where your code calls the SDK in another way.
 *
 * @param request - the request, as Express, Fastify, Nest or `node:http` have it
 * @returns `undefined` if the request has no valid machine token
 * @throws {@link ClerkConfigurationError} `middleware_missing` when the middleware has not handled the request;
 *   `token_not_verified` on a route that does not accept the token
 *
 * @example
 * ```ts
 * const authInfo = mcpAuthInfo(request);
 * console.log(authInfo?.extra.userId, authInfo?.clientId, authInfo?.scopes);
 * ```
 */
export function mcpAuthInfo(request: object): McpAuthInfo | undefined {
  const record = recordOf(request);
  if (!record) throw middlewareMissing();
  const auth = authOf(record, { acceptsToken: 'any' });
  const { token, grant } = record.result;
  if (!isMachine(auth)) return undefined;
  const resource = record.instance?.requirements.oauthResource;
  const authInfo: McpAuthInfo = {
    // The stubs of `nest-clerk/testing` have none.
    token: token ?? '',
    clientId: clientIdOf(auth),
    scopes: [...auth.scopes],
    ...(grant?.expiresAt !== undefined && { expiresAt: grant.expiresAt }),
    ...(resource !== undefined && auth.tokenType === 'oauth_token' && { resource: new URL(resource) }),
    extra: {
      userId: 'userId' in auth ? auth.userId : null,
      orgId: 'orgId' in auth ? auth.orgId : null,
      tokenType: auth.tokenType,
    },
  };
  records.set(authInfo, record);
  return authInfo;
}

/** The record of the request that an {@link McpAuthInfo} describes. */
export function recordOfAuthInfo(authInfo: unknown): RequestRecord | undefined {
  return typeof authInfo === 'object' && authInfo !== null ? records.get(authInfo) : undefined;
}

type AuthenticatedMachine = Extract<MachineAuthObject<MachineTokenType>, { isAuthenticated: true }>;

function isMachine(auth: AuthObject): auth is AuthenticatedMachine {
  return auth.isAuthenticated && auth.tokenType !== 'session_token';
}

function clientIdOf(auth: AuthenticatedMachine): string {
  switch (auth.tokenType) {
    case 'oauth_token':
      return auth.clientId;
    case 'm2m_token':
      return auth.machineId;
    case 'api_key':
      return auth.id;
  }
}
