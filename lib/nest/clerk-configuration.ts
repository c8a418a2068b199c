import { Logger } from '@nestjs/common';

import { notLookedAt } from '../authentication/results.js';
import { createMiddleware } from '../express/authenticator.js';
import type { ChooseInstance, Middleware } from '../express/authenticator.js';
import { ClerkClient } from '../express/clerk-client.js';
import { createInstance } from '../express/create-instance.js';
import type { Log } from '../express/create-instance.js';
import { optionsFromEnvironment } from '../express/environment.js';
import { instanceByRequest } from '../express/instance-by-request.js';
import { withDefaults } from '../express/options.js';
import { attachRecord } from '../express/request-auth.js';
import type { ClerkOptions } from '../express/options.js';
import { withBackendApiLog } from './backend-api-log.js';
import type { ClerkModuleOptions, OnUnauthenticated } from './clerk-module-options.js';
import { excludedPaths } from './excluded-paths.js';

/** What the module's options and the environment come to. */
export interface ClerkConfiguration {
  /** The client that is injected. Not its options: whoever logs a guard, which has this, would log the keys. */
  readonly client: ClerkClient;
  readonly middleware: Middleware;
  readonly onUnauthenticated: OnUnauthenticated;
}

/** The injection token of {@link ClerkConfiguration}. */
export const CLERK_CONFIGURATION = Symbol('CLERK_CONFIGURATION');

/**
 * Puts options and environment together, once per application, when it starts: `ConfigModule` and `dotenv` have done
 * their work by then, wherever they stand.
 *
 * @throws {@link ClerkConfigurationError} when the application could not work with them
 */
export function createConfiguration(moduleOptions: ClerkModuleOptions): ClerkConfiguration {
  const { onUnauthenticated = 'auto', exclude, requestOptions, ...given } = moduleOptions;
  const options = withDefaults(given, optionsFromEnvironment());
  return {
    client: new ClerkClient(withBackendApiLog(options)),
    middleware: withoutExcluded(
      excludedPaths(exclude),
      createMiddleware(chooser(options, requestOptions), log),
    ),
    onUnauthenticated,
  };
}

const log: Log = new Logger('Clerk');

/** Where requests choose the keys there need not be any before one comes. */
function chooser(
  options: ClerkOptions,
  requestOptions: ClerkModuleOptions['requestOptions'],
): ChooseInstance {
  const prepare = (given: ClerkOptions) => createInstance(withDefaults(given, options), log);
  if (requestOptions) return instanceByRequest(requestOptions, prepare);
  const instance = prepare({});
  return () => instance;
}

function withoutExcluded(isExcluded: (target: string) => boolean, middleware: Middleware): Middleware {
  return (request, response, next) => {
    if (!isExcluded(request.originalUrl || request.url || '')) return middleware(request, response, next);
    attachRecord(request, notLookedAt());
    next();
  };
}
