import { newId } from '../random.js';
import { Collection } from './collection.js';
import type { CollectionContext } from './collection.js';
import type { LocalClient } from './records.js';

/** The clients: the browsers and devices that contain sessions. */
export function clientCollection(context: CollectionContext): Collection<LocalClient> {
  return new Collection(context, {
    name: 'clients',
    kind: 'client',
    newId: () => newId('client'),
    indexes: { token: ({ token }) => [token] },
  });
}

/** A client before any sign-in. */
export function newClient(): Omit<LocalClient, 'id' | 'createdAt' | 'updatedAt'> {
  return {
    token: newId('dvb'),
    sessionIds: [],
    lastActiveSessionId: null,
    signedInAt: 0,
    attempt: null,
    lastAuthenticationStrategy: null,
  };
}

/**
 * The changes of a client for a new session.
 *
 * @param now - Unix time in milliseconds
 */
export function opened(
  sessionIds: readonly string[],
  sessionId: string,
  now: number,
): Pick<LocalClient, 'sessionIds' | 'lastActiveSessionId' | 'signedInAt'> {
  return {
    sessionIds: [...sessionIds, sessionId],
    lastActiveSessionId: sessionId,
    signedInAt: Math.floor(now / 1000),
  };
}
