import type { ConnectionOrigin } from './connections.js';
import { isObject } from './unknown-object.js';

/** What opened the connections of adapters whose clients do not remember it, such as those of `ws`. */
const upgradeRequests = new WeakMap<object, object>();

/** What opened the connection of a client; `undefined` when that is not known. */
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
 * Has Nest's WebSocket adapters remember which request opened a connection: `ws` tells it once, to the listener of
 * `connection`, and keeps nothing of it.
 *
 * On the base class, since the adapter is set after the providers are made, and cannot be injected.
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
