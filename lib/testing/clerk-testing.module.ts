import type { DynamicModule } from '@nestjs/common';

import type { ClerkModuleOptions } from '../nest/configuration/clerk-module-options.js';
import { LocalClerk } from './local-clerk.js';
import type { LocalClerkOptions } from './local-clerk-options.js';

/** The options of {@link ClerkTestingModule.forRoot}. */
export interface ClerkTestingModuleOptions extends LocalClerkOptions {
  /** Options for `ClerkModule.forRoot()` besides the keys. */
  clerk?: Omit<ClerkModuleOptions, 'secretKey' | 'publishableKey' | 'fetch' | 'now'>;
}

/**
 * `ClerkModule` with a {@link LocalClerk} in place of Clerk, for tests of a Nest application. The `LocalClerk` is a
 * provider.
 *
 * @example
 * ```ts
 * const moduleRef = await Test.createTestingModule({
 *   imports: [
 *     ClerkTestingModule.forRoot({
 *       users: [{ id: 'user_alice', emailAddress: ['alice@example.com'] }],
 *       organizations: [{ id: 'org_acme', name: 'Acme', members: [{ user: 'user_alice', role: 'org:admin' }] }],
 *     }),
 *     InvoicesModule,
 *   ],
 * }).compile();
 *
 * const { headers } = await moduleRef.get(LocalClerk).signIn('user_alice', { organization: 'org_acme' });
 * ```
 */
export class ClerkTestingModule {
  /**
   * Creates a {@link LocalClerk}, and a `ClerkModule` that uses it.
   *
   * @throws {@link ClerkConfigurationError} `option_invalid`, as `LocalClerk.create()`
   * @throws {@link ClerkAPIResponseError} 422 when two of the records have an id or an identifier in common
   */
  static async forRoot(options: ClerkTestingModuleOptions = {}): Promise<DynamicModule> {
    const { clerk, ...localOptions } = options;
    const local = await LocalClerk.create(localOptions);
    // Loaded here, so that applications without Nest can use the rest of the entry point.
    const { ClerkModule } = await import('../nest/clerk.module.js');
    return {
      module: ClerkTestingModule,
      global: true,
      imports: [ClerkModule.forRoot({ ...clerk, ...local.keys })],
      providers: [{ provide: LocalClerk, useValue: local }],
      exports: [LocalClerk],
    };
  }
}
