import type { Instance } from '../authentication/instance.js';
import { sharedBetweenCopies } from '../helpers/shared-between-copies.js';
import type { ClerkClient } from './clerk-client.js';

const clients = sharedBetweenCopies('instance-clients/1', () => new WeakMap<Instance, () => ClerkClient>());

/** Associates an instance with the client that has its keys. */
export function provideClient(instance: Instance, client: () => ClerkClient): void {
  clients.set(instance, client);
}

/** The client with the keys of an instance. */
export function clientOf(instance: Instance): ClerkClient | undefined {
  return clients.get(instance)?.();
}
