import type { IncomingRequest } from '../authentication/request/incoming-request.js';

/** Adapts a web `Request` to {@link IncomingRequest}. Its body is not read. */
export class WebIncomingRequest implements IncomingRequest {
  readonly #request: Request;

  constructor(request: Request) {
    this.#request = request;
  }

  get method(): string {
    return this.#request.method;
  }

  get target(): string {
    return this.#request.url;
  }

  get isEncrypted(): boolean {
    return this.#request.url.startsWith('https:');
  }

  header(name: string): string | undefined {
    return this.#request.headers.get(name) ?? undefined;
  }

  allHeaders(): Iterable<[name: string, value: string]> {
    return this.#request.headers;
  }
}
