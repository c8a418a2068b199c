import { notImplemented, routeNotFound } from '../refusals.js';
import { errorAnswer, failureAnswer, NO_ANSWER } from './api-answer.js';
import { readJsonObject } from './api-call.js';
const REMEMBERED_REQUESTS = 1000;
/** Answers requests to every HTTP API of one instance. */
export class LocalApi {
  instance;
  definitions;
  requests = [];
  outage;
  constructor(instance, definitions) {
    this.instance = instance;
    this.definitions = definitions;
  }
  /** Never rejects: whatever is wrong with the request becomes an answer. */
  async answer(call) {
    const { method, url } = call;
    let target;
    let answer;
    try {
      target = this.#find(method, url.pathname);
      answer = this.outage === undefined ? await this.#dispatch(call, target) : outageAnswer(this.outage);
    } catch (error) {
      answer = errorAnswer(error);
    }
    this.#remember({ method, path: url.pathname, operation: target?.operation, status: answer.status });
    return answer;
  }
  #find(method, path) {
    for (const definition of this.definitions) {
      const match = definition.router.match(method, path);
      if (match) return { ...match, definition };
    }
    return undefined;
  }
  async #dispatch(call, target) {
    const { method, url } = call;
    if (target === undefined) throw routeNotFound(method, url.pathname);
    const { operation, pathParameters, definition } = target;
    const handler = definition.handlers[operation];
    // Before the key is looked at: that it is the wrong kind of key for the operation would mislead here.
    if (handler === undefined) throw notImplemented(`'${operation}' (${method} ${url.pathname})`);
    definition.authenticate(call, this.instance);
    const body = await readJsonObject(call);
    return handler({ operation, pathParameters, query: url.searchParams, body }, this.instance);
  }
  #remember(request) {
    this.requests.push(request);
    if (this.requests.length > REMEMBERED_REQUESTS) this.requests.shift();
  }
}
function outageAnswer(outage) {
  return outage === 'network' ? NO_ANSWER : failureAnswer(outage);
}
