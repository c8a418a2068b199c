import { Inject, Injectable, Optional } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';

import type { RequestRecord } from '../../authentication/request-record.js';
import type { AuthObject } from '../../authorization/auth-object.js';
import type { UnmetRequirement } from '../../authorization/requirement.js';
import { authOf } from '../../express/get-auth.js';
import { recordOf } from '../../express/request-auth.js';
import type { MaybePromise } from '../../helpers/maybe-promise.js';
import { withoutStackTrace } from '../../helpers/without-stack-trace.js';
import { CLERK_CONFIGURATION } from '../configuration/clerk-configuration.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';
import type { AccessDeniedException } from '../exceptions/access-denied.exception.js';
import type { ClerkUnavailableException } from '../exceptions/clerk-unavailable.exception.js';
import type {
  SignInRedirectException,
  UnauthenticatedException,
} from '../exceptions/unauthenticated.exception.js';
import { areRolesRelated } from '../policies/role-options.js';
import { unmetRequirementOnce } from '../rules/requirements.js';
import type { RequirementScope } from '../rules/requirements.js';
import { rulesOf } from '../rules/route-rules.js';
import type { RouteRules } from '../rules/route-rules.js';
import { watchSubscription } from '../transports/subscription-watch.js';
import { withStreamCallErrors } from '../transports/grpc-stream-call.js';
import { identify } from '../transports/identify.js';
import { configurationOfOnlyApplication } from '../transports/live-configurations.js';
import { requestOf } from '../transports/request-of.js';
import { transportError } from '../transports/transport-error.js';
import type { TransportableException } from '../transports/transport-error.js';
import { isPopulated, populateRequestUser } from '../user/populate-request-user.js';
import { noteCall } from '../user/noted-call.js';
import { hasAdmittedTask, hasTasksToCheck } from './pending-session.js';
import { Rejection } from './rejection.js';

/** The exceptions with which {@link ClerkAuthGuard} rejects a call. */
export type ClerkRejection =
  UnauthenticatedException | SignInRedirectException | AccessDeniedException | ClerkUnavailableException;

/**
 * Allows callers who are signed in, or who send another type of token that the route accepts (see {@link AcceptsToken}),
 * and rejects all others.
 *
 * An API request is answered 401, with the reason in its JSON body and a challenge in `WWW-Authenticate`. A browser that
 * loads a page is redirected to the sign-in page, if there is one (see {@link OnUnauthenticated}). A caller who does not
 * meet a requirement of {@link Protect} is answered 403. Calls that cannot be authenticated, such as those on an excluded
 * path or on an unknown transport, are rejected.
 *
 * It guards every transport: HTTP, GraphQL, WebSockets and microservices. Errors take the form of the transport: the
 * codes `UNAUTHENTICATED` and `FORBIDDEN` in GraphQL, `WsException`, `RpcException`.
 *
 * A subclass may override {@link ClerkAuthGuard.shouldSkip}, {@link ClerkAuthGuard.authorize} and
 * {@link ClerkAuthGuard.rejectWith}, and have a constructor of its own: this one takes no parameters.
 *
 * @throws {@link UnauthenticatedException} 401
 * @throws {@link SignInRedirectException} 302
 * @throws {@link AccessDeniedException} 403
 * @throws {@link ClerkUnavailableException} 503, if the token cannot be verified since Clerk cannot be reached
 *
 * @example
 * ```ts
 * // Every route, except those with `@Public()`
 * providers: [{ provide: APP_GUARD, useClass: ClerkAuthGuard }];
 * ```
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
 * @Injectable()
 * export class MemberGuard extends ClerkAuthGuard {
 *   constructor(private readonly members: MembersService) {
 *     super();
 *   }
 *
 *   protected override authorize(auth: AuthObject) {
 *     return auth.isAuthenticated && auth.tokenType === 'session_token' && this.members.isActive(auth.userId);
 *   }
 * }
 * ```
 */
@Injectable()
export class ClerkAuthGuard implements CanActivate {
  // Injected as a property, so that the constructor of a subclass need not pass it on.
  @Optional()
  @Inject(CLERK_CONFIGURATION)
  private readonly injectedConfiguration: ClerkConfiguration | undefined;

  /**
   * Decides whether a call is allowed, for Nest.
   *
   * @returns `true`, or `false` if {@link ClerkAuthGuard.authorize} returns it; synchronously unless a promise must be
   *   awaited
   */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const skip = this.shouldSkip(context);
    const decision = skip instanceof Promise ? this.decideLater(context, skip) : this.decide(context, skip);
    return withStreamCallErrors(context, decision);
  }

  /**
   * Whether a call is allowed without authentication. Override it to open more than {@link Public} does.
   *
   * @param context - the call
   * @returns by default, whether the route is public
   *
   * @example
   * ```ts
   * @Injectable()
   * export class HttpGuard extends ClerkAuthGuard {
   *   protected override shouldSkip(context: ExecutionContext) {
   *     return context.getType<string>() === 'rpc' || super.shouldSkip(context);
   *   }
   * }
   * ```
   */
  protected shouldSkip(context: ExecutionContext): boolean | Promise<boolean> {
    return rulesOf(context).isPublic;
  }

  /**
   * Decides about a caller who is authenticated and meets the requirements of {@link Protect}. Override it to add a rule
   * of the application.
   *
   * @param auth - the auth object of the caller, of a token type that the route accepts
   * @param _context - the call
   * @returns `true` to allow the call; `false` makes Nest answer 403. Thrown errors go to Nest's exception filters
   */
  protected authorize(auth: AuthObject, _context: ExecutionContext): boolean | Promise<boolean> {
    return auth.isAuthenticated;
  }

  /**
   * Returns the error of a rejected call. Override it to answer with an exception of the application.
   *
   * @param exception - the reason for the rejection
   * @param _context - the call
   * @returns by default, the exception itself; it then takes the form of the transport
   */
  protected rejectWith(exception: ClerkRejection, _context: ExecutionContext): Error {
    return exception;
  }

  private decide(context: ExecutionContext, skip: boolean): MaybePromise<boolean> {
    if (skip) return this.open(context);
    const decision = this.enforce(context);
    if (context.getType<string>() !== 'graphql') return decision;
    return watchSubscription(context, decision, {
      decide: again => this.enforce(again),
      configuration: this.configurationOfGuard,
    });
  }

  // Functions of their own where something is awaited: a closure takes memory in every request, even if it is not created.

  private async decideLater(context: ExecutionContext, skip: Promise<boolean>): Promise<boolean> {
    return this.decide(context, await skip);
  }

  private enforce(context: ExecutionContext): MaybePromise<boolean> {
    const rules = rulesOf(context);
    const record = identify(context, this.configurationOfGuard);
    return record instanceof Promise
      ? this.authenticateLater(context, rules, record)
      : this.authenticate(context, rules, record);
  }

  private async authenticateLater(
    context: ExecutionContext,
    rules: RouteRules,
    record: Promise<RequestRecord | undefined>,
  ): Promise<boolean> {
    return this.authenticate(context, rules, await record);
  }

  private open(context: ExecutionContext): MaybePromise<boolean> {
    if (context.getType() !== 'http') return this.identifyForDecorators(context);
    const record = recordOf(requestOf(context));
    return record && isPopulated(record, context) ? this.populateOpen(context) : true;
  }

  /** A signed-in caller of a public route is known there too; one without a user of the application is not rejected. */
  private async populateOpen(context: ExecutionContext): Promise<true> {
    const record = await identify(context, this.configurationOfGuard);
    if (record) await populateRequestUser(record, context, rulesOf(context), 'public');
    return true;
  }

  /**
   * Identifies the caller with this application's configuration, because outside of HTTP no middleware has done so.
   * A configuration error is no reason to close a public route: `@Auth()` throws it again.
   */
  private async identifyForDecorators(context: ExecutionContext): Promise<true> {
    try {
      await identify(context, this.configurationOfGuard);
    } catch {
      // `@Auth()` throws it again.
    }
    return true;
  }

  private authenticate(
    context: ExecutionContext,
    rules: RouteRules,
    record: RequestRecord | undefined,
  ): MaybePromise<boolean> {
    if (!record?.instance || record.result.status !== 'signed-in') {
      return this.rejectUnauthenticated(context, rules, record);
    }
    const auth = authOf(record, rules);
    if (!auth.isAuthenticated) return this.rejectUnauthenticated(context, rules, record);
    if (hasTasksToCheck(auth, rules)) return this.authenticatePending(context, rules, record, auth);
    return this.check(context, rules, record, auth);
  }

  private async authenticatePending(
    context: ExecutionContext,
    rules: RouteRules,
    record: RequestRecord,
    auth: AuthObject,
  ): Promise<boolean> {
    if (await hasAdmittedTask(record, auth, context, rules)) return this.check(context, rules, record, auth);
    return this.rejectUnauthenticated(context, rules, record);
  }

  private check(
    context: ExecutionContext,
    rules: RouteRules,
    record: RequestRecord,
    auth: AuthObject,
  ): MaybePromise<boolean> {
    noteCall(record, context);
    if (rules.requirements.length === 0) return this.admit(context, rules, auth, record);

    const unmet = unmetRequirementOnce(rules.requirements, auth, context, this.requirementScope);
    return unmet instanceof Promise
      ? this.permitLater(context, rules, auth, record, unmet)
      : this.permit(context, rules, auth, record, unmet);
  }

  private async permitLater(
    context: ExecutionContext,
    rules: RouteRules,
    auth: AuthObject,
    record: RequestRecord,
    unmet: Promise<UnmetRequirement>,
  ): Promise<boolean> {
    return this.permit(context, rules, auth, record, await unmet);
  }

  private permit(
    context: ExecutionContext,
    rules: RouteRules,
    auth: AuthObject,
    record: RequestRecord,
    unmet: UnmetRequirement,
  ): MaybePromise<boolean> {
    return unmet
      ? this.reject(context, this.rejection(context, rules).accessDenied(unmet))
      : this.admit(context, rules, auth, record);
  }

  private admit(
    context: ExecutionContext,
    rules: RouteRules,
    auth: AuthObject,
    record: RequestRecord,
  ): MaybePromise<boolean> {
    const allowed = this.authorize(auth, context);
    if (!isPopulated(record, context)) return allowed;
    return this.populate(context, rules, record, allowed);
  }

  private async populate(
    context: ExecutionContext,
    rules: RouteRules,
    record: RequestRecord,
    allowed: boolean | Promise<boolean>,
  ): Promise<boolean> {
    const isAllowed = await allowed;
    if (isAllowed) await populateRequestUser(record, context, rules);
    return isAllowed;
  }

  private rejectUnauthenticated(
    context: ExecutionContext,
    rules: RouteRules,
    record: RequestRecord | undefined,
  ): Promise<never> {
    const rejection = this.rejection(context, rules);
    return this.reject(
      context,
      withoutStackTrace(() => rejection.unauthenticated(record)),
    );
  }

  private reject(context: ExecutionContext, exception: ClerkRejection): Promise<never> {
    const rejection = this.rejectWith(exception, context);
    const error = isTransportable(rejection) ? transportError(context, rejection) : rejection;
    if (!(error instanceof Promise)) throw error;
    return error.then(settled => {
      throw settled;
    });
  }

  private rejection(context: ExecutionContext, rules: RouteRules): Rejection {
    return new Rejection(context, rules, this.configuration);
  }

  private readonly requirementScope: RequirementScope = {
    roles: () => (areRolesRelated() ? this.configuration.roles : undefined),
    policy: (policy, context) => this.configuration.policies.instanceOf(policy, context),
  };

  private readonly configurationOfGuard = (): ClerkConfiguration => this.configuration;

  /** A guard that Nest has not created, as in `useGlobalGuards(new ClerkAuthGuard())`, has no injected properties. */
  private get configuration(): ClerkConfiguration {
    return this.injectedConfiguration ?? configurationOfOnlyApplication();
  }
}

function isTransportable(error: Error): error is TransportableException {
  return 'extensions' in error;
}
