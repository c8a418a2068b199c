import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext, HttpException } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

import { parseAuthorization } from '../authentication/authorization-header.js';
import type { AuthReason } from '../authentication/auth-reason.js';
import type { Instance } from '../authentication/instance.js';
import { isTokenTypeAccepted } from '../authorization/accepted-token.js';
import type { AuthenticationResult } from '../authentication/authentication-result.js';
import { getAuth } from '../express/get-auth.js';
import { NodeIncomingRequest } from '../express/node-incoming-request.js';
import type { NodeRequest } from '../express/options.js';
import { recordOf } from '../express/request-auth.js';
import type { AcceptedTokens } from '../tokens/token-type.js';
import { CLERK_CONFIGURATION } from './clerk-configuration.js';
import type { ClerkConfiguration } from './clerk-configuration.js';
import { requestOf } from './request-of.js';
import { rulesOf } from './route-metadata.js';
import { signInLocation } from './sign-in-location.js';
import { SignInRedirectException, UnauthenticatedException } from './unauthenticated.exception.js';

/**
 * Lets in whoever is signed in, or comes with another kind of token that the route accepts (see {@link AcceptsToken}),
 * and refuses everybody else.
 *
 * An API call is answered 401, with the reason in its JSON body and `WWW-Authenticate`; a browser loading a page goes to
 * the sign-in page, if there is one (see {@link OnUnauthenticated}). What it cannot tell, such as a request that the
 * middleware has not seen, it refuses.
 *
 * @throws {@link UnauthenticatedException} 401
 * @throws {@link SignInRedirectException} 302
 *
 * @example
 * ```ts
 * @Controller('orders')
 * @UseGuards(ClerkAuthGuard)
 * export class OrdersController {}
 * ```
 *
 * @example
 * ```ts
 * // Everywhere, but for routes marked `@Public()`
 * providers: [{ provide: APP_GUARD, useClass: ClerkAuthGuard }];
 * ```
 */
@Injectable()
export class ClerkAuthGuard implements CanActivate {
  constructor(
    @Inject(CLERK_CONFIGURATION) private readonly configuration: ClerkConfiguration,
    private readonly host: HttpAdapterHost,
  ) {}

  /** Answers at once. A subclass may take its time, to ask a database for instance. */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const rules = rulesOf(context);
    if (rules.isPublic) return true;
    const request = requestOf(context);
    if (!request) throw new UnauthenticatedException(NOT_LOOKED_AT);
    const record = recordOf(request);
    if (!record?.instance) throw this.unauthenticated(context, NOT_LOOKED_AT, undefined);
    if (getAuth(request, rules).isAuthenticated) return true;
    throw this.refusal(context, request.raw ?? request, record.result, record.instance);
  }

  private refusal(
    context: ExecutionContext,
    request: NodeRequest,
    result: AuthenticationResult,
    { signInUrl }: Instance,
  ): HttpException {
    const incoming = new NodeIncomingRequest(request);
    const rules = rulesOf(context);
    const policy = rules.onUnauthenticated ?? this.configuration.onUnauthenticated;
    const location = signInLocation(incoming, policy, signInUrl);
    if (location !== undefined) {
      this.setHeader(context, 'Location', location);
      this.setHeader(context, 'Cache-Control', 'no-store');
      return new SignInRedirectException(location);
    }
    const token = parseAuthorization(incoming.header('authorization'));
    return this.unauthenticated(context, reasonOf(result, rules.acceptsToken), token);
  }

  private unauthenticated(
    context: ExecutionContext,
    reason: string,
    token: string | undefined,
  ): HttpException {
    this.setHeader(context, 'WWW-Authenticate', challenge(reason, token !== undefined));
    return new UnauthenticatedException(reason);
  }

  private setHeader(context: ExecutionContext, name: string, value: string): void {
    const response = context.switchToHttp().getResponse<object | undefined>();
    if (response) (this.host.httpAdapter as Adapter | undefined)?.setHeader(response, name, value);
  }
}

/** There is none in an application context, where a guard can be called all the same. */
type Adapter = HttpAdapterHost['httpAdapter'];

/** The reason on a path that `exclude` names, and on a transport that is not HTTP. */
const NOT_LOOKED_AT: AuthReason = 'request-not-authenticated';

/** Somebody with a valid token is refused here for a task to finish first, or for the kind of the token. */
function reasonOf(result: AuthenticationResult, acceptsToken: AcceptedTokens): string {
  const isAccepted = isTokenTypeAccepted(result.tokenType, acceptsToken);
  return result.reason ?? (isAccepted ? 'session-pending' : 'token-type-mismatch');
}

/** The error is told only to who presented a token. @see https://www.rfc-editor.org/rfc/rfc6750#section-3 */
function challenge(reason: string, hasToken: boolean): string {
  const printable = reason.replace(/[^\x20-\x7e]|["\\]/g, '');
  return `Bearer realm="Clerk"${hasToken ? `, error="invalid_token", error_description="${printable}"` : ''}`;
}
