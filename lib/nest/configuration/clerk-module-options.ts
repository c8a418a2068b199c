import type { ExecutionContext } from '@nestjs/common';

import type { RoleHierarchy } from '../../authorization/role-rules.js';
import type { OrganizationCustomRoleKey } from '../../authorization/session-claims.js';
import type { ConnectionTokenSource } from '../../authentication/connection/authenticate-connection.js';
import type { ByRequest, ClerkOptions } from '../../instance/options.js';
import type { ProtectedResourceOptions } from '../../oauth/protected-resource.js';
import type { OpenTelemetryOptions } from '../../telemetry/open-telemetry.js';
import type { PathPattern } from '../middleware/excluded-paths.js';
import type { ClerkUserResolverToken } from '../user/clerk-user-resolver.js';
import type { ClerkWebhooksOptions } from '../webhooks/clerk-webhooks-options.js';

/**
 * How the guard answers a signed-out request.
 *
 * - `'auto'`: 401, but a page load is redirected to `signInUrl`, if it is set, with a return URL in `redirect_url`.
 * - `'reject'`: always 401.
 * - `'redirect'`: always to `signInUrl` or to `/`, as `requireAuth()` of Clerk's Express SDK does.
 *
 * No page is ever redirected to itself: that is a 401 too.
 */
export type OnUnauthenticated = 'auto' | 'reject' | 'redirect';

/** Returns the token of a call, with or without `Bearer`, or `undefined`. */
export type TokenExtractor = (
  context: ExecutionContext,
) => string | null | undefined | Promise<string | null | undefined>;

/**
 * The options of `ClerkModule.forRoot()`. Missing options are read from the environment when the application starts.
 */
export interface ClerkModuleOptions extends ClerkOptions {
  /** How {@link ClerkAuthGuard} answers a signed-out request. @defaultValue `'auto'` */
  onUnauthenticated?: OnUnauthenticated;
  /**
   * Whether a rejected client is told what is missing: `missing: { plan: ['org:pro'] }` in the body of a 403, or the types of
   * token that a route accepts in that of a 401. A frontend can then offer an upgrade, or let the user choose an
   * organization. The log has it at debug level in any case.
   *
   * Anyone who is signed in learns the names of roles, permissions and plans by it.
   * @defaultValue false
   */
  describeRejections?: boolean;
  /**
   * Paths that are not authenticated, such as `/health`, `/assets/*`, `/x/:id` or `{ path: '/hook', method:
   * RequestMethod.POST }`. Callers are signed out there: guards reject, and `getAuth()` returns a signed-out auth
   * object.
   *
   * The syntax is that of Nest's `forRoutes()`. Unlike there, a pattern is compared with the whole path as the client sends
   * it, with the global prefix and the version: with `setGlobalPrefix('api')` write `/api/health`. Case matters.
   */
  exclude?: readonly PathPattern[];
  /**
   * Returns keys and options for each request, for several domains or tenants. They override the options above. Keys
   * belong together: with other keys than above, `jwtKey` and `machineSecretKey` are not inherited.
   *
   * @example
   * ```ts
   * const tenants = new Map([['a.example.com', { secretKey, publishableKey }]]);
   * ClerkModule.forRoot({
   *   requestOptions: ({ headers }) => {
   *     const host = String(headers[':authority'] ?? headers.host ?? '');
   *     return tenants.get(host.toLowerCase().replace(/\.?(:\d+)?$/, ''));
   *   },
   * });
   * ```
   */
  requestOptions?: ByRequest<ClerkOptions | undefined>;
  /**
   * The places of the token of a WebSocket connection, GraphQL subscriptions included; the first one that has a token
   * counts. Cookies are accepted from pages of the same origin and of `authorizedParties` only. `'query'` is the
   * parameter `token` of the URL.
   *
   * @defaultValue `['auth', 'header', 'cookie']`
   */
  connectionTokenSources?: readonly ConnectionTokenSource[];
  /**
   * Returns the token of a microservice's message if it is neither in the metadata of its transport nor in `headers` of
   * its payload, and that of a call on a transport that Nest does not know. Its result is preferred; a result that is
   * not a string counts as missing. Its errors make the call fail.
   *
   * @example
   * ```ts
   * ClerkModule.forRoot({
   *   extractToken: context => context.switchToRpc().getData<{ token?: string } | undefined>()?.token,
   * });
   * ```
   */
  extractToken?: TokenExtractor;
  /**
   * Whether and how to serve OAuth metadata, which tells clients such as those of MCP where to get a token:
   * `/.well-known/oauth-protected-resource`, followed by the path of a resource (RFC 9728), and
   * `/.well-known/oauth-authorization-server` (RFC 8414). They are answered before any route.
   *
   * @defaultValue `true` if {@link AcceptsToken} accepts OAuth tokens on some route, by `'oauth_token'` or `'any'`
   */
  oauthProtectedResource?: boolean | ProtectedResourceOptions;
  /**
   * The endpoint that receives Clerk's webhooks for the methods with {@link OnClerkEvent}, or a list of endpoints.
   *
   * @example
   * ```ts
   * ClerkModule.forRoot({ webhooks: { path: '/webhooks/clerk' } }); // with CLERK_WEBHOOK_SIGNING_SECRET
   * ```
   */
  webhooks?: ClerkWebhooksOptions | readonly ClerkWebhooksOptions[];
  /**
   * How the application finds its own user, for {@link AppUser}, `ClerkContext.appUser()` and `populateRequestUser`: the
   * class or the injection token of a provider that implements {@link ClerkUserResolver}, of any module.
   *
   * @example
   * ```ts
   * ClerkModule.forRoot({ userResolver: UsersService });
   * ```
   */
  userResolver?: ClerkUserResolverToken;
  /**
   * Whether {@link ClerkAuthGuard} sets `req.user` to the application's own user, which other libraries read. It resolves
   * the user on each guarded request of an authenticated caller, over HTTP and over GraphQL by HTTP.
   *
   * @defaultValue false
   */
  populateRequestUser?: boolean;
  /**
   * The roles that each role includes, for requirements of {@link Protect}: who has the key has the values too, and what those
   * include. `auth.has()` compares with the role in the token only.
   *
   * @example
   * ```ts
   * ClerkModule.forRoot({ roleHierarchy: { 'org:owner': ['org:admin'], 'org:admin': ['org:member'] } });
   * ```
   */
  roleHierarchy?: RoleHierarchy;
  /**
   * The role that meets every requirement of a role or a permission. Plans, features, reverification, functions and policies
   * concern it like any other.
   */
  superuserRole?: OrganizationCustomRoleKey;
  /**
   * Whether authentications and calls of the Backend API are spans and metrics of OpenTelemetry. It needs the package
   * `@opentelemetry/api`, and an SDK that the application starts. No ID, token or key is an attribute.
   *
   * It applies to the whole process; {@link enableOpenTelemetry} does the same outside of a Nest application.
   * @defaultValue false
   */
  openTelemetry?: boolean | OpenTelemetryOptions;
}

/**
 * The injection token of the options of `ClerkModule.forRoot()` and `forRootAsync()`: override it to test an
 * application with other options and an unchanged root module.
 *
 * @example
 * ```ts
 * const module = await Test.createTestingModule({ imports: [AppModule] })
 *   .overrideProvider(CLERK_MODULE_OPTIONS)
 *   .useValue(local.keys)
 *   .compile();
 * ```
 */
export const CLERK_MODULE_OPTIONS: unique symbol = Symbol('options of ClerkModule.forRoot()');

/** Creates the options of `ClerkModule.forRootAsync({ useClass })` and `({ useExisting })`. */
export interface ClerkOptionsFactory {
  createClerkOptions(): ClerkModuleOptions | Promise<ClerkModuleOptions>;
}
