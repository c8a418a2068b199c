import type { ExecutionContext } from '@nestjs/common';

import type { RequestRecord } from '../../authentication/request-record.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { authOf } from '../../express/get-auth.js';
import { middlewareMissing } from '../../express/middleware-missing.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';
import { AccessDeniedException } from '../exceptions/access-denied.exception.js';
import { rulesOf } from '../rules/route-rules.js';
import type { RouteRules } from '../rules/route-rules.js';
import { identify } from '../transports/identify.js';
import { transportError } from '../transports/transport-error.js';
import { appUsersOf } from './app-users.js';

type AuthRules = Pick<RouteRules, 'acceptsToken' | 'treatPendingAsSignedOut'>;

/** For a call with an unknown route: the types of token that `ClerkContext.getAuth()` accepts. */
const SESSIONS_ONLY: AuthRules = { acceptsToken: 'session_token', treatPendingAsSignedOut: true };

/** The rules of the route of a call. */
export function rulesOfCall(context: ExecutionContext): AuthRules {
  return (context.getHandler() as unknown) === null ? SESSIONS_ONLY : rulesOf(context);
}

/**
 * The application's own user for a call.
 *
 * @returns `null` if the caller is not authenticated by a token that the route accepts
 * @throws the transport's form of {@link AccessDeniedException}, with the reason `app-user-not-found`
 * @throws {@link ClerkConfigurationError} `user_resolver_missing` without a resolver
 */
export async function appUserOfCall(
  context: ExecutionContext,
  configuration: () => ClerkConfiguration,
): Promise<object | null> {
  const rules = rulesOfCall(context);
  const record = await identify(context, configuration, rules.acceptsToken);
  if (!record) throw middlewareMissing();
  return appUserOfRecord(record, context, rules);
}

/** The application's own user for a call that is authenticated already; see {@link appUserOfCall}. */
export async function appUserOfRecord(
  record: RequestRecord,
  context: ExecutionContext,
  rules: AuthRules,
): Promise<object | null> {
  const user = await findAppUser(record, context, rules);
  if (user !== undefined) return user;
  throw await transportError(context, new AccessDeniedException({ kind: 'app-user' }));
}

/** @returns `null` for a signed-out caller; `undefined` if the resolver returns `null` */
export async function findAppUser(
  record: RequestRecord,
  context: ExecutionContext,
  rules: AuthRules,
): Promise<object | null | undefined> {
  const auth = authOf(record, rules);
  const users = appUsersOf(record);
  // An excluded path or a request without a tenant has no instance, and therefore no caller.
  if (!users && record.instance) throw resolverMissing();
  if (!users || !auth.isAuthenticated) return null;
  return (await users.resolve(auth, context, record)) ?? undefined;
}

function resolverMissing(): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'user_resolver_missing',
    '@AppUser() and ClerkContext.appUser() need to know how the application finds its user. Set the option `userResolver` of ' +
      'ClerkModule to a provider that implements ClerkUserResolver.',
  );
}
