import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';

/** The configurations of the applications that run in this process. */
const live = new Set<ClerkConfiguration>();

export function applicationStarts(configuration: ClerkConfiguration): void {
  live.add(configuration);
}

export function applicationEnds(configuration: ClerkConfiguration): void {
  live.delete(configuration);
}

/**
 * The configuration to authenticate with where no guard has done so: outside of HTTP, decorators of parameters are all
 * that there is of us then, and nothing can be injected into those.
 *
 * @throws {@link ClerkConfigurationError} `guard_missing` when there is none, or when it could be any of several
 */
export function onlyConfiguration(): ClerkConfiguration {
  const [configuration, another] = live;
  if (configuration && !another) return configuration;
  throw new ClerkConfigurationError(
    'guard_missing',
    configuration
      ? 'Several applications with a ClerkModule run in this process. Outside of HTTP, put ClerkAuthGuard on handlers ' +
          'that use @Auth() then, and @Public() with it where everybody may come in.'
      : 'No ClerkModule is running. Import `ClerkModule.forRoot()` into the root module.',
  );
}
