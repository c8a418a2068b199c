import { isTokenTypeAccepted } from '../authorization/accepted-token.js';
import type { MaybePromise } from '../helpers/maybe-promise.js';
import type { AcceptedTokens } from '../tokens/token-type.js';
import type { AuthenticationResult } from './authentication-result.js';
import type { Instance } from './instance.js';

/** The result of authenticating one request or message, kept with it for guards and decorators. */
export class RequestRecord {
  // Private fields, so that logging a request does not log the token.
  #result: AuthenticationResult;
  readonly #instance: Instance | undefined;
  #verify: (() => MaybePromise<AuthenticationResult>) | undefined;
  #pending: Promise<this> | undefined;

  /**
   * @param result - the result; of a deferred verification, what holds until it is done
   * @param verify - verifies a machine token that only the Backend API can verify, when a route that accepts it asks
   */
  constructor(
    result: AuthenticationResult,
    instance: Instance | undefined,
    verify?: () => MaybePromise<AuthenticationResult>,
  ) {
    this.#result = result;
    this.#instance = instance;
    this.#verify = verify;
  }

  get result(): AuthenticationResult {
    return this.#result;
  }

  /** The instance that authenticated the request; `undefined` on an excluded path and for a request of no instance. */
  get instance(): Instance | undefined {
    return this.#instance;
  }

  /** Whether the token was not verified yet: a machine token that costs a call to the Backend API. */
  get isDeferred(): boolean {
    return this.#verify !== undefined;
  }

  /**
   * Verifies a deferred token, if a route accepts its type. It is verified once.
   *
   * @returns this record; a promise of it while the Backend API is called
   */
  resolve(acceptsToken: AcceptedTokens): MaybePromise<this> {
    if (this.#pending) return this.#pending;
    const verify = this.#verify;
    if (!verify || !isTokenTypeAccepted(this.#result.tokenType, acceptsToken)) return this;
    this.#pending = Promise.resolve(verify()).then(result => {
      this.#result = result;
      this.#verify = undefined;
      this.#pending = undefined;
      return this;
    });
    return this.#pending;
  }
}

/** The result of authenticating the client of a connection; the same for all messages of the connection. */
export class ConnectionRecord extends RequestRecord {}
