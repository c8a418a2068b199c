import type { CookieNames } from '../authentication/request/cookie-names.js';
import type { InstanceType } from './instance-keys.js';
import type { SigningKeyPair } from './signing-key-pair.js';
import type { LocalStore } from './store/local-store.js';

/** What the operations of a local instance work on. */
export interface LocalInstance {
  readonly store: LocalStore;
  readonly instanceType: InstanceType;
  /** The `iss` of every token: the URL of the Frontend API. */
  readonly issuer: string;
  readonly secretKey: string;
  /** The secret of the machine {@link LocalInstance.machineId}. */
  readonly machineSecretKey: string;
  readonly machineId: string;
  readonly signingKey: SigningKeyPair;
  readonly cookieNames: CookieNames;
}
