import type { Operation } from './operation.js';

/** One attempt to call the Backend API. It holds no id, no parameter and no key. */
export interface BackendApiRequestEvent {
  /** The `operationId` in Clerk's OpenAPI document, such as `GetUser`. */
  operation: string;
  method: string;
  /** The path with `{id}` in the place of each id, such as `/users/{id}`. */
  route: string;
  /** 1 for the first attempt, one more for each repetition. */
  attempt: number;
}

/** How an attempt ended. */
export interface BackendApiResponseEvent extends BackendApiRequestEvent {
  /** The HTTP status; `0` when there was no answer. */
  status: number;
  /** Milliseconds from the request to the end of the answer. */
  durationMs: number;
}

/** Who wants to know of the calls of a client: for logs, metrics and traces. */
export interface BackendApiObserver {
  /** Called before each attempt. What it throws is ignored. */
  onRequest?: (event: BackendApiRequestEvent) => void;
  /** Called after each attempt, whatever came of it. What it throws is ignored. */
  onResponse?: (event: BackendApiResponseEvent) => void;
}

/** Tells an observer of one attempt. */
export class Observation {
  readonly #observer: BackendApiObserver;
  readonly #event: BackendApiRequestEvent;
  #began = 0;

  constructor(observer: BackendApiObserver, { operation, method, path }: Operation<unknown>, retry: number) {
    this.#observer = observer;
    this.#event = { operation, method, route: path.template, attempt: retry + 1 };
  }

  begin(): void {
    this.#began = Date.now();
    tell(this.#observer.onRequest, this.#event);
  }

  end(status: number): void {
    tell(this.#observer.onResponse, { ...this.#event, status, durationMs: Date.now() - this.#began });
  }
}

/** An observer that fails must not make the call fail. */
function tell<Event>(observer: ((event: Event) => void) | undefined, event: Event): void {
  try {
    observer?.({ ...event });
  } catch {
    // Nobody is left to be told.
  }
}
