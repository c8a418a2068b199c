import type { SigningKeyPair } from './signing-key-pair.js';
import type { LocalStore } from './store/local-store.js';

/** What the operations of a local instance work on. */
export interface LocalInstance {
  readonly store: LocalStore;
  /** The `iss` of every token: the URL of the Frontend API. */
  readonly issuer: string;
  readonly secretKey: string;
  /** Replaced when the key is rotated. */
  readonly signingKey: SigningKeyPair;
}
