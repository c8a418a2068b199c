import { authenticateConnection } from '../authentication/authenticate-connection.js';
import type { ConnectionTokenSource } from '../authentication/authenticate-connection.js';
import type { AuthenticationResult } from '../authentication/authentication-result.js';
import type { IncomingRequest } from '../authentication/incoming-request.js';
import type { Instance } from '../authentication/instance.js';
import { RequestContext } from '../authentication/request-context.js';
import { signedOut } from '../authentication/results.js';
import { acceptedUntil } from '../tokens/claim-checks.js';
import { isRejection } from '../tokens/jwt.js';
import type { MaybePromise } from '../tokens/token-verifier.js';
import { reportForDebugging } from './authenticator.js';
import type { ChooseInstance } from './authenticator.js';
import { NodeIncomingRequest } from './node-incoming-request.js';
import type { NodeRequest } from './options.js';
import { ConnectionRecord } from './request-auth.js';

/** An opaque token has no expiry that can be read, and may have been revoked: Clerk is asked again after this time. */
const ASK_AGAIN_AFTER_MS = 60_000;

/**
 * Who is at the other end of a connection, such as a WebSocket's.
 *
 * It is found out once, when it is first asked for. From when the token has expired nobody is there any more, until the
 * client connects anew with a fresh one.
 */
export class Connection {
  readonly #request: NodeRequest;
  readonly #payload: unknown;
  readonly #chooseInstance: ChooseInstance;
  readonly #sources: readonly ConnectionTokenSource[];
  #record: MaybePromise<ConnectionRecord> | undefined;
  #goodUntil = Number.POSITIVE_INFINITY;

  /**
   * @param request - the request that opened the connection
   * @param payload - what the client sent along besides headers
   */
  constructor(
    request: NodeRequest,
    payload: unknown,
    chooseInstance: ChooseInstance,
    sources: readonly ConnectionTokenSource[],
  ) {
    this.#request = request;
    this.#payload = payload;
    this.#chooseInstance = chooseInstance;
    this.#sources = sources;
  }

  /** Who is there now. Rejects or throws for what is wrong with the setup only. */
  record(): MaybePromise<ConnectionRecord> {
    const known = this.#record;
    if (known === undefined) return this.#authenticate();
    if (known instanceof Promise || Date.now() < this.#goodUntil) return known;
    return isOpaque(known) ? this.#authenticate() : this.#expire(known);
  }

  #authenticate(): MaybePromise<ConnectionRecord> {
    const incoming = new NodeIncomingRequest(this.#request);
    const conclude = (result: AuthenticationResult, instance: Instance): ConnectionRecord => {
      reportForDebugging(result, incoming, instance);
      this.#goodUntil = goodUntil(result, instance);
      return (this.#record = new ConnectionRecord(result, instance));
    };
    const authenticateWith = (instance: Instance): MaybePromise<ConnectionRecord> => {
      const opening = { request: incoming as IncomingRequest, payload: this.#payload };
      const result = authenticateConnection(opening, instance, this.#sources);
      return result instanceof Promise
        ? result.then(settled => conclude(settled, instance))
        : conclude(result, instance);
    };
    const instance = this.#chooseInstance(this.#request);
    const record = instance instanceof Promise ? instance.then(authenticateWith) : authenticateWith(instance);
    return (this.#record = record instanceof Promise ? this.#forgetOnFailure(record) : record);
  }

  /** What failed for the setup's sake may succeed with the next message. */
  #forgetOnFailure(record: Promise<ConnectionRecord>): Promise<ConnectionRecord> {
    return record.catch((error: unknown) => {
      this.#record = undefined;
      throw error;
    });
  }

  #expire({ instance }: ConnectionRecord): ConnectionRecord {
    this.#goodUntil = Number.POSITIVE_INFINITY;
    const context = new RequestContext(new NodeIncomingRequest(this.#request), instance as Instance);
    const result = signedOut(
      context,
      'token-expired',
      'The token that the connection was opened with has expired.',
    );
    return (this.#record = new ConnectionRecord(result, instance));
  }
}

function goodUntil({ token }: AuthenticationResult, instance: Instance): number {
  if (token === null) return Number.POSITIVE_INFINITY;
  const candidate = instance.verifier.decode(token);
  const until = isRejection(candidate)
    ? undefined
    : acceptedUntil(candidate.jwt.claims, instance.requirements);
  return until ?? Date.now() + ASK_AGAIN_AFTER_MS;
}

/** Whether it is known from a token that only Clerk can read. */
function isOpaque({ result, instance }: ConnectionRecord): boolean {
  return result.token !== null && isRejection((instance as Instance).verifier.decode(result.token));
}
