import type { NodeRequest } from '../instance/options.js';

/**
 * Whether a request becomes a WebSocket. Node's property `upgrade` decides, because a client may request an upgrade and
 * still get an ordinary response.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.1
 */
export function isWebSocketUpgrade({
  headers,
  upgrade,
}: Pick<NodeRequest, 'headers'> & { upgrade?: unknown }): boolean {
  // If the runtime does not say, the request counts as an upgrade, which has fewer rights.
  return upgrade !== false && headers.upgrade?.toLowerCase() === 'websocket';
}
