import { cookieNames } from '../authentication/request/cookie-names.js';
import { signingKeys } from '../webhooks/signing-secret.js';
import { LocalClock } from './clock.js';
import { createInstanceKeys } from './instance-keys.js';
import type { LocalClerkOptions } from './local-clerk-options.js';
import type { LocalInstance } from './local-instance.js';
import { newId } from './random.js';
import { seed } from './seed.js';
import { SigningKeyPair } from './signing-key-pair.js';
import { LocalStore } from './store/local-store.js';
import { newSigningSecret } from './webhooks/sign-webhook.js';

/** A new instance with the clock that its store reads. */
export interface CreatedInstance {
  readonly instance: LocalInstance;
  readonly clock: LocalClock;
  readonly publishableKey: string;
}

/**
 * Creates an instance: its keys, its signing key, its first machine and the records of the options.
 *
 * @throws {@link ClerkConfigurationError} `option_invalid` for an unknown instance type or a Frontend API that is
 *   not a host name, or a signing key that is no RSA private key, `webhook_signing_secret_invalid` for a signing
 *   secret that is not one
 * @throws {@link ClerkAPIResponseError} 422 when two of the users have an id or an email address in common
 */
export async function createLocalInstance(options: LocalClerkOptions): Promise<CreatedInstance> {
  const { instanceType = 'development', frontendApi } = options;
  const keys = createInstanceKeys(instanceType, frontendApi, options.secretKey);
  const signingKey = await (options.signingKey
    ? SigningKeyPair.of(options.signingKey)
    : SigningKeyPair.generate());
  const signer = { issuer: `https://${keys.frontendApi}`, signingKey };
  const { webhookSigningSecret = newSigningSecret() } = options;
  // Throws for a secret that cannot sign.
  signingKeys(webhookSigningSecret);
  const machineId = newId('mch');
  const firstMachineSecretKey = newId('ak');
  // Read on each call, so that a test may replace Date.now.
  const clock = new LocalClock(options.now ?? (() => Date.now()));
  const store = new LocalStore(clock.now, signer, machineId);
  store.records.machines.add({
    id: machineId,
    name: 'Local machine',
    secretKey: firstMachineSecretKey,
    previousSecretKey: null,
    previousSecretKeyExpiresAt: null,
    scopedMachineIds: [],
    defaultTokenTtl: 3600,
  });
  seed(store, options);
  const instance: LocalInstance = {
    ...signer,
    store,
    instanceType,
    singleSessionMode: options.singleSessionMode ?? true,
    oauthProviders: options.oauthProviders ?? ['google'],
    instanceId: newId('ins'),
    domainId: newId('dmn'),
    secretKey: keys.secretKey,
    webhookSigningSecret,
    machineId,
    firstMachineSecretKey,
    cookieNames: cookieNames(keys.publishableKey),
  };
  return { instance, clock, publishableKey: keys.publishableKey };
}
