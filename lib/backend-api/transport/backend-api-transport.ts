import { ClerkAPIResponseError } from '../../errors/clerk-api-response-error.js';
import { type Answer, readAnswer } from './answer.js';
import { encodeBody } from './body.js';
import { withDeadline } from './deadline.js';
import { noAnswer, refusal, uselessAnswer } from './failure.js';
import { type BackendApiObserver, Observation } from './observation.js';
import { describeOperation, type Operation, type BackendApiRequestOptions } from './operation.js';
import { toQueryString } from './query.js';
import { redactError, redactor, type Redact } from './redact.js';
import { retryDelayMs, wait } from './retry.js';
import { LONGEST_TIMEOUT_MS, MOST_RETRIES, usableApiUrl, usableKey, wholeNumber } from './settings.js';
import { BACKEND_API_VERSION, PACKAGE_VERSION } from '../version.js';

const DEFAULT_API_URL = 'https://api.clerk.com';
const DEFAULT_API_VERSION = 'v1';
const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_RETRIES = 2;
const DEFAULT_USER_AGENT = `nest-clerk/${PACKAGE_VERSION}`;

/** How the Backend API is reached. */
export interface BackendApiOptions extends BackendApiObserver {
  /** The instance's secret key, `sk_…`. It is needed for the first call, not before. */
  secretKey?: string;
  /** The secret key of a machine, `ak_…`: it authenticates calls about M2M tokens in place of `secretKey`. */
  machineSecretKey?: string;
  /** Where the API is; `https://api.clerk.com` by default. */
  apiUrl?: string;
  /** The version in the API's URLs; `v1` by default. */
  apiVersion?: string;
  /** What to say in `User-Agent`; this package's name and version by default. */
  userAgent?: string;
  /** Used in place of the global `fetch`: for a proxy, instrumentation, or `LocalClerk`. */
  fetch?: typeof globalThis.fetch;
  /** Milliseconds that one attempt may take, its body included; 10,000 by default. */
  timeoutMs?: number;
  /** How often a failed attempt is repeated at most; 2 by default, `0` for never. */
  retries?: number;
  /** @internal Waits between attempts; replaced in tests. */
  wait?: typeof wait;
}

/** One call, ready to be sent as often as it takes. */
interface Call {
  name: string;
  url: string;
  init: RequestInit;
  timeoutMs: number;
  retries: number;
  signal: AbortSignal | undefined;
  redact: Redact;
}

/**
 * The one place that calls the Backend API: it encodes, times out, retries and reads errors.
 *
 * Making one costs nothing and needs no key. The keys are private: logging or inspecting it does not show them.
 *
 * @example
 * ```ts
 * const transport = new BackendApiTransport({ secretKey: process.env.CLERK_SECRET_KEY });
 * const user = await transport.request({
 *   operation: 'GetUser',
 *   method: 'GET',
 *   path: apiPath`/users/${userId}`,
 *   decode: User.fromJSON,
 * });
 * ```
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class BackendApiTransport {
  readonly #options: BackendApiOptions;
  readonly #apiUrl: string;

  /** @throws ClerkConfigurationError `option_invalid` when `apiUrl` is no address */
  constructor(options: BackendApiOptions = {}) {
    this.#options = { ...options };
    this.#apiUrl = usableApiUrl(options.apiUrl || DEFAULT_API_URL);
  }

  /**
   * Performs one operation.
   *
   * A 429 is repeated for every method; 502, 503, 504, a lost connection and a timeout for `GET`, `PUT` and `DELETE`.
   * The wait before an attempt is half a second at most, doubled for each further one, or what `Retry-After` says; an
   * answer that asks for more than 30 seconds is not waited for.
   *
   * @param operation - what to call, with what
   * @param options - for this call only
   * @returns what `operation.decode` makes of the answer's JSON; without it the JSON, or `undefined` for an empty answer
   * @throws ClerkAPIResponseError when the API refuses, cannot be reached (`status` 0) or answers nonsense
   * @throws ClerkConfigurationError before any request, when the key is missing or an option is unusable
   * @throws ClerkError before any request: `resource_id_invalid`, `query_parameter_invalid`
   */
  async request<T>(operation: Operation<T>, options: BackendApiRequestOptions = {}): Promise<T> {
    const call = this.#prepare(operation, options);
    for (let attempt = 0; ; attempt++) {
      try {
        const answer = await this.#exchange(call, new Observation(this.#options, operation, attempt));
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
    return {
      name: describeOperation(operation),
      url: this.#apiUrl + version + path + query,
      init: {
        method: operation.method,
        headers: this.#headers(operation, key, contentType),
        body,
        // `fetch` would take the key along to another path of the same host, and the body to any host.
        redirect: 'manual',
      },
      timeoutMs: wholeNumber('timeoutMs', timeoutMs, 1, LONGEST_TIMEOUT_MS),
      retries: wholeNumber('retries', retries, 0, MOST_RETRIES),
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
      'Clerk-API-Version': BACKEND_API_VERSION,
      'User-Agent': this.#options.userAgent || DEFAULT_USER_AGENT,
      ...(contentType === undefined ? undefined : { 'Content-Type': contentType }),
    };
  }

  async #exchange(
    { name, url, init, timeoutMs, signal, redact }: Call,
    observation: Observation,
  ): Promise<Answer> {
    const fetch = this.#options.fetch ?? globalThis.fetch;
    observation.begin();
    try {
      const answer = await withDeadline(timeoutMs, signal, async attemptSignal =>
        readAnswer(await fetch(url, { ...init, signal: attemptSignal }), redact),
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
  if (!answer.ok) throw refusal(name, answer);
  const { body } = answer;
  if (expects === 'text') return answer.text as T;
  if (body.kind === 'empty' && !decode) return undefined as T;
  if (body.kind !== 'json') throw uselessAnswer(name, answer);
  if (!decode) return body.json as T;
  try {
    return decode(body.json);
  } catch (failure) {
    throw uselessAnswer(name, answer, redactError(failure, redact));
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
