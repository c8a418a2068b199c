import { Connection } from '../../authentication/connection/connection.js';
import type { RequestRecord } from '../../authentication/request-record.js';
import { NodeIncomingRequest } from '../../express/node-incoming-request.js';
import type { AcceptedTokens } from '../../tokens/token-type.js';
import type { MaybePromise } from '../../helpers/maybe-promise.js';
import type { NodeRequest } from '../../instance/options.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';

/** The origin of a connection. */
export interface ConnectionOrigin {
  /** An object that lives as long as the connection and belongs to no other. */
  readonly key: object;
  /** The HTTP request that opened it. */
  readonly request: object;
  /** The data that the client sent besides headers. */
  readonly payload: unknown;
}

/** What guards, decorators and `ClerkConnections` need of a connection. */
export interface CallerConnection {
  record(acceptsToken: AcceptedTokens): MaybePromise<RequestRecord>;
  /** In milliseconds; see {@link Connection.checkAgainIn}. */
  readonly checkAgainIn: number;
  renew(token: unknown): Promise<RequestRecord>;
}

const connections = new WeakMap<object, CallerConnection>();

/**
 * The connection of this origin: one object for all its messages.
 *
 * @param configuration - returns the configuration for the authentication; called for the first message only
 */
export function connectionFrom(
  { key, request, payload }: ConnectionOrigin,
  configuration: () => ClerkConfiguration,
): CallerConnection {
  let connection = connections.get(key);
  if (!connection) {
    const { chooseInstance, connectionTokenSources, stubCaller } = configuration();
    if (stubCaller) return setCallerOfConnection(key, stubCaller);
    const opening = request as NodeRequest;
    connection = new Connection(
      new NodeIncomingRequest(opening),
      payload,
      () => chooseInstance(opening),
      connectionTokenSources,
    );
    connections.set(key, connection);
  }
  return connection;
}

/** Sets the caller behind a connection, for the stubs of `nest-clerk/testing`: it never expires. */
export function setCallerOfConnection(key: object, caller: () => RequestRecord): CallerConnection {
  const connection: CallerConnection = {
    record: caller,
    checkAgainIn: Number.POSITIVE_INFINITY,
    renew: () => Promise.resolve(caller()),
  };
  connections.set(key, connection);
  return connection;
}
