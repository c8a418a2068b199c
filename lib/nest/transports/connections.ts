import { Connection } from '../../authentication/connection/connection.js';
import { NodeIncomingRequest } from '../../express/node-incoming-request.js';
import type { NodeRequest } from '../../instance/options.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';

/** What is known of where a connection comes from. */
export interface ConnectionOrigin {
  /** An object that lives as long as the connection and belongs to no other. */
  readonly key: object;
  /** The HTTP request that opened it. */
  readonly request: object;
  /** What the client sent along besides headers. */
  readonly payload: unknown;
}

const connections = new WeakMap<object, Connection>();

/**
 * The connection with this origin: one object for all its messages.
 *
 * @param configuration - gives the configuration to authenticate with; asked for the first message only
 */
export function connectionFrom(
  { key, request, payload }: ConnectionOrigin,
  configuration: () => ClerkConfiguration,
): Connection {
  let connection = connections.get(key);
  if (!connection) {
    const { chooseInstance, connectionTokenSources } = configuration();
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
