import type { TLSSocket } from 'node:tls';

import type { IncomingRequest } from '../authentication/request/incoming-request.js';
import type { NodeRequest } from '../instance/options.js';

/**
 * Adapts a Node request, HTTP/1.1 or HTTP/2, to {@link IncomingRequest} without copying.
 *
 * HTTP/2 has `:authority` and `:scheme` in place of `Host` and the socket's encryption; no HTTP/1.1 header has such a
 * name.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9113#section-8.3.1
 */
export class NodeIncomingRequest implements IncomingRequest {
  readonly #request: NodeRequest;
  // Read once: Express changes the prototype of each request, after which V8 knows no two requests to have the same shape,
  // and every access to one takes half a microsecond (docs/performance.md).
  readonly #headers: NodeRequest['headers'];
  #method: string | undefined;
  #target: string | undefined;

  constructor(request: NodeRequest) {
    this.#request = request;
    this.#headers = request.headers;
  }

  get method(): string {
    return (this.#method ??= this.#request.method ?? 'GET');
  }

  get target(): string {
    return (this.#target ??= this.#request.originalUrl || this.#request.url || '');
  }

  get isEncrypted(): boolean {
    const { socket } = this.#request;
    return (socket as TLSSocket | undefined)?.encrypted === true || this.#headers[':scheme'] === 'https';
  }

  header(name: string): string | undefined {
    const headers = this.#headers;
    const value = (name === 'host' ? headers[':authority'] : undefined) ?? headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  }

  *allHeaders(): Iterable<[name: string, value: string]> {
    const headers = this.#headers;
    const names = Object.keys(headers).filter(name => !name.startsWith(':'));
    if (headers[':authority'] !== undefined && headers.host === undefined) names.push('host');
    for (const name of names) {
      const value = this.header(name);
      if (value !== undefined) yield [name, value];
    }
  }
}
