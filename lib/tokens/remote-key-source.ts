import { isClerkAPIResponseError, statusInWords } from '../errors/clerk-api-response-error.js';
import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import type { TokenRejection } from '../errors/token-verification-error.js';
import type { KeySource, KeysState } from './key-source.js';
import { isUnusable, signingKeyFromJwk } from './signing-key.js';
import type { JsonWebKeyWithKid, SigningKey } from './signing-key.js';

/** Fetches the key set of an instance from the Backend API (`GET /jwks`); rejects without one. */
export type FetchJwks = () => Promise<{ keys: JsonWebKeyWithKid[] }>;

/** Logs the outages of the Backend API. */
export interface OutageListener {
  /** @param failure - the error of the call; `undefined` for an answer that cannot be used */
  failed(failure: unknown): void;
  succeeded(): void;
}

const IGNORE_OUTAGES: OutageListener = { failed: () => undefined, succeeded: () => undefined };

/** The age at which keys are refreshed in the background; `@clerk/backend` discards them at this age. */
const REFRESH_AFTER_MS = 5 * 60_000;
/**
 * The age at which keys are confirmed before they are used, so that a revoked one is rejected even after a quiet night.
 */
const CONFIRM_AFTER_MS = 15 * 60_000;
/**
 * Tokens with unknown key ids, which anyone can send, cause at most one fetch in this time. It is also the time for
 * which a token with a new key may be rejected after a rotation.
 */
const UNKNOWN_KEY_COOL_DOWN_MS = 5_000;
/** The wait after a failed fetch, doubled with every further failure. */
const FIRST_RETRY_AFTER_MS = 1_000;
const LAST_RETRY_AFTER_MS = 30_000;

/**
 * The keys of one instance, fetched from the Backend API and cached.
 *
 * Concurrent requests without keys share one fetch. Keys are refreshed in the background before they expire, and stay
 * in use while the Backend API is down or its response is unusable; a response with other keys, or one that rejects the
 * secret key, discards them immediately.
 */
export class RemoteKeySource implements KeySource {
  readonly #fetchJwks: FetchJwks;
  readonly #warn: (message: string) => void;
  readonly #outages: OutageListener;
  #keys = new Map<string, SigningKey>();
  /** When the keys were last confirmed; minus infinity before the first time. */
  #confirmedAt = Number.NEGATIVE_INFINITY;
  #unknownKeyFetchedAt = Number.NEGATIVE_INFINITY;
  #failure: { rejection: TokenRejection; at: number; retryAfter: number; count: number } | undefined;
  #pending: Promise<void> | undefined;
  /** The warnings about entries of the last key set, so that each is logged once. */
  #warnings = new Set<string>();

  /**
   * @param fetchJwks - fetches the key set
   * @param warn - logs unusable entries of the key set
   * @param outages - is told whether a key set could be fetched; not if the Backend API rejects the secret key
   */
  constructor(
    fetchJwks: FetchJwks,
    warn: (message: string) => void = () => {},
    outages: OutageListener = IGNORE_OUTAGES,
  ) {
    this.#fetchJwks = fetchJwks;
    this.#warn = warn;
    this.#outages = outages;
  }

  find(kid: unknown): SigningKey | TokenRejection | undefined {
    const key = this.#keys.get(kid as string);
    if (key === undefined) return this.#mayFetch() ? undefined : this.#rejectionFor(kid);

    const age = elapsedSince(this.#confirmedAt);
    if (age < REFRESH_AFTER_MS) return key;
    // While fetches fail no request waits for them: the known keys are the best available.
    const hasJustFailed = this.#failure !== undefined && elapsedSince(this.#failure.at) < CONFIRM_AFTER_MS;
    if (age >= CONFIRM_AFTER_MS && !hasJustFailed) return undefined;
    if (this.#mayFetch()) void this.#refresh();
    return key;
  }

  async load(kid: unknown): Promise<SigningKey | TokenRejection> {
    const wasEmpty = this.#keys.size === 0;
    if (!wasEmpty && !this.#keys.has(kid as string)) this.#unknownKeyFetchedAt = Date.now();
    await this.#refresh();
    return this.#keys.get(kid as string) ?? this.#rejectionFor(kid);
  }

  async check(): Promise<KeysState> {
    const [kid] = this.#keys.keys();
    if (this.find(kid) === undefined) await this.#refresh();
    return this.#keys.size === 0 ? this.#rejectionFor(kid) : { confirmedAt: this.#confirmedAt };
  }

  #mayFetch(): boolean {
    if (this.#pending !== undefined) return true;
    if (this.#failure !== undefined && elapsedSince(this.#failure.at) < this.#failure.retryAfter)
      return false;
    return this.#keys.size === 0 || elapsedSince(this.#unknownKeyFetchedAt) >= UNKNOWN_KEY_COOL_DOWN_MS;
  }

  #refresh(): Promise<void> {
    this.#pending ??= this.#fetch().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #fetch(): Promise<void> {
    try {
      const { keys } = await this.#fetchJwks();
      await this.#accept(keys);
    } catch (error) {
      const rejection = rejectionFrom(error);
      this.#fail(rejection);
      if (rejection.reason === 'jwk-remote-failed-to-load') this.#outages.failed(error);
      // The Backend API is up and says that this secret key does not, or no longer, belong to the instance.
      if (isClerkAPIResponseError(error) && error.status === 401) this.#keys.clear();
    }
  }

  async #accept(jwks: readonly JsonWebKeyWithKid[]): Promise<void> {
    const { keys, warnings } = await readKeySet(jwks);
    for (const warning of warnings) if (!this.#warnings.has(warning)) this.#warn(warning);
    this.#warnings = new Set(warnings);
    if (keys.size === 0) {
      this.#outages.failed(undefined);
      // Every instance has a key, so this response counts as a failure: known keys stay in use. A new object each time,
      // because each failure is logged once.
      this.#fail({ ...NO_KEYS });
      return;
    }
    // The same key keeps its object, because remembered verifications refer to it.
    for (const [kid, key] of keys) {
      const known = this.#keys.get(kid);
      if (known?.alg === key.alg && known?.keyObject.equals(key.keyObject)) keys.set(kid, known);
    }
    this.#keys = keys;
    this.#confirmedAt = Date.now();
    this.#failure = undefined;
    this.#outages.succeeded();
  }

  #fail(rejection: TokenRejection): void {
    const count = (this.#failure?.count ?? 0) + 1;
    const retryAfter = Math.min(FIRST_RETRY_AFTER_MS * 2 ** (count - 1), LAST_RETRY_AFTER_MS);
    this.#failure = { rejection, at: Date.now(), retryAfter, count };
  }

  #rejectionFor(kid: unknown): TokenRejection {
    if (this.#keys.size === 0 && this.#failure) return this.#failure.rejection;
    // The message contains no key id: the sender chose that of the token, and the instance's are not for clients.
    return {
      reason: 'jwk-kid-mismatch',
      message:
        typeof kid === 'string'
          ? 'The token was signed with a key that is not one of this Clerk instance.'
          : 'The token does not say which key it was signed with (kid).',
      action:
        'Check in the Clerk Dashboard that the secret key and the publishable key are of the same instance, and that the token comes from it.',
    };
  }
}

/** After the clock was set back, a wait must not be as long as the step. */
function elapsedSince(time: number): number {
  const elapsed = Date.now() - time;
  return elapsed < 0 ? Number.POSITIVE_INFINITY : elapsed;
}

const NO_KEYS: TokenRejection = {
  reason: 'jwk-remote-failed-to-load',
  message: 'The Backend API answered with a key set without a usable key.',
  action: 'Contact support@clerk.com.',
};

/** A service may be without the secret key, to verify tokens that need none. */
const NO_KEY_CONFIGURED: TokenRejection = {
  reason: 'jwk-local-missing',
  message: 'The token cannot be verified: neither a secret key nor a JWT key is set.',
  action:
    'Set `jwtKey` (CLERK_JWT_KEY) or `secretKey` (CLERK_SECRET_KEY); both are on https://dashboard.clerk.com/~/api-keys.',
};

function rejectionFrom(error: unknown): TokenRejection {
  if (error instanceof ClerkConfigurationError && error.code === 'secret_key_missing')
    return NO_KEY_CONFIGURED;
  if (isClerkAPIResponseError(error) && error.errors.some(({ code }) => code === 'clerk_key_invalid')) {
    return {
      reason: 'secret-key-invalid',
      message: 'The Backend API rejected the secret key when the keys of the instance were fetched.',
      action: 'Set CLERK_SECRET_KEY to a key from https://dashboard.clerk.com/~/api-keys.',
    };
  }
  return {
    reason: 'jwk-remote-failed-to-load',
    message: `The keys of the instance could not be fetched from the Backend API (${statusInWords(error)}).`,
  };
}

/**
 * Reads a key set. Unusable entries are skipped with a warning that names their position, because a key id can be any
 * value.
 */
async function readKeySet(
  jwks: readonly JsonWebKeyWithKid[],
): Promise<{ keys: Map<string, SigningKey>; warnings: string[] }> {
  const keys = new Map<string, SigningKey>();
  const ambiguous = new Set<string>();
  const warnings: string[] = [];
  const ignore = (index: number, why: string) =>
    warnings.push(`Key ${index + 1} of the key set of the Clerk instance is ignored: it ${why}.`);
  const entries = await Promise.all(jwks.map(jwk => signingKeyFromJwk(jwk)));
  for (const [index, entry] of entries.entries()) {
    const kid = jwks[index]?.kid;
    if (isUnusable(entry)) ignore(index, entry.why);
    else if (typeof kid !== 'string') ignore(index, 'has no key id (kid)');
    else if (keys.has(kid) && !keys.get(kid)?.keyObject.equals(entry.keyObject)) {
      ambiguous.add(kid);
      ignore(index, 'has the same key id (kid) as another key, which is ignored too');
    } else keys.set(kid, entry);
  }
  // RFC 7517, section 4.5: keys of one set have distinct ids. To choose one of two would be a guess.
  for (const kid of ambiguous) keys.delete(kid);
  return { keys, warnings };
}
