import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';

/** The configurations of the running applications of this process. */
const live = new Set<ClerkConfiguration>();

export function applicationStarts(configuration: ClerkConfiguration): void {
  live.add(configuration);
}

export function applicationEnds(configuration: ClerkConfiguration): void {
  live.delete(configuration);
}

/**
 * The configuration of the only application in this process: for parameter decorators and for guards that Nest has not
 * created, which have no injection.
 *
 * @throws {@link ClerkConfigurationError} `guard_missing` if no application runs, or several do
 */
export function configurationOfOnlyApplication(): ClerkConfiguration {
  const [configuration, another] = live;
  if (configuration && !another) return configuration;
  throw new ClerkConfigurationError(
    'guard_missing',
    configuration
      ? 'Several applications with a ClerkModule run in this process. Let Nest create ClerkAuthGuard (@UseGuards(ClerkAuthGuard) ' +
          'or APP_GUARD), and outside of HTTP put it on handlers that use @Auth(), with @Public() if they are open.'
      : 'No ClerkModule is running. Import `ClerkModule.forRoot()` into the root module. In a test, call `app.init()` or ' +
          '`app.listen()` first, or replace the guard by a `StubClerkAuthGuard` from `nest-clerk/testing`.',
  );
}
