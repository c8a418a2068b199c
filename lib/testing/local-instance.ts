import type { CookieNames } from '../authentication/request/cookie-names.js';
import type { InstanceType } from './instance-keys.js';
import type { SigningKeyPair } from './signing-key-pair.js';
import type { LocalStore } from './store/local-store.js';

/** The data of an instance for its operations and tokens. */
export interface LocalInstance {
  readonly store: LocalStore;
  /** As in `ins_…`. */
  readonly instanceId: string;
  /** The id of the primary domain. */
  readonly domainId: string;
  readonly instanceType: InstanceType;
  /** Whether a browser has one session at most. */
  readonly singleSessionMode: boolean;
  /** The OAuth providers with which users can sign in, such as `google`. */
  readonly oauthProviders: readonly string[];
  /** The `iss` of every token: the URL of the Frontend API. */
  readonly issuer: string;
  readonly secretKey: string;
  /** Signs webhooks for endpoints without a secret of their own. */
  readonly webhookSigningSecret: string;
  /** The machine of the option `machineSecretKey`. */
  readonly machineId: string;
  /** The initial secret key of the machine. */
  readonly firstMachineSecretKey: string;
  readonly signingKey: SigningKeyPair;
  readonly cookieNames: CookieNames;
}
