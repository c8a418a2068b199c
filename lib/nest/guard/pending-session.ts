import type { ExecutionContext } from '@nestjs/common';

import { ConnectionRecord } from '../../authentication/request-record.js';
import type { RequestRecord } from '../../authentication/request-record.js';
import { isOutage } from '../../authentication/machine/verification-unavailable.js';
import type { AuthObject } from '../../authorization/auth-object.js';
import { isClerkAPIResponseError } from '../../errors/clerk-api-response-error.js';
import { clientOf } from '../../express/instance-clients.js';
import { ClerkUnavailableException } from '../exceptions/clerk-unavailable.exception.js';
import type { RouteRules } from '../rules/route-rules.js';
import { transportError } from '../transports/transport-error.js';

/** Whether the tasks of a session must be known before it is admitted to a route with `@AllowPending()`. */
export function hasTasksToCheck(auth: AuthObject, { pendingTasks }: RouteRules): boolean {
  if (pendingTasks === undefined || pendingTasks.length === 0) return false;
  return 'sessionStatus' in auth && auth.sessionStatus === 'pending';
}

/** By record: several guards and GraphQL fields of one request share a call. */
const tasksOfSessions = new WeakMap<RequestRecord, Promise<readonly string[]>>();

/**
 * Whether a pending session has one of the tasks that a route admits.
 *
 * @throws the transport's form of {@link ClerkUnavailableException} if the session cannot be fetched
 */
export async function hasAdmittedTask(
  record: RequestRecord,
  auth: AuthObject,
  context: ExecutionContext,
  { pendingTasks = [] }: RouteRules,
): Promise<boolean> {
  try {
    const tasks = await tasksOnce(record, auth);
    return tasks.some(task => pendingTasks.includes(task));
  } catch (error) {
    if (isClerkAPIResponseError(error) && isOutage(error)) {
      throw await transportError(context, new ClerkUnavailableException(error));
    }
    // Clerk does not know the session, or does not let this application see it.
    if (isClerkAPIResponseError(error)) return false;
    throw error;
  }
}

function tasksOnce(record: RequestRecord, auth: AuthObject): Promise<readonly string[]> {
  const known = tasksOfSessions.get(record);
  if (known) return known;
  const fetching = fetchTasks(record, auth);
  tasksOfSessions.set(record, fetching);
  // Only concurrent messages of a connection share a call, because the user may finish a task at any time.
  const forget = () => void tasksOfSessions.delete(record);
  if (record instanceof ConnectionRecord) fetching.then(forget, forget);
  return fetching;
}

async function fetchTasks({ instance }: RequestRecord, auth: AuthObject): Promise<readonly string[]> {
  const client = instance && clientOf(instance);
  if (!client || !('sessionId' in auth) || auth.sessionId === null) return [];
  const { tasks } = await client.sessions.getSession(auth.sessionId);
  return (tasks ?? []).map(({ key }) => key);
}
