import type { TokenRejection } from '../errors/token-verification-error.js';
import { signingKeyFromPem } from './signing-key.js';
import type { SigningKey } from './signing-key.js';

/** Where the keys of one instance come from. */
export interface KeySource {
  /**
   * The key for a token, answered at once.
   *
   * @param kid - the key id of an unverified token, so it can be anything
   * @returns the key, why it is missing, or `undefined` if only {@link load} can answer
   */
  find(kid: unknown): SigningKey | TokenRejection | undefined;

  /** The key for a token, fetched if it must be. Never rejects. */
  load(kid: unknown): Promise<SigningKey | TokenRejection>;

  /** How it stands with the keys, having fetched them where a request would have to. Never rejects. */
  check(): Promise<KeysState>;
}

/** When the keys were last confirmed (Unix time in milliseconds), if they are fetched at all; or why they are missing. */
export type KeysState = TokenRejection | { readonly confirmedAt: number | undefined };

/** The key of a networkless configuration: one, whatever key id a token names. */
export function localKeySource(pem: string): KeySource {
  const key = signingKeyFromPem(pem);
  return {
    find: () => key,
    load: () => Promise.resolve(key),
    check: () => Promise.resolve({ confirmedAt: undefined }),
  };
}
