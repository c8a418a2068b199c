import { ClerkAPIResponseError } from '../../errors/clerk-api-response-error.js';
import { type Answer, readAnswer } from './answer.js';
import { encodeBody } from './body.js';
import { withDeadline } from './deadline.js';
import { failedAnswer, noAnswer, unusableAnswer } from './failure.js';
import type { OpenCalls } from './open-calls.js';
import { type BackendApiObserver, Observation } from './observation.js';
import { describeOperation, type Operation, type BackendApiRequestOptions } from './operation.js';
import { toQueryString } from './query.js';
import { redactError, redactor, type Redact } from './redact.js';
import { retryDelayMs, wait } from './retry.js';
import {
  MAX_RESPONSE_BYTES_LIMIT,
  MAX_TIMEOUT_MS,
  MAX_RETRIES,
  usableApiUrl,
  usableKey,
  wholeNumber,
} from './settings.js';
import { CLERK_API_VERSION } from '../../helpers/clerk-api-version.js';
import { PACKAGE_VERSION } from '../version.js';

const DEFAULT_API_URL = 'https://api.clerk.com';
const DEFAULT_API_VERSION = 'v1';
const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_RETRIES = 2;
/** A full page of 500 users with metadata of 8 KB each takes a third of it. */
const DEFAULT_MAX_RESPONSE_BYTES = 16 * 1024 * 1024;
const DEFAULT_USER_AGENT = `nest-clerk/${PACKAGE_VERSION}`;

/** The options of a Backend API client. */
export interface BackendApiOptions extends BackendApiObserver {
  /** The secret key of the instance, `sk_…`. It is required from the first call on. */
  secretKey?: string;
  /** The secret key of a machine, `ak_…`. It authenticates calls for M2M tokens instead of `secretKey`. */
  machineSecretKey?: string;
  /** The URL of the API; `https://api.clerk.com` by default. */
  apiUrl?: string;
  /** The version in the API's URLs; `v1` by default. */
  apiVersion?: string;
  /** The `User-Agent` header; the name and the version of this package by default. */
  userAgent?: string;
  /** Replaces the global `fetch`, for example for a proxy, for instrumentation or for `LocalClerk`. */
  fetch?: typeof globalThis.fetch;
  /** The time limit of one attempt, including its body, in milliseconds; 10,000 by default. */
  timeoutMs?: number;
  /** The maximum number of retries; 2 by default, `0` for none. */
  retries?: number;
  /** The size limit of one answer after decompression, in bytes; 16 MiB by default. */
  maxResponseBytes?: number;
  /** @internal Aborts the calls that have no signal of their own. */
  openCalls?: OpenCalls;
  /** @internal Waits between attempts. Tests replace it. */
  wait?: typeof wait;
}

/** What a resource needs of the transport. */
export type RequestSender = Pick<BackendApiTransport, 'request'>;

/** One call, prepared for any number of attempts. */
interface Call {
  name: string;
  url: string;
  init: RequestInit;
  timeoutMs: number;
  maxResponseBytes: number;
  retries: number;
  signal: AbortSignal | undefined;
  redact: Redact;
}

/**
 * Calls the Backend API: encodes the request, limits its time and size, retries it, and decodes answers and errors.
 *
 * To create one needs no key and makes no call. Logs and debuggers do not show the keys.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class BackendApiTransport {
  readonly #options: BackendApiOptions;
  readonly #apiUrl: string;

  /** @throws ClerkConfigurationError `option_invalid`, if `apiUrl` is not a URL */
  constructor(options: BackendApiOptions = {}) {
    this.#options = { ...options };
    this.#apiUrl = usableApiUrl(options.apiUrl || DEFAULT_API_URL);
  }

  /**
   * Performs one operation.
   *
   * Status 429 is retried for every method; status 502, 503 and 504, a lost connection and a timeout are retried for
   * `GET`, `PUT` and `DELETE`. The wait before the first retry is at most half a second and doubles with each further
   * one, unless `Retry-After` gives it. An answer that asks for more than 30 seconds is not retried.
   *
   * @param operation - the operation, with its parameters
   * @param options - options of this call
   * @returns the result of `operation.decode`; without a decoder the JSON, or `undefined` for an empty answer
   * @throws ClerkAPIResponseError if the API rejects the call, cannot be reached (`status` 0), or sends an unusable answer
   * @throws ClerkConfigurationError before any request, if the key is missing or an option is invalid
   * @throws ClerkError before any request: `resource_id_invalid`, `query_parameter_invalid`
   */
  async request<T>(operation: Operation<T>, options: BackendApiRequestOptions = {}): Promise<T> {
    const { openCalls } = this.#options;
    if (openCalls === undefined || options.signal) return this.#attempt(operation, options);
    return openCalls.run(signal => this.#attempt(operation, { ...options, signal }));
  }

  async #attempt<T>(operation: Operation<T>, options: BackendApiRequestOptions): Promise<T> {
    const call = this.#prepare(operation, options);
    for (let attempt = 0; ; attempt++) {
      try {
        const answer = await this.#exchange(
          call,
          new Observation(this.#options, this.#apiUrl, operation, attempt),
        );
        return decodeAnswer(operation, call, answer);
      } catch (failure) {
        const delayMs = attempt < call.retries ? delayAfter(failure, operation, call, attempt) : undefined;
        if (delayMs === undefined) throw failure;
        await (this.#options.wait ?? wait)(delayMs, call.signal);
      }
    }
  }

  #prepare(operation: Operation<unknown>, options: BackendApiRequestOptions): Call {
    const settings = this.#options;
    const path = operation.path.encode();
    const query = toQueryString(operation.query);
    const key = this.#keyFor(operation, options);
    const { body, contentType } = encodeBody(operation);
    const version = operation.unversioned ? '' : `/${settings.apiVersion || DEFAULT_API_VERSION}`;
    const timeoutMs = options.timeoutMs ?? settings.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const retries = options.retries ?? settings.retries ?? DEFAULT_RETRIES;
    const maxBytes = options.maxResponseBytes ?? settings.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES;
    return {
      name: describeOperation(operation),
      url: this.#apiUrl + version + path + query,
      init: {
        method: operation.method,
        headers: this.#headers(operation, key, contentType),
        body,
        // `fetch` would send the key to another path of the same host, and the body to any host.
        redirect: 'manual',
      },
      timeoutMs: wholeNumber('timeoutMs', timeoutMs, 1, MAX_TIMEOUT_MS),
      maxResponseBytes: wholeNumber('maxResponseBytes', maxBytes, 1, MAX_RESPONSE_BYTES_LIMIT),
      retries: wholeNumber('retries', retries, 0, MAX_RETRIES),
      signal: options.signal,
      redact: redactor(key ?? '', query),
    };
  }

  #keyFor({ auth }: Operation<unknown>, { secretKey }: BackendApiRequestOptions): string | undefined {
    const { secretKey: ownKey, machineSecretKey } = this.#options;
    if (auth === 'machine') return usableKey(secretKey ?? (machineSecretKey || ownKey), 'machine');
    const key = secretKey ?? ownKey;
    if (auth === 'none' || (auth === 'optional' && !key)) return undefined;
    return usableKey(key, 'secret');
  }

  #headers(
    { headers }: Operation<unknown>,
    key: string | undefined,
    contentType: string | undefined,
  ): Record<string, string> {
    return {
      ...headers,
      ...(key === undefined ? undefined : { Authorization: `Bearer ${key}` }),
      'Clerk-API-Version': CLERK_API_VERSION,
      'User-Agent': this.#options.userAgent || DEFAULT_USER_AGENT,
      ...(contentType === undefined ? undefined : { 'Content-Type': contentType }),
    };
  }

  async #exchange(
    { name, url, init, timeoutMs, maxResponseBytes, signal, redact }: Call,
    observation: Observation,
  ): Promise<Answer> {
    const fetch = this.#options.fetch ?? globalThis.fetch;
    observation.begin();
    try {
      const answer = await withDeadline(timeoutMs, signal, async attemptSignal =>
        readAnswer(await fetch(url, { ...init, signal: attemptSignal }), redact, maxResponseBytes),
      );
      observation.end(answer.status);
      return answer;
    } catch (failure) {
      observation.end(0);
      throw noAnswer(name, failure, timeoutMs, redact);
    }
  }
}

function decodeAnswer<T>({ decode, expects }: Operation<T>, { name, redact }: Call, answer: Answer): T {
  if (!answer.ok) throw failedAnswer(name, answer);
  const { body } = answer;
  if (body.kind === 'too-large') throw unusableAnswer(name, answer);
  if (expects === 'text') return answer.text as T;
  if (body.kind === 'empty' && !decode) return undefined as T;
  if (body.kind !== 'json') throw unusableAnswer(name, answer);
  if (!decode) return body.json as T;
  try {
    return decode(body.json);
  } catch (failure) {
    throw unusableAnswer(name, answer, redactError(failure, redact));
  }
}

function delayAfter(
  failure: unknown,
  { method }: Operation<unknown>,
  { signal }: Call,
  attempt: number,
): number | undefined {
  if (signal?.aborted || !(failure instanceof ClerkAPIResponseError)) return undefined;
  return retryDelayMs(method, failure, attempt);
}
