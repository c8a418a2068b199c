import type { Instance } from '../../authentication/instance.js';
import type { ClerkClient } from '../../express/clerk-client.js';

const clients = new WeakMap<Instance, () => ClerkClient>();

/** Says which client speaks for an instance. */
export function provideClient(instance: Instance, client: () => ClerkClient): void {
  clients.set(instance, client);
}

/** The client with the keys of the instance that a request was looked at with. */
export function clientOf(instance: Instance): ClerkClient | undefined {
  return clients.get(instance)?.();
}
