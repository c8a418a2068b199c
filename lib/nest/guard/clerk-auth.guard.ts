import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext, HttpException } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

import { parseAuthorization } from '../../authentication/request/authorization-header.js';
import type { AuthReason } from '../../authentication/auth-reason.js';
import type { Instance } from '../../authentication/instance.js';
import { isTokenTypeAccepted } from '../../authorization/accepted-token.js';
import type { AuthenticationResult } from '../../authentication/authentication-result.js';
import type { Shortcoming } from '../../authorization/requirement.js';
import { authOf } from '../../express/get-auth.js';
import { NodeIncomingRequest } from '../../express/node-incoming-request.js';
import type { RequestRecord } from '../../authentication/request-record.js';
import type { AcceptedTokens } from '../../tokens/token-type.js';
import { AccessDeniedException } from '../exceptions/access-denied.exception.js';
import { bearerChallenge } from '../../oauth/bearer-challenge.js';
import type { BearerChallenge } from '../../oauth/bearer-challenge.js';
import { CLERK_CONFIGURATION } from '../configuration/clerk-configuration.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';
import { requestOf } from '../transports/request-of.js';
import { shortcomingOnce } from '../rules/requirements.js';
import { rulesOf } from '../rules/route-metadata.js';
import type { RouteRules } from '../rules/route-metadata.js';
import { signInLocation } from './sign-in-location.js';
import { withFailureAnswered } from '../transports/grpc-stream-call.js';
import { identify } from '../transports/identify.js';
import { transportError } from '../transports/transport-error.js';
import type { Refusal } from '../transports/transport-error.js';
import {
  SignInRedirectException,
  UnauthenticatedException,
} from '../exceptions/unauthenticated.exception.js';

/**
 * Lets in whoever is signed in, or comes with another kind of token that the route accepts (see {@link AcceptsToken}),
 * and refuses everybody else.
 *
 * An API call is answered 401, with the reason in its JSON body and `WWW-Authenticate`; a browser loading a page goes to
 * the sign-in page, if there is one (see {@link OnUnauthenticated}). What it cannot tell, such as a request that the
 * middleware has not seen or a transport that is not known, it refuses. Where {@link Protect} requires more, it refuses
 * who does not meet that with 403.
 *
 * It guards every transport: HTTP, GraphQL, WebSockets and microservices. There, errors are the transport's own: the codes
 * `UNAUTHENTICATED` and `FORBIDDEN` in GraphQL, `WsException`, `RpcException`.
 *
 * @throws {@link UnauthenticatedException} 401
 * @throws {@link SignInRedirectException} 302
 * @throws {@link AccessDeniedException} 403
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

  /** Answers at once where it can. A subclass may take its time, to ask a database for instance. */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const rules = rulesOf(context);
    if (rules.isPublic) return context.getType() === 'http' || this.lookAt(context);

    const record = identify(context, () => this.configuration);
    const decision =
      record instanceof Promise
        ? record.then(settled => this.decide(context, rules, settled))
        : this.decide(context, rules, record);
    return withFailureAnswered(context, decision);
  }

  /**
   * Has `@Auth()` know with which configuration to find out who is asking: outside of HTTP nobody has looked at the call
   * before. A setup that keeps it from being found out is no reason to refuse.
   */
  private async lookAt(context: ExecutionContext): Promise<true> {
    try {
      await identify(context, () => this.configuration);
    } catch {
      // It is thrown again for `@Auth()`.
    }
    return true;
  }

  private decide(
    context: ExecutionContext,
    rules: RouteRules,
    record: RequestRecord | undefined,
  ): boolean | Promise<boolean> {
    if (!record?.instance) return this.refuse(context, this.unauthenticated(context, NOT_LOOKED_AT));
    const auth = authOf(record, rules);
    if (!auth.isAuthenticated) {
      return this.refuse(context, this.unauthenticatedOrRedirect(context, record.result, record.instance));
    }
    if (rules.requirements.length === 0) return true;

    const shortcoming = shortcomingOnce(rules.requirements, auth, context);
    return shortcoming instanceof Promise
      ? shortcoming.then(settled => this.permit(context, settled))
      : this.permit(context, shortcoming);
  }

  private permit(context: ExecutionContext, shortcoming: Shortcoming): boolean | Promise<boolean> {
    if (!shortcoming) return true;
    if (shortcoming.kind === 'scopes') {
      this.challenge(context, { error: 'insufficient_scope', scopes: shortcoming.scopes });
    }
    return this.refuse(context, new AccessDeniedException(shortcoming));
  }

  private refuse(context: ExecutionContext, exception: HttpException): Promise<never> | never {
    const error = isRefusal(exception) ? transportError(context, exception) : exception;
    if (!(error instanceof Promise)) throw error;
    return error.then(settled => {
      throw settled;
    });
  }

  private unauthenticatedOrRedirect(
    context: ExecutionContext,
    result: AuthenticationResult,
    { signInUrl }: Instance,
  ): HttpException {
    const rules = rulesOf(context);
    const request = requestOf(context);
    if (!request) return new UnauthenticatedException(reasonOf(result, rules.acceptsToken));

    const incoming = new NodeIncomingRequest(request.raw ?? request);
    const token = parseAuthorization(incoming.header('authorization'));
    // Signing in is of no use where only programs are let in: a page for it would send the browser back at once.
    const acceptsSessions = isTokenTypeAccepted('session_token', rules.acceptsToken);
    const byDefault = acceptsSessions ? this.configuration.onUnauthenticated : 'reject';
    const location = signInLocation(incoming, rules.onUnauthenticated ?? byDefault, signInUrl);
    if (location !== undefined) {
      this.setHeader(context, 'Location', location);
      this.setHeader(context, 'Cache-Control', 'no-store');
      return new SignInRedirectException(location);
    }
    const isWithoutToken = !acceptsSessions && token === undefined && result.reason !== null;
    const reason = isWithoutToken ? NO_TOKEN : reasonOf(result, rules.acceptsToken);
    return this.unauthenticated(context, reason, token);
  }

  private unauthenticated(context: ExecutionContext, reason: string, token?: string): HttpException {
    this.challenge(context, token === undefined ? {} : { error: 'invalid_token', errorDescription: reason });
    return new UnauthenticatedException(reason);
  }

  /** Tells what is wrong with a token that was presented, and OAuth clients where they get a good one. */
  private challenge(context: ExecutionContext, problem: BearerChallenge): void {
    const request = requestOf(context);
    if (!request) return;
    const incoming = new NodeIncomingRequest(request.raw ?? request);
    const resourceMetadata = this.configuration.oauth.metadataUrl(incoming, rulesOf(context).acceptsToken);
    this.setHeader(context, 'WWW-Authenticate', bearerChallenge({ ...problem, resourceMetadata }));
  }

  private setHeader(context: ExecutionContext, name: string, value: string): void {
    if (context.getType() !== 'http') return;
    const response = context.switchToHttp().getResponse<object | undefined>();
    if (response) (this.host.httpAdapter as Adapter | undefined)?.setHeader(response, name, value);
  }
}

/** There is none in an application context, where a guard can be called all the same. */
type Adapter = HttpAdapterHost['httpAdapter'];

/** The reason on a path that `exclude` names, and on a transport that is not known. */
const NOT_LOOKED_AT: AuthReason = 'request-not-authenticated';

/** A program has no cookies, and nothing of what is wrong with them concerns it. */
const NO_TOKEN: AuthReason = 'No token in header';

/** Somebody with a valid token is refused here for a task to finish first, or for the kind of the token. */
function reasonOf(result: AuthenticationResult, acceptsToken: AcceptedTokens): string {
  const isAccepted = isTokenTypeAccepted(result.tokenType, acceptsToken);
  return result.reason ?? (isAccepted ? 'session-pending' : 'token-type-mismatch');
}

function isRefusal(exception: HttpException): exception is Refusal {
  return 'extensions' in exception;
}
