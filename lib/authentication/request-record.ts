import { isTokenTypeAccepted } from '../authorization/accepted-token.js';
import type { MaybePromise } from '../helpers/maybe-promise.js';
import type { AcceptedTokens } from '../tokens/token-type.js';
import type { AuthenticationResult } from './authentication-result.js';
import type { Instance } from './instance.js';

type Verify = () => MaybePromise<AuthenticationResult>;

/** The result of authenticating one request or message, stored for guards and decorators. */
export class RequestRecord {
  // Private fields, so that logging a request does not log the token.
  #result: AuthenticationResult;
  #instance: Instance | undefined;
  /** How the token will be verified, or its verification; `undefined` once it is verified. */
  #deferred: Verify | Promise<this> | undefined;
  /** The types of token that the route of an HTTP request accepts, once the route is known. */
  routeAcceptsToken: AcceptedTokens | undefined;

  /**
   * @param result - the result; for a deferred verification, the result until then
   * @param verify - verifies a machine token that only the Backend API can verify, for a route that accepts it
   */
  constructor(result: AuthenticationResult, instance: Instance | undefined, verify?: Verify) {
    this.#result = result;
    this.#instance = instance;
    this.#deferred = verify;
  }

  get result(): AuthenticationResult {
    return this.#result;
  }

  /**
   * The instance that authenticated the request; `undefined` on an excluded path and for a request without an instance.
   */
  get instance(): Instance | undefined {
    return this.#instance;
  }

  /** Whether the token is not verified yet: a machine token that requires a call to the Backend API. */
  get isDeferred(): boolean {
    return this.#deferred !== undefined;
  }

  /**
   * Verifies a deferred token if the route accepts its type, at most once.
   *
   * @returns this record, or a promise of it while the Backend API is called
   */
  resolve(acceptsToken: AcceptedTokens): MaybePromise<this> {
    const deferred = this.#deferred;
    if (deferred instanceof Promise) return deferred;
    if (!deferred || !isTokenTypeAccepted(this.#result.tokenType, acceptsToken)) return this;
    return this.#verify(deferred);
  }

  #verify(verify: Verify): Promise<this> {
    const verified = Promise.resolve(verify()).then(result => {
      this.#result = result;
      this.#deferred = undefined;
      return this;
    });
    this.#deferred = verified;
    return verified;
  }

  /** Sets what the constructor would, in a record that was made before the request was authenticated. */
  settle(result: AuthenticationResult, instance: Instance | undefined, verify: Verify | undefined): void {
    this.#result = result;
    this.#instance = instance;
    this.#deferred = verify;
  }

  /** Takes over what another record has. For the stubs of `nest-clerk/testing`: what keeps this record sees it too. */
  replaceBy(other: RequestRecord): void {
    this.#result = other.#result;
    this.#instance = other.#instance;
    this.#deferred = undefined;
  }
}

/** The result of authenticating the client of a connection, shared by all messages of the connection. */
export class ConnectionRecord extends RequestRecord {}
