import { Inject, Injectable } from '@nestjs/common';

import { CLERK_CONFIGURATION } from '../configuration/clerk-configuration.js';
import type { ClerkConfiguration, ForgetResource } from '../configuration/clerk-configuration.js';

/**
 * Forgets what the option `cache` of {@link ClerkModule} remembers of a user or an organization, so that the next request
 * sees a change that this application has just made. Without the option it does nothing.
 *
 * With `webhooks` configured it happens by itself, as soon as Clerk delivers the event.
 *
 * @example
 * ```ts
 * @Injectable()
 * export class ProfileService {
 *   constructor(
 *     private readonly clerk: ClerkClient,
 *     private readonly cache: ClerkCache,
 *   ) {}
 *
 *   async rename(userId: string, firstName: string) {
 *     await this.clerk.users.updateUser(userId, { firstName });
 *     await this.cache.forgetUser(userId);
 *   }
 * }
 * ```
 */
@Injectable()
export class ClerkCache {
  // Not a private field (`#x`), which throws on the proxies that Nest 12 can put around providers.
  private readonly forget: ForgetResource | undefined;

  constructor(@Inject(CLERK_CONFIGURATION) { forgetResource }: ClerkConfiguration) {
    this.forget = forgetResource;
  }

  /** Forgets a user, in all instances of the application that share the store. It does not fail if the store does. */
  async forgetUser(userId: string): Promise<void> {
    await this.forget?.('user', userId);
  }

  /** Forgets an organization, in all instances of the application that share the store. It does not fail if the store does. */
  async forgetOrganization(organizationId: string): Promise<void> {
    await this.forget?.('organization', organizationId);
  }
}
