import type { RequestRecord } from '../../authentication/request-record.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import type { ClerkClient } from '../../express/clerk-client.js';
import { clientOf } from '../../express/instance-clients.js';

/**
 * The client with the keys of the instance that authenticated a call.
 *
 * @throws {@link ClerkConfigurationError} `context_missing` for a call of no instance
 */
export function clientOfCall({ instance }: RequestRecord): ClerkClient {
  const client = instance && clientOf(instance);
  if (client) return client;
  throw new ClerkConfigurationError(
    'context_missing',
    'The call belongs to no Clerk instance: its path is excluded, or `requestOptions` chose no keys for it. Do not call Clerk ' +
      'on such routes, or inject ClerkClient, which has the keys of the module.',
  );
}
