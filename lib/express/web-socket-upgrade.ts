import type { NodeRequest } from '../instance/options.js';

/**
 * Whether a request becomes a WebSocket. Node says so in `upgrade`: a client may ask for an upgrade and still get an
 * ordinary answer.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.1
 */
export function isWebSocketUpgrade({
  headers,
  upgrade,
}: Pick<NodeRequest, 'headers'> & { upgrade?: unknown }): boolean {
  // Where nothing is said of it, as by another runtime, it is the one that counts for less.
  return upgrade !== false && headers.upgrade?.toLowerCase() === 'websocket';
}
