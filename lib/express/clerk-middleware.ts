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

/** What {@link clerkMiddleware} takes. */
export interface ClerkMiddlewareOptions extends ClerkOptions {
  /** A client whose keys and address are used where these options give none. */
  clerkClient?: ClerkClient;
}

/** Chooses the options of {@link clerkMiddleware} by the request. */
export type ClerkMiddlewareOptionsCallback = ByRequest<ClerkMiddlewareOptions>;

/**
 * Authenticates each request and keeps the result on it, for {@link getAuth}. It rejects no request.
 *
 * @param options - keys and requirements, or what chooses them by the request; missing options are read from the
 *   environment, now for options and per request for a function
 * @throws {@link ClerkConfigurationError} when the options cannot work; per request, to `next`, for a function
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

/** The client of another package has its keys where they cannot be read: it would be ignored without a word. */
function assertOwnClient(client: unknown): void {
  if (client === undefined || isClerkClient(client)) return;
  throw new ClerkConfigurationError(
    'option_invalid',
    '`clerkClient` is not a client of nest-clerk, such as one that @clerk/backend made: its keys cannot be read. Make it with ' +
      'createClerkClient() of nest-clerk/express.',
  );
}
