import type { NodeRequest } from './options.js';

/** Whether a request is to become a WebSocket. @see https://www.rfc-editor.org/rfc/rfc6455#section-4.1 */
export function isWebSocketUpgrade({ headers }: Pick<NodeRequest, 'headers'>): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}
