import type { TLSSocket } from 'node:tls';

import type { IncomingRequest } from '../authentication/request/incoming-request.js';
import type { NodeRequest } from '../instance/options.js';

/** Lets a request of Node's be read as an {@link IncomingRequest}. Copies nothing. */
export class NodeIncomingRequest implements IncomingRequest {
  readonly #request: NodeRequest;

  constructor(request: NodeRequest) {
    this.#request = request;
  }

  get method(): string {
    return this.#request.method ?? 'GET';
  }

  get target(): string {
    return this.#request.originalUrl || this.#request.url || '';
  }

  get isEncrypted(): boolean {
    return (this.#request.socket as TLSSocket | undefined)?.encrypted === true;
  }

  header(name: string): string | undefined {
    const value = this.#request.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  }

  *allHeaders(): Iterable<[name: string, value: string]> {
    for (const name of Object.keys(this.#request.headers)) {
      const value = this.header(name);
      if (value !== undefined) yield [name, value];
    }
  }
}
