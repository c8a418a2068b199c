import { Injectable, Scope } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';

import type {
  AnyAuthObject,
  AuthObject,
  AuthObjectFor,
  InvalidTokenAuthObject,
} from '../../authorization/auth-object.js';
import type { PendingSessionOptions } from '../../authentication/authentication-result.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import type { ClerkClient } from '../../express/clerk-client.js';
import { authOf } from '../../express/get-auth.js';
import type { GetAuthOptions } from '../../express/get-auth.js';
import type { TokenType } from '../../tokens/token-type.js';
import { configurationOfOnlyApplication } from '../transports/live-configurations.js';
import { appUserOfCall, appUserOfRecord, rulesOfCall } from '../user/app-user-of-call.js';
import type { AppUserObject } from '../user/clerk-user-resolver.js';
import { notedCall } from '../user/noted-call.js';
import { clientOfCall } from '../tenants/client-of-call.js';
import { callInContext, useContext } from './context-storage.js';
import type { CallInContext } from './context-storage.js';

/**
 * Provides the auth object of the current request to any service, without passing the request along.
 *
 * It works for all HTTP requests, GraphQL included. For messages of WebSockets and microservices, and for GraphQL
 * subscriptions, put {@link ClerkContextInterceptor} on the gateway or controller. It uses Node's `AsyncLocalStorage`,
 * which starts when the first service injects it. It is transient: outside of constructors get it by
 * `app.resolve(ClerkContext)`.
 *
 * @example
 * ```ts
 * @Injectable()
 * export class AuditLog {
 *   private readonly entries: object[] = [];
 *
 *   constructor(private readonly clerk: ClerkContext) {}
 *
 *   record(action: string) {
 *     const { userId, subject } = this.clerk.getAuth();
 *     this.entries.push({ action, subject: userId ?? subject ?? null });
 *   }
 * }
 * ```
 *
 * @see https://nodejs.org/docs/latest-v20.x/api/async_context.html
 */
// A singleton would be created even if no service injects it.
@Injectable({ scope: Scope.TRANSIENT })
export class ClerkContext {
  constructor() {
    useContext();
  }

  /**
   * Returns the auth object of the current call. Without `acceptsToken` it follows {@link AcceptsToken} of the route.
   *
   * @param options - which types of token to accept, and whether a pending session counts
   * @returns the auth object; without `acceptsToken` it may be of any type, and fields that a type lacks are `undefined`
   * @throws {@link ClerkConfigurationError} `context_missing` outside of any call, such as in a scheduled job;
   *   `token_not_verified` for a machine token that is named in `acceptsToken` but that the route does not accept
   */
  getAuth<const Types extends readonly TokenType[]>(
    options: GetAuthOptions & { acceptsToken: Types },
  ): AuthObjectFor<Types[number]> | InvalidTokenAuthObject;
  getAuth<Type extends TokenType>(options: GetAuthOptions & { acceptsToken: Type }): AuthObjectFor<Type>;
  getAuth(options: GetAuthOptions & { acceptsToken: 'any' }): AuthObject;
  getAuth(options?: PendingSessionOptions & { acceptsToken?: undefined }): AnyAuthObject;
  getAuth(options?: GetAuthOptions): AuthObject;
  getAuth(options: GetAuthOptions = {}): AuthObject {
    const call = callInContext();
    if (!call) throw contextMissing();
    return authOf(call.record, withTypesOf(call, options));
  }

  /**
   * The client of the Clerk instance that authenticated the call: where `requestOptions` chooses keys by the request, that of
   * the tenant.
   *
   * @throws {@link ClerkConfigurationError} `context_missing` outside of any call, and for a call of no instance
   *
   * @example
   * ```ts
   * const user = await clerkContext.client.users.getUser(userId);
   * ```
   */
  get client(): ClerkClient {
    const call = callInContext();
    if (!call) throw contextMissing();
    return clientOfCall(call.record);
  }

  /**
   * Gives the application's own user, as the option `userResolver` finds it. The resolver is called at most once per request
   * or message, however often the user is asked for.
   *
   * @param context - the call, in guards and policies of WebSockets and microservices, which run before
   *   {@link ClerkContextInterceptor}
   * @returns the user; `null` if the caller is not authenticated by a token that the route accepts
   * @throws {@link AccessDeniedException} `app-user-not-found`, if the resolver returns `null`
   * @throws {@link ClerkConfigurationError} (as a rejection) `context_missing` outside of any call, and
   *   `user_resolver_missing` without a resolver
   *
   * @example
   * ```ts
   * @Injectable()
   * export class InvoicesOfCaller {
   *   constructor(private readonly clerk: ClerkContext) {}
   *
   *   async first() {
   *     const user = await this.clerk.appUser<UserRow>();
   *     return user && user.invoices[0];
   *   }
   * }
   * ```
   */
  async appUser<T extends object = AppUserObject>(context?: ExecutionContext): Promise<T | null> {
    if (context) return (await appUserOfCall(context, configurationOfOnlyApplication)) as T | null;
    const call = callInContext();
    if (!call) throw contextMissing();
    const execution = notedCall(call.record) ?? call.execution();
    return (await appUserOfRecord(call.record, execution, rulesOfCall(execution))) as T | null;
  }

  /**
   * Returns the auth object of the current call, or `null` outside of any call, such as in a scheduled job; see
   * {@link ClerkContext.getAuth}.
   *
   * @param options - as for {@link ClerkContext.getAuth}
   * @throws {@link ClerkConfigurationError} `token_not_verified`, as {@link ClerkContext.getAuth} does
   *
   * @example
   * ```ts
   * const auth = clerkContext.tryGetAuth();
   * logger.log(auth?.userId ?? auth?.subject ?? 'a scheduled job');
   * ```
   */
  tryGetAuth<const Types extends readonly TokenType[]>(
    options: GetAuthOptions & { acceptsToken: Types },
  ): AuthObjectFor<Types[number]> | InvalidTokenAuthObject | null;
  tryGetAuth<Type extends TokenType>(
    options: GetAuthOptions & { acceptsToken: Type },
  ): AuthObjectFor<Type> | null;
  tryGetAuth(options: GetAuthOptions & { acceptsToken: 'any' }): AuthObject | null;
  tryGetAuth(options?: PendingSessionOptions & { acceptsToken?: undefined }): AnyAuthObject | null;
  tryGetAuth(options?: GetAuthOptions): AuthObject | null;
  tryGetAuth(options: GetAuthOptions = {}): AuthObject | null {
    return callInContext() ? this.getAuth(options) : null;
  }

  /**
   * Returns the auth object of the current call, and first verifies a machine token that is named in `acceptsToken`, on
   * routes that do not declare that they accept it.
   *
   * @param options - as for {@link ClerkContext.getAuth}
   * @throws {@link ClerkConfigurationError} (as a rejection) `context_missing` outside of any call
   *
   * @example
   * ```ts
   * const auth = await clerkContext.resolveAuth({ acceptsToken: 'any' });
   * ```
   */
  resolveAuth<const Types extends readonly TokenType[]>(
    options: GetAuthOptions & { acceptsToken: Types },
  ): Promise<AuthObjectFor<Types[number]> | InvalidTokenAuthObject>;
  resolveAuth<Type extends TokenType>(
    options: GetAuthOptions & { acceptsToken: Type },
  ): Promise<AuthObjectFor<Type>>;
  resolveAuth(options: GetAuthOptions & { acceptsToken: 'any' }): Promise<AuthObject>;
  resolveAuth(options?: PendingSessionOptions & { acceptsToken?: undefined }): Promise<AnyAuthObject>;
  resolveAuth(options?: GetAuthOptions): Promise<AuthObject>;
  async resolveAuth(options: GetAuthOptions = {}): Promise<AuthObject> {
    const call = callInContext();
    if (!call) throw contextMissing();
    const known = withTypesOf(call, options);
    const acceptsToken = known.acceptsToken ?? call.record.routeAcceptsToken ?? 'session_token';
    return authOf(await call.record.resolve(acceptsToken), { ...known, acceptsToken });
  }
}

function withTypesOf({ acceptsToken }: CallInContext, options: GetAuthOptions): GetAuthOptions {
  return options.acceptsToken === undefined && acceptsToken !== undefined
    ? { ...options, acceptsToken }
    : options;
}

function contextMissing(): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'context_missing',
    'ClerkContext was used outside of a request. HTTP requests have a context once the middleware has handled them; for ' +
      'WebSockets, microservices and GraphQL subscriptions put `@UseInterceptors(ClerkContextInterceptor)` on the class.',
  );
}
