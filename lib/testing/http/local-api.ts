import type { LocalInstance } from '../local-instance.js';
import { notImplemented, routeNotFound } from '../api-errors.js';
import { errorAnswer, failureAnswer, NO_ANSWER } from './api-answer.js';
import type { ApiAnswer } from './api-answer.js';
import { readJsonObject } from './api-call.js';
import type { ApiCall } from './api-call.js';
import { isPreflight, preflightAnswer, withCors } from './cors.js';
import type { OperationMatch, OperationRouter } from './operation-router.js';

/** What an operation is called with. */
export interface OperationCall {
  readonly operation: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  header(name: string): string | undefined;
}

/** Answers one operation; throws a `ClerkAPIResponseError` to refuse. */
export type OperationHandler = (
  call: OperationCall,
  instance: LocalInstance,
) => ApiAnswer | Promise<ApiAnswer>;

/** One HTTP API of Clerk: its operations, who may call them, and those that are answered here. */
export interface ApiDefinition<Name extends string = string> {
  readonly router: OperationRouter<Name>;
  /** @throws {@link ClerkAPIResponseError} 401 for a caller without the right credential for the operation */
  authenticate(call: ApiCall, instance: LocalInstance, operation: Name): void;
  readonly handlers: Readonly<Partial<Record<Name, OperationHandler>>>;
  /**
   * Rewrites a call before it is routed; `undefined` for one that is meant for another API. Default: the call as it came.
   */
  normalize?(call: ApiCall, instance: LocalInstance): ApiCall | undefined;
  /** Reads the parameters in the body. Default: a JSON object. */
  readBody?(call: ApiCall): Promise<Record<string, unknown>>;
  /** Whether pages of other origins may call it and read the answers. Default: no. */
  readonly isCrossOrigin?: boolean;
}

/** How the API is out of order: no connection at all, or every request answered with this status. */
export type LocalClerkOutage = 'network' | 500 | 502 | 503 | 504;

/** One request that a {@link LocalClerk} got. */
export interface LocalClerkRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** The operation's name in Clerk's OpenAPI document, such as `GetJWKS`; `undefined` when Clerk has none there. */
  readonly operation: string | undefined;
  /** What it was answered with; `0` when the network was down. */
  readonly status: number;
}

interface OperationTarget extends OperationMatch {
  readonly definition: ApiDefinition;
  /** As the definition normalized it. */
  readonly call: ApiCall;
}

const REMEMBERED_REQUESTS = 1000;

/** Answers requests to every HTTP API of one instance. */
export class LocalApi {
  readonly requests: LocalClerkRequest[] = [];
  outage: LocalClerkOutage | undefined;

  constructor(
    private readonly instance: LocalInstance,
    private readonly definitions: readonly ApiDefinition[],
  ) {}

  /** Never rejects: whatever is wrong with the request becomes an answer. */
  async answer(call: ApiCall): Promise<ApiAnswer> {
    const { method, url } = call;
    let target: OperationTarget | undefined;
    let answer: ApiAnswer;
    try {
      target = this.#find(call);
      answer = this.outage === undefined ? await this.#dispatch(call, target) : outageAnswer(this.outage);
    } catch (error) {
      answer = errorAnswer(error);
    }
    this.#remember({ method, path: url.pathname, operation: target?.operation, status: answer.status });
    // A page must be able to read what is wrong with its path too.
    return target === undefined || target.definition.isCrossOrigin === true ? withCors(answer, call) : answer;
  }

  #find(call: ApiCall): OperationTarget | undefined {
    for (const definition of this.definitions) {
      const normalized = definition.normalize ? definition.normalize(call, this.instance) : call;
      const match = normalized && definition.router.match(normalized.method, normalized.url.pathname);
      if (match) return { ...match, definition, call: normalized };
    }
    return undefined;
  }

  async #dispatch(call: ApiCall, target: OperationTarget | undefined): Promise<ApiAnswer> {
    const { method, url } = target?.call ?? call;
    if (target === undefined) {
      if (isPreflight(call)) return preflightAnswer(call);
      throw routeNotFound(method, url.pathname);
    }
    const { operation, pathParameters, definition } = target;
    const handler = definition.handlers[operation];
    // Before the key is looked at: that it is the wrong kind of key for the operation would mislead here.
    if (handler === undefined) throw notImplemented(`'${operation}' (${method} ${url.pathname})`);
    definition.authenticate(call, this.instance, operation);
    const body = await (definition.readBody ?? readJsonObject)(target.call);
    const { header } = call;
    return handler({ operation, pathParameters, query: url.searchParams, body, header }, this.instance);
  }

  #remember(request: LocalClerkRequest): void {
    this.requests.push(request);
    if (this.requests.length > REMEMBERED_REQUESTS) this.requests.shift();
  }
}

function outageAnswer(outage: LocalClerkOutage): ApiAnswer {
  return outage === 'network' ? NO_ANSWER : failureAnswer(outage);
}
