import { Injectable, Scope } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';

import type {
  AuthObject,
  AuthObjectFor,
  InvalidTokenAuthObject,
  SessionAuthObject,
} from '../../authorization/auth-object.js';
import type { PendingSessionOptions } from '../../authentication/authentication-result.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { authOf } from '../../express/get-auth.js';
import type { GetAuthOptions } from '../../express/get-auth.js';
import type { TokenType } from '../../tokens/token-type.js';
import { configurationOfOnlyApplication } from '../transports/live-configurations.js';
import { appUserOfCall, appUserOfRecord, rulesOfCall } from '../user/app-user-of-call.js';
import type { AppUserObject } from '../user/clerk-user-resolver.js';
import { notedCall } from '../user/noted-call.js';
import { callInContext, useContext } from './context-storage.js';

/**
 * Gives any service the auth object of the current request, without passing the request along.
 *
 * It is there for all HTTP requests, GraphQL included. For the messages of WebSockets and microservices, and for GraphQL
 * subscriptions, put {@link ClerkContextInterceptor} on the gateway or controller. It rests on Node's `AsyncLocalStorage`,
 * which costs nothing until the first service injects it. It is transient: outside of constructors get it by
 * `app.resolve(ClerkContext)`.
 *
 * @example
 * ```ts
 * @Injectable()
 * export class AuditLog {
 *   constructor(private readonly clerk: ClerkContext) {}
 *
 *   record(action: string) {
 *     const { userId } = this.clerk.getAuth();
 *     return this.entries.insert({ action, userId });
 *   }
 * }
 * ```
 *
 * @see https://nodejs.org/docs/latest-v20.x/api/async_context.html
 */
// A singleton would be made whether or not anybody wants it.
@Injectable({ scope: Scope.TRANSIENT })
export class ClerkContext {
  constructor() {
    useContext();
  }

  /**
   * Tells who is behind the call that is being worked on, as `getAuth(req)` does.
   *
   * @param options - which kinds of token to accept, and whether a pending session counts
   * @returns the auth object
   * @throws {@link ClerkConfigurationError} `context_missing` outside of any call, such as in a scheduled job
   */
  getAuth<const Types extends readonly TokenType[]>(
    options: GetAuthOptions & { acceptsToken: Types },
  ): AuthObjectFor<Types[number]> | InvalidTokenAuthObject;
  getAuth<Type extends TokenType>(options: GetAuthOptions & { acceptsToken: Type }): AuthObjectFor<Type>;
  getAuth(options: GetAuthOptions & { acceptsToken: 'any' }): AuthObject;
  getAuth(options?: PendingSessionOptions & { acceptsToken?: undefined }): SessionAuthObject;
  getAuth(options?: GetAuthOptions): AuthObject;
  getAuth(options: GetAuthOptions = {}): AuthObject {
    const call = callInContext();
    if (!call) throw contextMissing();
    return authOf(call.record, options);
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
   * const user = await this.clerk.appUser();
   * ```
   */
  async appUser<T extends object = AppUserObject>(context?: ExecutionContext): Promise<T | null> {
    if (context) return (await appUserOfCall(context, configurationOfOnlyApplication)) as T | null;
    const call = callInContext();
    if (!call) throw contextMissing();
    const execution = notedCall(call.record) ?? call.execution();
    return (await appUserOfRecord(call.record, execution, rulesOfCall(execution))) as T | null;
  }
}

function contextMissing(): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'context_missing',
    'ClerkContext was asked outside of any request. HTTP requests have a context once the middleware has seen them; for ' +
      'WebSockets, microservices and GraphQL subscriptions put `@UseInterceptors(ClerkContextInterceptor)` on the class.',
  );
}
