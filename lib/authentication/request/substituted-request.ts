import type { IncomingRequest } from './incoming-request.js';

/** Credentials that replace those of the request. */
export interface Credentials {
  /** Replaces the `Authorization` header: a token with or without its scheme; `undefined` for none. */
  readonly authorization: string | undefined;
  /** Whether the cookies of the request are read. @defaultValue false */
  readonly cookies?: boolean;
}

/** A request with replaced credentials: a connection or a message may carry them elsewhere than in headers. */
export class SubstitutedRequest implements IncomingRequest {
  readonly #request: IncomingRequest;
  readonly #credentials: Credentials;

  constructor(request: IncomingRequest, credentials: Credentials) {
    this.#request = request;
    this.#credentials = credentials;
  }

  get method(): string {
    return this.#request.method;
  }

  get target(): string {
    return this.#request.target;
  }

  get isEncrypted(): boolean {
    return this.#request.isEncrypted;
  }

  header(name: string): string | undefined {
    if (name === 'authorization') return this.#credentials.authorization;
    if (name === 'cookie' && !this.#credentials.cookies) return undefined;
    return this.#request.header(name);
  }

  *allHeaders(): Iterable<[name: string, value: string]> {
    for (const [name] of this.#request.allHeaders()) {
      const value = this.header(name);
      if (value !== undefined) yield [name, value];
    }
  }
}

/** The request of a message that came without HTTP. */
export const NO_REQUEST: IncomingRequest = {
  method: 'GET',
  target: '/',
  isEncrypted: false,
  header: () => undefined,
  allHeaders: () => [],
};
