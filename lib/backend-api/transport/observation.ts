import { backendApiChannel } from '../../helpers/diagnostics.js';
import type { Operation } from './operation.js';

/** One attempt to call the Backend API. It contains no IDs, parameters and keys. */
export interface BackendApiRequestEvent {
  /** The `operationId` in Clerk's OpenAPI document, such as `GetUser`. */
  operation: string;
  method: string;
  /** The path with `{id}` instead of each ID, such as `/users/{id}`. */
  route: string;
  /** 1 for the first attempt, 2 for the first retry. */
  attempt: number;
}

/** The end of an attempt. */
export interface BackendApiResponseEvent extends BackendApiRequestEvent {
  /** The HTTP status; `0` if there was no answer. */
  status: number;
  /** Milliseconds from the request to the end of the answer. */
  durationMs: number;
}

/** What is published on the channel `nest-clerk:backend-api` of `node:diagnostics_channel`, after each attempt. */
export interface ClerkBackendApiEvent extends BackendApiResponseEvent {
  /** The host of the Backend API, such as `api.clerk.com`. */
  serverAddress: string;
  serverPort: number;
}

/** Observes the calls of a client, for logs, metrics and traces. */
export interface BackendApiObserver {
  /** Called before each attempt. Errors that it throws are ignored. */
  onRequest?: (event: BackendApiRequestEvent) => void;
  /** Called after each attempt, successful or not. Errors that it throws are ignored. */
  onResponse?: (event: BackendApiResponseEvent) => void;
}

/** Informs an observer about one attempt. */
export class Observation {
  readonly #observer: BackendApiObserver;
  readonly #apiUrl: string;
  readonly #event: BackendApiRequestEvent;
  #began = 0;

  constructor(
    observer: BackendApiObserver,
    apiUrl: string,
    { operation, method, path }: Operation<unknown>,
    retry: number,
  ) {
    this.#observer = observer;
    this.#apiUrl = apiUrl;
    this.#event = { operation, method, route: path.template, attempt: retry + 1 };
  }

  begin(): void {
    this.#began = Date.now();
    notify(this.#observer.onRequest, this.#event);
  }

  end(status: number): void {
    const event: BackendApiResponseEvent = { ...this.#event, status, durationMs: Date.now() - this.#began };
    notify(this.#observer.onResponse, event);
    if (backendApiChannel.hasSubscribers) backendApiChannel.publish({ ...event, ...serverOf(this.#apiUrl) });
  }
}

/** An observer that throws must not make the call fail. */
function notify<Event>(observer: ((event: Event) => void) | undefined, event: Event): void {
  try {
    observer?.({ ...event });
  } catch {
    // There is nowhere to report it.
  }
}

function serverOf(apiUrl: string): Pick<ClerkBackendApiEvent, 'serverAddress' | 'serverPort'> {
  const { protocol, hostname, port } = new URL(apiUrl);
  return { serverAddress: hostname, serverPort: Number(port) || (protocol === 'http:' ? 80 : 443) };
}
