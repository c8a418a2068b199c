import { withDeadline } from '../backend-api/transport/deadline.js';
import { InstanceCache } from '../instance/instance-cache.js';

/** How long a document is served before it is fetched again: short enough to see a changed setting. */
export const METADATA_LIFETIME_MS = 5 * 60_000;
/** The time limit of a fetch, in which a client waits. */
const TIMEOUT_MS = 5_000;
/** The minimum time between two fetches while Clerk is down. No client waits in between. */
const RETRY_AFTER_MS = 10_000;

type Fetch = typeof globalThis.fetch;

/**
 * The cached metadata of one OAuth authorization server.
 *
 * Concurrent requests without a cached document share one fetch. Any response that is not such a document counts as a
 * failure; then the last document is returned, however old it is.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8414
 */
export class AuthorizationServerMetadata {
  readonly #fetch: Fetch | undefined;
  readonly #url: string;
  #document: string | undefined;
  #askAgainAt = Number.NEGATIVE_INFINITY;
  #askedAt = Number.NEGATIVE_INFINITY;
  #pending: Promise<void> | undefined;

  /** @param issuer - the server's URL, without a trailing slash */
  constructor(fetch: Fetch | undefined, issuer: string) {
    this.#fetch = fetch;
    this.#url = `${issuer}/.well-known/oauth-authorization-server`;
  }

  /**
   * The document as JSON. Never rejects.
   *
   * @param warn - receives the failure, once per attempt
   * @returns `undefined` if no document was ever fetched
   */
  async get(warn: (message: string) => void): Promise<string | undefined> {
    if (this.#needsFetch()) {
      this.#pending ??= this.#ask(warn).finally(() => {
        this.#pending = undefined;
      });
      await this.#pending;
    }
    return this.#document;
  }

  /** After the clock was set back, the wait must not be as long as the step. */
  #needsFetch(): boolean {
    const now = Date.now();
    return now >= this.#askAgainAt || now < this.#askedAt;
  }

  async #ask(warn: (message: string) => void): Promise<void> {
    this.#askedAt = Date.now();
    try {
      this.#document = await withDeadline(TIMEOUT_MS, undefined, signal => this.#fetchDocument(signal));
      this.#askAgainAt = Date.now() + METADATA_LIFETIME_MS;
    } catch (error) {
      this.#askAgainAt = Date.now() + RETRY_AFTER_MS;
      const why = error instanceof Error ? error.message : 'unknown error';
      warn(`The metadata of the OAuth authorization server could not be fetched from ${this.#url}: ${why}.`);
    }
  }

  async #fetchDocument(signal: AbortSignal): Promise<string> {
    const fetch = this.#fetch ?? globalThis.fetch;
    const response = await fetch(this.#url, { headers: { accept: 'application/json' }, signal });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    const document: unknown = await response.json();
    if (!isServerMetadata(document)) throw new Error('what is answered is no such document');
    return JSON.stringify(document);
  }
}

/** One cache per server, for all configurations of its instance. */
const servers = new InstanceCache<AuthorizationServerMetadata>();

/** @param issuer - the server's URL, without a trailing slash; never one that comes from a request */
export function authorizationServerMetadata(
  fetch: Fetch | undefined,
  issuer: string,
): AuthorizationServerMetadata {
  return servers.getOrMake(fetch, [issuer], () => new AuthorizationServerMetadata(fetch, issuer));
}

/** The fields that every client needs. */
function isServerMetadata(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Record<string, unknown>;
  return ['issuer', 'authorization_endpoint', 'token_endpoint'].every(
    name => typeof fields[name] === 'string',
  );
}
