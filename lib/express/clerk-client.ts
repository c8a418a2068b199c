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
 * The key under which a client of this package, also one of another copy of it, has its options. A property, not a WeakMap,
 * so that a proxy of a client has them too: frameworks wrap providers in proxies.
 */
const CLIENT: unique symbol = Symbol.for('nest-clerk.client/1') as never;

/**
 * Clerk's Backend API, one property per resource.
 *
 * In a Nest application it is injected by its own type; anywhere else {@link createClerkClient} makes one. Making one
 * costs nothing, and no key is needed until the first call.
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
   * @param options - keys and where the API is; nothing is read from the environment
   * @throws {@link ClerkConfigurationError} `option_invalid` when `apiUrl` is no address
   */
  constructor(options: ClerkOptions = {}) {
    super(new BackendApiTransport(options), m2mJwtVerifier(options));
    // Not enumerable, so that a client that is logged does not show its keys.
    Object.defineProperty(this, CLIENT, { value: () => options });
  }

  /**
   * Authenticates a web `Request` or one of Node's, without any middleware, as the function
   * {@link authenticateRequest} does, with the options of this client where the call gives none.
   *
   * @throws {@link ClerkConfigurationError} (as a rejection) when the options cannot work
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

/** What a client was made with; for the middleware that is given one. */
export function optionsOfClient(client: ClerkClient): ClerkOptions {
  return client[CLIENT]?.() ?? {};
}

/**
 * Makes a client of Clerk's Backend API.
 *
 * @param options - keys and where the API is; missing options are read from the environment now
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
 * The client of Clerk's Backend API for the keys in the environment. They are read when it is first used, not when the
 * file is imported, so `dotenv` may come in between.
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

/** Kept only once the keys are set: a use before they are loaded must not affect later ones. */
function environmentClient(): ClerkClient {
  if (storedClient) return storedClient;
  const client = createClerkClient();
  if (optionsOfClient(client).secretKey) storedClient = client;
  return client;
}
