import type { IncomingMessage } from 'node:http';

import { BackendApiClient } from '../backend-api/client.js';
import { BackendApiTransport } from '../backend-api/transport/backend-api-transport.js';
import { authenticateWith } from './authenticate-request.js';
import type { AuthenticateRequest, AuthenticateRequestOptions } from './authenticate-request.js';
import { optionsFromEnvironment } from '../instance/environment.js';
import { withDefaults } from '../instance/options.js';
import type { ClerkOptions } from '../instance/options.js';
import { m2mJwtVerifier } from '../instance/verify-m2m-jwt.js';

/**
 * The key of the property in which a client, of any copy of this package, stores its options. A property and not a
 * WeakMap, because frameworks wrap providers in proxies, and a proxy of a client must have it too.
 */
const CLIENT: unique symbol = Symbol.for('nest-clerk.client/1') as never;

/**
 * Clerk's Backend API, one property per resource.
 *
 * In a Nest application it is injected by its type; elsewhere {@link createClerkClient} creates one. The first call
 * requires a key, the creation does not.
 *
 * @example
 * ```ts
 * @Injectable()
 * export class Greeter {
 *   constructor(private readonly clerk: ClerkClient) {}
 *
 *   async greet(userId: string) {
 *     const user = await this.clerk.users.getUser(userId);
 *     return `Hello, ${user.firstName}!`;
 *   }
 * }
 * ```
 *
 * @see https://clerk.com/docs/reference/backend/overview
 */
export class ClerkClient extends BackendApiClient {
  /** @internal */
  declare readonly [CLIENT]?: () => ClerkOptions;

  /**
   * @param options - keys and URL; nothing is read from the environment
   * @throws {@link ClerkConfigurationError} `option_invalid` for an invalid `apiUrl`
   */
  constructor(options: ClerkOptions = {}) {
    super(new BackendApiTransport(options), m2mJwtVerifier(options));
    // Not enumerable, so that a log of the client does not show its keys.
    Object.defineProperty(this, CLIENT, { value: () => options });
  }

  /**
   * Authenticates a web `Request` or a Node request without middleware, like the function {@link authenticateRequest}.
   * The options of the call override those of the client.
   *
   * @throws {@link ClerkConfigurationError} (as a rejection) for invalid options
   *
   * @example
   * ```ts
   * const { isAuthenticated } = await clerkClient.authenticateRequest(request, {
   *   authorizedParties: ['https://example.com'],
   * });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend/authenticate-request
   */
  readonly authenticateRequest = ((
    request: Request | IncomingMessage,
    options: AuthenticateRequestOptions = {},
  ) => authenticateWith(request, withDefaults(options, optionsOfClient(this)))) as AuthenticateRequest;
}

/** Whether a value is a client of this package. */
export function isClerkClient(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, CLIENT) === 'function';
}

/** The options of a client, for the middleware that uses it. */
export function optionsOfClient(client: ClerkClient): ClerkOptions {
  return client[CLIENT]?.() ?? {};
}

/**
 * Creates a client of Clerk's Backend API.
 *
 * @param options - keys and URL; missing options are read from the environment now
 *
 * @example
 * ```ts
 * const clerkClient = createClerkClient({ secretKey: process.env.CLERK_SECRET_KEY });
 * const { data, totalCount } = await clerkClient.users.getUserList({ limit: 10 });
 * ```
 *
 * @see https://clerk.com/docs/reference/backend/overview#create-clerk-client-options
 */
export function createClerkClient(options: ClerkOptions = {}): ClerkClient {
  return new ClerkClient(withDefaults(options, optionsFromEnvironment()));
}

/**
 * The client of Clerk's Backend API with the keys of the environment. They are read on first use and not on import, so
 * `dotenv` may run in between.
 *
 * @example
 * ```ts
 * const user = await clerkClient.users.getUser(userId);
 * ```
 *
 * @see https://clerk.com/docs/reference/express/overview
 */
export const clerkClient: ClerkClient = new Proxy({} as ClerkClient, {
  get(_target, property) {
    const client = environmentClient();
    return Reflect.get(client, property, client) as unknown;
  },
});

let storedClient: ClerkClient | undefined;

/** Stored only once the keys are set: a use before they are loaded must not affect later ones. */
function environmentClient(): ClerkClient {
  if (storedClient) return storedClient;
  const client = createClerkClient();
  if (optionsOfClient(client).secretKey) storedClient = client;
  return client;
}
