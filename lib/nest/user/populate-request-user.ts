import type { ExecutionContext } from '@nestjs/common';

import { ConnectionRecord } from '../../authentication/request-record.js';
import type { RequestRecord } from '../../authentication/request-record.js';
import type { RouteRules } from '../rules/route-rules.js';
import { requestOfOperation } from '../transports/graphql.js';
import { appUserOfRecord, findAppUser } from './app-user-of-call.js';
import { appUsersOf } from './app-users.js';

/** Whether the option `populateRequestUser` applies to a call: HTTP, and GraphQL over HTTP. */
export function isPopulated(record: RequestRecord, context: ExecutionContext): boolean {
  if (!appUsersOf(record)?.populatesRequest || record instanceof ConnectionRecord) return false;
  return requestIn(context) !== undefined;
}

/**
 * Sets `req.user` to the application's own user.
 *
 * @param route - whether a caller without a user of the application is rejected
 * @throws what {@link appUserOfRecord} throws
 */
export async function populateRequestUser(
  record: RequestRecord,
  context: ExecutionContext,
  rules: RouteRules,
  route: 'guarded' | 'public' = 'guarded',
): Promise<void> {
  const find = route === 'public' ? findAppUser : appUserOfRecord;
  const user = await find(record, context, rules);
  const request = requestIn(context);
  if (user && request) request.user = user;
}

function requestIn(context: ExecutionContext): { user?: unknown } | undefined {
  switch (context.getType<string>()) {
    case 'http':
      return context.switchToHttp().getRequest();
    case 'graphql':
      return requestOfOperation(context);
    default:
      return undefined;
  }
}
