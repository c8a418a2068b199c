import type { ConnectionOrigin } from './connections.js';
import { isObject } from './unknown-object.js';

/** The upgrade requests of connections whose clients do not store them, such as those of `ws`. */
const upgradeRequests = new WeakMap<object, object>();

/** The upgrade request of a client; `undefined` if it is unknown. */
export function originOfClient(client: unknown): ConnectionOrigin | undefined {
  if (!isObject(client)) return undefined;
  const { request, handshake } = client as { request?: unknown; handshake?: { auth?: unknown } };
  const opening = upgradeRequests.get(client) ?? request;
  return isRequest(opening) ? { key: client, request: opening, payload: handshake?.auth } : undefined;
}

/** Sets what opened the connection of a client. */
export function setUpgradeRequest(client: object, request: object): void {
  upgradeRequests.set(client, request);
}

interface WebSocketAdapter {
  bindClientConnect(server: unknown, callback: (...args: unknown[]) => void): void;
}

const wrapped = new WeakSet<object>();

/**
 * Makes Nest's WebSocket adapters remember the upgrade request of a connection: `ws` passes it once, to the listener of
 * `connection`, and does not store it.
 *
 * On the base class, because the adapter is set after the providers are created, and cannot be injected.
 */
export async function rememberUpgradeRequests(): Promise<void> {
  const prototype = (await importWebSockets())?.AbstractWsAdapter.prototype as WebSocketAdapter | undefined;
  if (!prototype || wrapped.has(prototype)) return;
  wrapped.add(prototype);

  const bindClientConnect = prototype.bindClientConnect;
  prototype.bindClientConnect = function (this: WebSocketAdapter, server, callback) {
    bindClientConnect.call(this, server, (...args: unknown[]) => {
      const [client, request] = args;
      if (isObject(client) && isRequest(request)) setUpgradeRequest(client, request);
      callback(...args);
    });
  };
}

async function importWebSockets() {
  try {
    return await import('@nestjs/websockets');
  } catch {
    return undefined;
  }
}

function isRequest(value: unknown): value is object {
  return isObject(value) && 'headers' in value;
}
