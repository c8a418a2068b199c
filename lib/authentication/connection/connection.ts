import { authenticateConnection, authorizationOfOpening } from './authenticate-connection.js';
import type { ConnectionTokenSource } from './authenticate-connection.js';
import { authenticateMessage, messageWith } from './authenticate-message.js';
import type { AuthenticationResult } from '../authentication-result.js';
import { authorizationFrom, opaqueTokenTypeIn } from '../request/authorization-header.js';
import { currentTime } from '../../tokens/claim-checks.js';
import type { IncomingRequest } from '../request/incoming-request.js';
import type { Instance } from '../instance.js';
import { isRepresentable } from '../request/public-url.js';
import { RequestContext } from '../request/request-context.js';
import { notVerified, signedOut, unknownInstance } from '../results.js';
import { NO_REQUEST } from '../request/substituted-request.js';
import type { AcceptedTokens, MachineTokenType } from '../../tokens/token-type.js';
import type { MaybePromise } from '../../helpers/maybe-promise.js';
import { reportForDebugging } from '../debug-data.js';
import { ConnectionRecord } from '../request-record.js';
import { lifetimeOf } from './result-lifetime.js';
import type { ResultLifetime } from './result-lifetime.js';

/** The limit for renewals with machine tokens, which are valid for hours. */
const MACHINE_ATTEMPTS_PER_MINUTE = 10;

/**
 * The client of a connection, such as a WebSocket.
 *
 * The connection is authenticated once, on first use. After the token has expired it is signed out, until the client
 * renews the token or reconnects.
 */
export class Connection {
  readonly #request: IncomingRequest;
  readonly #payload: unknown;
  readonly #chooseInstance: () => MaybePromise<Instance | undefined>;
  readonly #sources: readonly ConnectionTokenSource[];
  #record: MaybePromise<ConnectionRecord> | undefined;
  #lifetime: ResultLifetime | undefined;
  /** The instance that authenticated the connection last. */
  #instance: Instance | undefined;
  /** The user or machine that was last signed in. */
  #subject: string | undefined;
  /** The token that replaces the one of the opening request. */
  #renewedWith: string | undefined;
  /** The times at which the client tried machine tokens within the last minute, in Unix time in milliseconds. */
  #machineAttempts: number[] = [];

  /**
   * @param request - the request that opened the connection
   * @param payload - the data that the client sent besides headers
   * @param chooseInstance - returns the instance that authenticates the connection
   * @param sources - the places that may contain a token, in order of preference
   */
  constructor(
    request: IncomingRequest,
    payload: unknown,
    chooseInstance: () => MaybePromise<Instance | undefined>,
    sources: readonly ConnectionTokenSource[],
  ) {
    this.#request = isRepresentable(request) ? request : NO_REQUEST;
    this.#payload = payload;
    this.#chooseInstance = chooseInstance;
    this.#sources = sources;
  }

  /**
   * The current record of the client. It rejects or throws for configuration errors only.
   *
   * @param acceptsToken - the types of token that the message is open to: an opaque machine token of another type is not
   *   verified, since that costs a call to the Backend API
   */
  record(acceptsToken: AcceptedTokens): MaybePromise<ConnectionRecord> {
    const record = this.#current();
    return record instanceof Promise
      ? record.then(settled => this.#resolved(settled, acceptsToken))
      : this.#resolved(record, acceptsToken);
  }

  #resolved(record: ConnectionRecord, acceptsToken: AcceptedTokens): MaybePromise<ConnectionRecord> {
    const resolved = record.isDeferred ? record.resolve(acceptsToken) : record;
    // The client may have renewed the connection meanwhile.
    return resolved instanceof Promise
      ? resolved.then(() => (record === this.#record ? record : this.record(acceptsToken)))
      : resolved;
  }

  #current(): MaybePromise<ConnectionRecord> {
    const known = this.#record;
    if (known instanceof Promise) return known;
    const now = this.#now();
    if (!known || !this.#lifetime || now >= this.#lifetime.askAgainAt) return this.#authenticate();
    const { instance } = known;
    return !instance || now < this.#lifetime.expiresAt ? known : this.#expire(instance);
  }

  /**
   * The milliseconds until {@link record} may change without a renewal: the token expires, or must be verified again.
   * Zero or less when that time has come, `Infinity` for never.
   */
  get checkAgainIn(): number {
    const { expiresAt, askAgainAt } = this.#lifetime ?? { expiresAt: 0, askAgainAt: 0 };
    return Math.min(expiresAt, askAgainAt) - this.#now();
  }

  /**
   * Replaces the token of the connection by another token of the same user or machine. A signed-out connection is
   * signed in by its first token.
   *
   * @param token - with or without `Bearer`; may be any value, because a client sends it
   * @returns the record for the token; if it is signed out, the connection keeps its token
   */
  async renew(token: unknown): Promise<ConnectionRecord> {
    const opened = await this.#current();
    const { instance } = opened;
    if (!instance) return new ConnectionRecord(unknownInstance(), undefined);
    const authorization = authorizationFrom(token);
    const message = messageWith(authorization);
    // The token that opened the connection says whose it is, even if no message needed it yet.
    const isOwnerUnknown = this.#subject === undefined && opened.isDeferred;
    const isMachineToken = opaqueTokenTypeIn(authorization) !== undefined;
    if ((isOwnerUnknown && !this.#mayVerify()) || (isMachineToken && !this.#mayVerify())) {
      const why = 'The connection has tried too many machine tokens. Try again in a minute.';
      const context = new RequestContext(message, instance);
      return new ConnectionRecord(signedOut(context, 'too-many-attempts', why), instance);
    }
    if (isOwnerUnknown) await this.#resolved(opened, 'any');
    const result = await authenticateMessage(message, instance);
    reportForDebugging(result, message, instance, 'renewal of a connection');
    if (result.status !== 'signed-in') return new ConnectionRecord(result, instance);
    // After the last `await`, so that of two concurrent renewals the second is compared with the first.
    if (this.#subject !== undefined && this.#subject !== subjectOf(result)) {
      const context = new RequestContext(this.#request, instance);
      const why = 'The token belongs to another user than the connection.';
      return new ConnectionRecord(signedOut(context, 'subject-mismatch', why), instance);
    }
    this.#renewedWith = authorization;
    return this.#keep(result, instance);
  }

  /** A machine token requires a call to the Backend API: one connection must not cause thousands of them. */
  #mayVerify(): boolean {
    const now = Date.now();
    this.#machineAttempts = this.#machineAttempts.filter(at => at > now - 60_000 && at <= now);
    if (this.#machineAttempts.length >= MACHINE_ATTEMPTS_PER_MINUTE) return false;
    this.#machineAttempts.push(now);
    return true;
  }

  #authenticate(): MaybePromise<ConnectionRecord> {
    const token = this.#renewedWith;
    const conclude = (result: AuthenticationResult, instance: Instance): MaybePromise<ConnectionRecord> => {
      reportForDebugging(result, this.#request, instance);
      const isOutdated = token !== this.#renewedWith;
      return isOutdated ? this.#current() : this.#keep(result, instance);
    };
    const authenticateWith = (instance: Instance | undefined): MaybePromise<ConnectionRecord> => {
      if (!instance) return this.#forgetRecord(new ConnectionRecord(unknownInstance(), undefined));
      const opening = { request: this.#request, payload: this.#payload };
      const authorization = token ?? authorizationOfOpening(opening, instance, this.#sources);
      const authenticate = () =>
        token === undefined
          ? authenticateConnection(opening, instance, this.#sources)
          : authenticateMessage(messageWith(token), instance);
      const deferredType = opaqueTokenTypeIn(authorization);
      if (deferredType) return this.#defer(deferredType, authenticate, instance);
      const result = authenticate();
      return result instanceof Promise
        ? result.then(settled => conclude(settled, instance))
        : conclude(result, instance);
    };
    const instance = this.#chooseInstance();
    const record = instance instanceof Promise ? instance.then(authenticateWith) : authenticateWith(instance);
    if (!(record instanceof Promise)) return record;

    this.#record = record;
    // A failure of the configuration or of Clerk may be over at the next message.
    void record.catch(() => {
      if (this.#record === record) this.#record = undefined;
    });
    return record;
  }

  /** Leaves a machine token to the first message that accepts it. */
  #defer(
    tokenType: MachineTokenType,
    authenticate: () => MaybePromise<AuthenticationResult>,
    instance: Instance,
  ): ConnectionRecord {
    const record: ConnectionRecord = new ConnectionRecord(notVerified(tokenType), instance, async () => {
      const result = await authenticate();
      reportForDebugging(result, this.#request, instance);
      if (record === this.#record) this.#learn(result, instance);
      return result;
    });
    this.#instance = instance;
    this.#lifetime = { expiresAt: Number.POSITIVE_INFINITY, askAgainAt: Number.POSITIVE_INFINITY };
    return (this.#record = record);
  }

  /** Without an instance the state is unknown, and the next message tries again. */
  #forgetRecord(record: ConnectionRecord): ConnectionRecord {
    this.#record = undefined;
    return record;
  }

  #now(): number {
    return currentTime(this.#instance?.requirements ?? {});
  }

  #learn(result: AuthenticationResult, instance: Instance): void {
    this.#instance = instance;
    this.#subject = subjectOf(result) ?? this.#subject;
    this.#lifetime = lifetimeOf(result, instance);
  }

  #keep(result: AuthenticationResult, instance: Instance): ConnectionRecord {
    this.#learn(result, instance);
    return (this.#record = new ConnectionRecord(result, instance));
  }

  #expire(instance: Instance): ConnectionRecord {
    const context = new RequestContext(this.#request, instance);
    const result = signedOut(context, 'token-expired', 'The token of the connection has expired.');
    return this.#keep(result, instance);
  }
}

/** The user, or the subject of a machine token; a user with a pending session too. */
function subjectOf(result: AuthenticationResult): string | undefined {
  const auth = result.toAuth({ treatPendingAsSignedOut: false });
  if (!auth?.isAuthenticated) return undefined;
  return auth.tokenType === 'session_token' ? auth.userId : auth.subject;
}
