import type { TokenRejection } from '../errors/token-verification-error.js';
import { signingKeyFromPem } from './signing-key.js';
import type { SigningKey } from './signing-key.js';

/** The source of an instance's keys. */
export interface KeySource {
  /**
   * Returns the key for a token synchronously.
   *
   * @param kid - the key id of an unverified token, of any type
   * @returns the key, the reason why it is missing, or `undefined` if only {@link load} can decide
   */
  find(kid: unknown): SigningKey | TokenRejection | undefined;

  /** Returns the key for a token, and fetches it if necessary. Never rejects. */
  load(kid: unknown): Promise<SigningKey | TokenRejection>;

  /** Returns the state of the keys, and fetches them if a request would have to. Never rejects. */
  check(): Promise<KeysState>;
}

/** When the keys were last confirmed (Unix time in milliseconds), if they are fetched; or why they are missing. */
export type KeysState = TokenRejection | { readonly confirmedAt: number | undefined };

/** The key source of the option `jwtKey`: one key for any key id. */
export function localKeySource(pem: string): KeySource {
  const key = signingKeyFromPem(pem);
  return {
    find: () => key,
    load: () => Promise.resolve(key),
    check: () => Promise.resolve({ confirmedAt: undefined }),
  };
}
