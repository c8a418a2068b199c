import { createMiddleware } from './create-middleware.js';
import type { ChooseInstance } from '../instance/instance-by-request.js';
import type { Middleware } from './create-middleware.js';
import { createProxiedInstance } from './proxied-instance.js';
import { ClerkClient, isClerkClient, optionsOfClient } from './clerk-client.js';
import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import { provideClient } from './instance-clients.js';
import { once } from '../helpers/once.js';
import { consoleLog } from '../instance/console-log.js';
import { optionsFromEnvironment } from '../instance/environment.js';
import { instanceByRequest } from '../instance/instance-by-request.js';
import { assertOptions, withDefaults } from '../instance/options.js';
import type { ByRequest, ClerkOptions } from '../instance/options.js';

/** The options of {@link clerkMiddleware}. */
export interface ClerkMiddlewareOptions extends ClerkOptions {
  /** A client whose keys and URL are the defaults of these options. */
  clerkClient?: ClerkClient;
}

/** Returns the options of {@link clerkMiddleware} for a request. */
export type ClerkMiddlewareOptionsCallback = ByRequest<ClerkMiddlewareOptions>;

/**
 * Authenticates each request and stores the result for {@link getAuth}. It rejects no request.
 *
 * @param options - keys and requirements, or a function that returns them for a request; missing options are read from
 *   the environment, now for options and per request for a function
 * @throws {@link ClerkConfigurationError} for invalid options; for a function per request, to `next`
 *
 * @example
 * ```ts
 * const app = express();
 * app.use(clerkMiddleware());
 *
 * app.get('/', (req, res) => {
 *   const { isAuthenticated, userId } = getAuth(req);
 *   res.send(isAuthenticated ? `Hello, ${userId}` : 'Hello, stranger');
 * });
 * ```
 *
 * @see https://clerk.com/docs/reference/express/clerk-middleware
 */
export function clerkMiddleware(
  options: ClerkMiddlewareOptions | ClerkMiddlewareOptionsCallback = {},
): Middleware {
  return createMiddleware(chooser(options), consoleLog);
}

/**
 * A middleware as {@link clerkMiddleware} makes it, which verifies no opaque machine tokens: for routes that only sessions
 * open, so that they cost no call to the Backend API.
 */
export function sessionMiddleware(options: ClerkMiddlewareOptions): Middleware {
  return createMiddleware(chooser(options), consoleLog, 'narrow', true);
}

function chooser(options: ClerkMiddlewareOptions | ClerkMiddlewareOptionsCallback): ChooseInstance {
  const prepare = ({ clerkClient, ...given }: ClerkMiddlewareOptions) => {
    assertOwnClient(clerkClient);
    const environment = optionsFromEnvironment();
    const defaults = clerkClient ? withDefaults(optionsOfClient(clerkClient), environment) : environment;
    const options = withDefaults(given, defaults);
    const instance = createProxiedInstance(options, consoleLog);
    provideClient(
      instance,
      once(() => clerkClient ?? new ClerkClient(options)),
    );
    return instance;
  };
  if (typeof options === 'function')
    return instanceByRequest(options, prepare, consoleLog, chosen => chosen === undefined);
  assertOptions(options, 'clerkMiddleware()');
  const instance = prepare(options);
  return () => instance;
}

/** The keys of another package's client are not readable, so it would be ignored silently. */
function assertOwnClient(client: unknown): void {
  if (client === undefined || isClerkClient(client)) return;
  throw new ClerkConfigurationError(
    'option_invalid',
    '`clerkClient` is not a client of nest-clerk, such as one that @clerk/backend made: its keys cannot be read. Make it with ' +
      'createClerkClient() of nest-clerk/express.',
  );
}
