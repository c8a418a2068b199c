import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { ClerkClient } from '../../express/clerk-client.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';
import { callInContext, useContext } from '../context/context-storage.js';
import { clientOfCall } from './client-of-call.js';

/**
 * The client of the Clerk instance that authenticated the current call, where `requestOptions` chooses the keys by the
 * request. Inject it in place of {@link ClerkClient}; the provider that injects it stays a singleton.
 *
 * It has the methods of {@link ClerkClient}. It rests on Node's `AsyncLocalStorage`, as {@link ClerkContext} does, so gateways
 * and controllers of messages need {@link ClerkContextInterceptor}. Outside of any call it is the client of the module, or, where
 * requests choose the keys, an error.
 *
 * @example
 * ```ts
 * @Injectable()
 * export class Members {
 *   constructor(private readonly clerk: TenantClerkClient) {}
 *
 *   list(organizationId: string) {
 *     return this.clerk.organizations.getOrganizationMembershipList({ organizationId });
 *   }
 * }
 * ```
 */
export abstract class TenantClerkClient extends ClerkClient {}

/**
 * Makes the client that is injected as {@link TenantClerkClient}: each use of a property is one of the call's client.
 *
 * @param applicationClient - the client outside of any call, if requests do not choose the keys
 */
export function createTenantClient(
  { defaultInstance }: ClerkConfiguration,
  applicationClient: ClerkClient,
): TenantClerkClient {
  useContext();
  const template = new ClerkClient();
  return new Proxy(template, {
    get(target, property) {
      // Nest and promises ask for hooks and for `then`, outside of any call.
      if (!(property in target) || typeof property === 'symbol') return undefined;
      const call = callInContext();
      if (!call && !defaultInstance) throw contextMissing();
      const client = call ? clientOfCall(call.record) : applicationClient;
      return Reflect.get(client, property, client) as unknown;
    },
  });
}

function contextMissing(): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'context_missing',
    'TenantClerkClient was used outside of any call, so no request chooses its keys. For WebSockets, microservices and GraphQL ' +
      'subscriptions put `@UseInterceptors(ClerkContextInterceptor)` on the class; in a job, make a client with ' +
      '`createClerkClient()` and the keys of the tenant.',
  );
}
