import { secretKeyInvalid } from '../api-errors.js';
import { BACKEND_API_OPERATIONS, SDK_OPERATIONS } from '../generated/operations.js';
import { json } from '../http/api-answer.js';
import { readBackendBody } from '../http/api-call.js';
import type { ApiCall } from '../http/api-call.js';
import type { ApiDefinition } from '../http/local-api.js';
import { OperationRouter } from '../http/operation-router.js';
import type { LocalInstance } from '../local-instance.js';
import { bindHandlers } from './handlers.js';
import type { BackendApiHandlers, BackendApiOperation } from './handlers.js';
import type { Operation } from './operation.js';
import { ADMIN_PORTAL } from './operations/admin-portal.js';
import { BILLING } from './operations/billing.js';
import { CLIENTS } from './operations/clients.js';
import { DIRECTORIES } from './operations/directories.js';
import { EMAILS } from './operations/emails.js';
import { ENTERPRISE_CONNECTIONS } from './operations/enterprise-connections.js';
import { IDENTIFIERS } from './operations/identifiers.js';
import { INSTANCE } from './operations/instance.js';
import { INVITATIONS } from './operations/invitations.js';
import { JWT_TEMPLATES } from './operations/jwt-templates.js';
import { MACHINE_TOKENS } from './operations/machine-tokens.js';
import { machineWithSecret, MACHINES } from './operations/machines.js';
import { MEMBERSHIPS } from './operations/memberships.js';
import { OAUTH_APPLICATIONS } from './operations/oauth-applications.js';
import { ORGANIZATION_DOMAINS } from './operations/organization-domains.js';
import { ORGANIZATION_INVITATIONS } from './operations/organization-invitations.js';
import { ORGANIZATIONS } from './operations/organizations.js';
import { RESTRICTIONS } from './operations/restrictions.js';
import { ROLE_SETS } from './operations/role-sets.js';
import { ROLES } from './operations/roles.js';
import { SESSION_REFRESH } from './operations/session-refresh.js';
import { SESSIONS } from './operations/sessions.js';
import { EMAIL_AND_SMS_TEMPLATES } from './operations/templates.js';
import { TICKETS } from './operations/tickets.js';
import { USER_CREDENTIALS } from './operations/user-credentials.js';
import { USERS } from './operations/users.js';

const OPERATIONS = [...BACKEND_API_OPERATIONS, ...SDK_OPERATIONS];

const HANDLERS: BackendApiHandlers = {
  ...ADMIN_PORTAL,
  ...BILLING,
  ...CLIENTS,
  ...DIRECTORIES,
  ...EMAILS,
  ...EMAIL_AND_SMS_TEMPLATES,
  ...ENTERPRISE_CONNECTIONS,
  ...IDENTIFIERS,
  ...INSTANCE,
  ...INVITATIONS,
  ...JWT_TEMPLATES,
  ...MACHINES,
  ...MACHINE_TOKENS,
  ...MEMBERSHIPS,
  ...OAUTH_APPLICATIONS,
  ...ORGANIZATIONS,
  ...ORGANIZATION_DOMAINS,
  ...ORGANIZATION_INVITATIONS,
  ...RESTRICTIONS,
  ...ROLES,
  ...ROLE_SETS,
  ...SESSIONS,
  ...SESSION_REFRESH,
  ...TICKETS,
  ...USERS,
  ...USER_CREDENTIALS,
};

const MACHINE_TOKEN_PATH = /^\/(api_keys|m2m_tokens|oauth_applications\/access_tokens)\b/;
/** The operations that a machine may call with its own secret key. */
const MACHINE_OPERATIONS: readonly BackendApiOperation[] = [
  'createM2MToken',
  'getM2MTokens',
  'revokeM2MToken',
  'verifyM2MToken',
];

/** Clerk's Backend API. An operation without a handler is answered 501 with its name. */
export const BACKEND_API: ApiDefinition<BackendApiOperation> = {
  router: routerOf('/v1', () => true),
  authenticate,
  readBody: readBackendBody,
  handlers: {
    ...bindHandlers(OPERATIONS, HANDLERS),
    // A key of another type would need another schema, so the key set is returned unchanged.
    GetJWKS: (_call, { signingKey }) => json({ keys: [signingKey.publicJwk] }),
  },
};

/** The operations of machine tokens without a version in the path, which `@clerk/backend` calls. */
export const UNVERSIONED_BACKEND_API: ApiDefinition<BackendApiOperation> = {
  ...BACKEND_API,
  router: routerOf('', path => MACHINE_TOKEN_PATH.test(path)),
};

/** The operation with this name. */
export function operationNamed(name: string): Operation<BackendApiOperation> | undefined {
  return OPERATIONS.find(operation => operation.name === name);
}

/** The names of the operations that LocalClerk supports. */
export function answeredOperations(): string[] {
  return Object.keys(BACKEND_API.handlers);
}

function routerOf(prefix: string, includes: (path: string) => boolean): OperationRouter<BackendApiOperation> {
  const entries = OPERATIONS.filter(({ path }) => includes(path)).map(
    ({ method, path, name }) => [method, path, name] as const,
  );
  return new OperationRouter(prefix, entries);
}

function authenticate(
  call: ApiCall,
  { secretKey, store }: LocalInstance,
  operation: BackendApiOperation,
): void {
  const credential = call.header('authorization') ?? '';
  if (credential === `Bearer ${secretKey}`) return;
  const isMachine = MACHINE_OPERATIONS.includes(operation) && credential.startsWith('Bearer ');
  if (isMachine && machineWithSecret(credential.slice('Bearer '.length), store)) return;
  throw secretKeyInvalid();
}
