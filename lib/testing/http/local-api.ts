import type { LocalInstance } from '../local-instance.js';
import { notImplemented, routeNotFound } from '../api-errors.js';
import { errorAnswer, failureAnswer, HANG, json, NO_ANSWER } from './api-answer.js';
import type { ApiAnswer } from './api-answer.js';
import { readJsonObject } from './api-call.js';
import type { ApiCall } from './api-call.js';
import { isPreflight, preflightAnswer, withCors } from './cors.js';
import { applyFault, Faults } from './faults.js';
import type { OperationMatch, OperationRouter } from './operation-router.js';

/** The call of an operation. */
export interface OperationCall {
  readonly operation: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** For an operation on several resources, an array. */
  readonly body: Readonly<Record<string, unknown>>;
  header(name: string): string | undefined;
}

/** Answers one operation; throws a `ClerkAPIResponseError` to reject the call. */
export type OperationHandler = (
  call: OperationCall,
  instance: LocalInstance,
) => ApiAnswer | Promise<ApiAnswer>;

/** One HTTP API of Clerk: its operations, their authentication and their handlers. */
export interface ApiDefinition<Name extends string = string> {
  readonly router: OperationRouter<Name>;
  /** @throws {@link ClerkAPIResponseError} 401 for a caller without the credential of the operation */
  authenticate(call: ApiCall, instance: LocalInstance, operation: Name): void;
  readonly handlers: Readonly<Partial<Record<Name, OperationHandler>>>;
  /** Normalizes a call before it is routed; `undefined` for a call of another API. Default: unchanged. */
  normalize?(call: ApiCall, instance: LocalInstance): ApiCall | undefined;
  /** Reads the parameters in the body. Default: a JSON object. */
  readBody?(call: ApiCall): Promise<Record<string, unknown> | unknown[]>;
  /** Whether pages of other origins may call it and read the responses. Default: no. */
  readonly isCrossOrigin?: boolean;
}

/** The failure of an API: no connection, or every request answered with this status. */
export type LocalClerkOutage = 'network' | 500 | 502 | 503 | 504;

/** One request to a {@link LocalClerk}. */
export interface LocalClerkRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** With its question mark; empty without a query. */
  readonly query: string;
  /** The parameters in the body, under their names on the wire; `undefined` if the body was not read. */
  readonly body: unknown;
  /**
   * The operation's name in Clerk's OpenAPI document, such as `GetJWKS`; `undefined` for an operation that is not in
   * it.
   */
  readonly operation: string | undefined;
  /** The status of the response; `0` for a broken connection or without a response. */
  readonly status: number;
}

/** The result of a handler of `local.answer()`: the response of an operation. */
export interface LocalAnswer {
  /** Default: 200. */
  readonly status?: number;
  /** Sent as JSON. Default: no body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers an operation for a test; `undefined` leaves it to LocalClerk. */
export type OperationOverride = (
  call: OperationCall,
) => LocalAnswer | undefined | Promise<LocalAnswer | undefined>;

interface OperationTarget extends OperationMatch {
  readonly definition: ApiDefinition;
  /** The normalized call. */
  readonly call: ApiCall;
}

const REMEMBERED_REQUESTS = 1000;

/** Answers requests to every HTTP API of one instance. */
export class LocalApi {
  readonly requests: LocalClerkRequest[] = [];
  readonly faults = new Faults();
  /** The operations that a test answers itself. */
  readonly overrides = new Map<string, OperationOverride>();
  outage: LocalClerkOutage | undefined;

  constructor(
    private readonly instance: LocalInstance,
    private readonly definitions: readonly ApiDefinition[],
  ) {}

  /**
   * Never rejects: any problem of the request results in an error response. While a fault lets the request hang, the
   * promise does not settle.
   */
  async answer(call: ApiCall): Promise<ApiAnswer> {
    const { method, url } = call;
    const request = { method, path: url.pathname, query: url.search, body: undefined as unknown };
    let target: OperationTarget | undefined;
    let answer: ApiAnswer;
    try {
      target = this.#find(call);
      answer =
        (await this.#faultFor(request, target)) ??
        (await this.#dispatch(call, target, body => (request.body = body)));
    } catch (error) {
      answer = errorAnswer(error);
    }
    this.#remember({ ...request, operation: target?.operation, status: answer.status });
    if (answer === HANG) return new Promise(() => undefined);
    // A page must be able to read the error of a wrong path too.
    return target === undefined || target.definition.isCrossOrigin === true ? withCors(answer, call) : answer;
  }

  async #faultFor(
    { method, path }: { method: string; path: string },
    target: OperationTarget | undefined,
  ): Promise<ApiAnswer | undefined> {
    const fault = this.faults.take({ method, path, operation: target?.operation });
    const answer = fault && (await applyFault(fault));
    if (answer) return answer;
    return this.outage === undefined ? undefined : outageAnswer(this.outage);
  }

  #find(call: ApiCall): OperationTarget | undefined {
    for (const definition of this.definitions) {
      const normalized = definition.normalize ? definition.normalize(call, this.instance) : call;
      const match = normalized && definition.router.match(normalized.method, normalized.url.pathname);
      if (match) return { ...match, definition, call: normalized };
    }
    return undefined;
  }

  async #dispatch(
    call: ApiCall,
    target: OperationTarget | undefined,
    onBody: (body: unknown) => void,
  ): Promise<ApiAnswer> {
    const { method, url } = target?.call ?? call;
    if (target === undefined) {
      if (isPreflight(call)) return preflightAnswer(call);
      throw routeNotFound(method, url.pathname);
    }
    const { operation, pathParameters, definition } = target;
    const handler = definition.handlers[operation];
    const override = this.overrides.get(operation);
    // Before authentication, because an error about the key would be misleading.
    if (handler === undefined && override === undefined) {
      throw notImplemented(`'${operation}' (${method} ${url.pathname})`);
    }
    definition.authenticate(call, this.instance, operation);
    const body = (await (definition.readBody ?? readJsonObject)(target.call)) as Record<string, unknown>;
    onBody(body);
    const parameters = { ...Object.fromEntries(url.searchParams), ...body, ...pathParameters };
    const fault = this.faults.take({ method, path: url.pathname, operation, parameters });
    const failure = fault && (await applyFault(fault));
    if (failure) return failure;
    const { header } = call;
    const operationCall = { operation, pathParameters, query: url.searchParams, body, header };
    const own = await override?.(operationCall);
    if (own) return answerOf(own);
    if (handler === undefined) throw notImplemented(`'${operation}' (${method} ${url.pathname})`);
    return handler(operationCall, this.instance);
  }

  #remember(request: LocalClerkRequest): void {
    this.requests.push(request);
    if (this.requests.length > REMEMBERED_REQUESTS) this.requests.shift();
  }
}

function outageAnswer(outage: LocalClerkOutage): ApiAnswer {
  return outage === 'network' ? NO_ANSWER : failureAnswer(outage);
}

function answerOf({ status = 200, body, headers = {} }: LocalAnswer): ApiAnswer {
  const answer = body === undefined ? { status, headers: [], body: null } : json(body, status);
  return { ...answer, headers: [...answer.headers, ...Object.entries(headers)] };
}
