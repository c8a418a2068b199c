import type { AuthenticationResult } from './authentication-result.js';
import type { Instance } from './instance.js';

/** What authentication found out about one request or message, kept with it for guards and decorators. */
export class RequestRecord {
  // Private fields, so that logging `req.auth` does not log the token.
  readonly #result: AuthenticationResult;
  readonly #instance: Instance | undefined;

  constructor(result: AuthenticationResult, instance: Instance | undefined) {
    this.#result = result;
    this.#instance = instance;
  }

  get result(): AuthenticationResult {
    return this.#result;
  }

  /** The instance that authenticated the request; `undefined` on an excluded path and for a request of no instance. */
  get instance(): Instance | undefined {
    return this.#instance;
  }
}

/** What authentication found out about the client of a connection; the same for all messages of the connection. */
export class ConnectionRecord extends RequestRecord {}
