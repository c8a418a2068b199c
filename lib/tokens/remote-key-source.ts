import { isClerkAPIResponseError, statusInWords } from '../errors/clerk-api-response-error.js';
import type { TokenRejection } from '../errors/token-verification-error.js';
import type { KeySource, KeysState } from './key-source.js';
import { signingKeyFromJwk } from './signing-key.js';
import type { JsonWebKeyWithKid, SigningKey } from './signing-key.js';

/** Asks the Backend API for the key set of an instance (`GET /jwks`); rejects when it gives none. */
export type FetchJwks = () => Promise<{ keys: JsonWebKeyWithKid[] }>;

/** Keys this old are fetched anew in the background; `@clerk/backend` forgets them at this age. */
const REFRESH_AFTER_MS = 5 * 60_000;
/** Keys this old are not used without asking first, so that a revoked one ends even after a quiet night. */
const ASK_FIRST_AFTER_MS = 15 * 60_000;
/** Tokens with unknown key ids, which anybody can send, cause one fetch in this time at most. */
const UNKNOWN_KEY_COOL_DOWN_MS = 30_000;
/** After a failed fetch, the next attempt waits this long, doubled with every further failure. */
const FIRST_RETRY_AFTER_MS = 1_000;
const LAST_RETRY_AFTER_MS = 30_000;

/**
 * The keys of one instance, kept from the Backend API.
 *
 * Concurrent misses share one fetch. Keys are refreshed in the background before they grow old and go on being used
 * while the Backend API is down; an answer that no longer has a key, or that refuses our secret key, ends them at
 * once.
 */
export class RemoteKeySource implements KeySource {
  readonly #fetchJwks: FetchJwks;
  #keys = new Map<string, SigningKey>();
  /** When the keys were last confirmed; never, as long as it is this. */
  #confirmedAt = Number.NEGATIVE_INFINITY;
  #unknownKeyAskedAt = Number.NEGATIVE_INFINITY;
  #failure: { rejection: TokenRejection; at: number; retryAfter: number; count: number } | undefined;
  #pending: Promise<void> | undefined;

  constructor(fetchJwks: FetchJwks) {
    this.#fetchJwks = fetchJwks;
  }

  find(kid: unknown): SigningKey | TokenRejection | undefined {
    const key = this.#keys.get(kid as string);
    if (key === undefined) return this.#mayAsk() ? undefined : this.#rejectionFor(kid);

    const age = elapsedSince(this.#confirmedAt);
    if (age < REFRESH_AFTER_MS) return key;
    // While fetches fail nobody waits for them: the keys at hand are the best there is.
    const hasJustFailed = this.#failure !== undefined && elapsedSince(this.#failure.at) < ASK_FIRST_AFTER_MS;
    if (age >= ASK_FIRST_AFTER_MS && !hasJustFailed) return undefined;
    if (this.#mayAsk()) void this.#refresh();
    return key;
  }

  async load(kid: unknown): Promise<SigningKey | TokenRejection> {
    const wasEmpty = this.#keys.size === 0;
    if (!wasEmpty && !this.#keys.has(kid as string)) this.#unknownKeyAskedAt = Date.now();
    await this.#refresh();
    return this.#keys.get(kid as string) ?? this.#rejectionFor(kid);
  }

  async check(): Promise<KeysState> {
    const [kid] = this.#keys.keys();
    if (this.find(kid) === undefined) await this.#refresh();
    return this.#keys.size === 0 ? this.#rejectionFor(kid) : { confirmedAt: this.#confirmedAt };
  }

  #mayAsk(): boolean {
    if (this.#pending !== undefined) return true;
    if (this.#failure !== undefined && elapsedSince(this.#failure.at) < this.#failure.retryAfter)
      return false;
    return this.#keys.size === 0 || elapsedSince(this.#unknownKeyAskedAt) >= UNKNOWN_KEY_COOL_DOWN_MS;
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
      this.#accept(keys);
    } catch (error) {
      this.#fail(rejectionFrom(error));
      // The Backend API is up and says that this secret key is not, or no longer, one of the instance.
      if (isClerkAPIResponseError(error) && error.status === 401) this.#keys.clear();
    }
  }

  #accept(jwks: JsonWebKeyWithKid[]): void {
    const keys = new Map<string, SigningKey>();
    for (const jwk of jwks) {
      const key = signingKeyFromJwk(jwk);
      // The object stays the same for the same key: remembered verifications are tied to it.
      const known = this.#keys.get(jwk.kid);
      if (key) keys.set(jwk.kid, known?.keyObject.equals(key.keyObject) ? known : key);
    }
    this.#keys = keys;
    if (keys.size === 0) {
      // A new object for each time: failures are told to the operator once each.
      this.#fail({ ...NO_KEYS });
      return;
    }
    this.#confirmedAt = Date.now();
    this.#failure = undefined;
  }

  #fail(rejection: TokenRejection): void {
    const count = (this.#failure?.count ?? 0) + 1;
    const retryAfter = Math.min(FIRST_RETRY_AFTER_MS * 2 ** (count - 1), LAST_RETRY_AFTER_MS);
    this.#failure = { rejection, at: Date.now(), retryAfter, count };
  }

  #rejectionFor(kid: unknown): TokenRejection {
    if (this.#keys.size === 0 && this.#failure) return this.#failure.rejection;
    // Neither the token's key id nor those of the instance are repeated: the one is a stranger's, the others ours.
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

/** A clock that was set back must not make a wait as long as the step. */
function elapsedSince(time: number): number {
  const elapsed = Date.now() - time;
  return elapsed < 0 ? Number.POSITIVE_INFINITY : elapsed;
}

const NO_KEYS: TokenRejection = {
  reason: 'jwk-remote-failed-to-load',
  message: 'The Backend API answered a key set without any key for session tokens.',
  action: 'Contact support@clerk.com.',
};

function rejectionFrom(error: unknown): TokenRejection {
  if (isClerkAPIResponseError(error) && error.errors.some(({ code }) => code === 'clerk_key_invalid')) {
    return {
      reason: 'secret-key-invalid',
      message: 'The Backend API refused the secret key when it was asked for the keys of the instance.',
      action: 'Set CLERK_SECRET_KEY to a key from https://dashboard.clerk.com/~/api-keys.',
    };
  }
  return {
    reason: 'jwk-remote-failed-to-load',
    message: `The keys of the instance could not be fetched from the Backend API (${statusInWords(error)}).`,
  };
}
