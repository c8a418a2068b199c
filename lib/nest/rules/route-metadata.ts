import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import type { AuthObject } from '../../authorization/auth-object.js';
import type { Shortcoming } from '../../authorization/requirement.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { TokenType } from '../../tokens/token-type.js';
import type { AcceptedTokens } from '../../tokens/token-type.js';
import type { OnUnauthenticated as OnUnauthenticatedPolicy } from '../configuration/clerk-module-options.js';

const Open = Reflector.createDecorator<true>();

/**
 * Opens a route, or all routes of a controller, under a global {@link ClerkAuthGuard}.
 *
 * A guard that stands on the route itself does not close it again. A subclass of the controller is not open by it.
 *
 * Who is asking is still known there, if somebody is signed in. What a handler says goes before what its controller
 * says.
 *
 * @example
 * ```ts
 * @Public()
 * @Get('health')
 * health() {
 *   return 'ok';
 * }
 * ```
 */
export const Public = (): ClassDecorator & MethodDecorator => oneOf(Open(true), Required);

/**
 * What a route asks for besides somebody who is signed in: the requirements of {@link Protect}, those that a controller
 * inherits included.
 */
export const Required = Reflector.createDecorator<readonly RouteRequirement[]>();

/** Tells what whoever is asking lacks for a route. */
export type RouteRequirement = (
  auth: AuthObject,
  context: ExecutionContext,
) => Shortcoming | Promise<Shortcoming>;

/** Adds to what a route or a controller asks for. */
export function requires(requirements: readonly RouteRequirement[]): ClassDecorator & MethodDecorator {
  return oneOf((target: object, key?: string | symbol, descriptor?: PropertyDescriptor) => {
    const subject = (descriptor?.value ?? target) as object;
    const before = requirementsOn(subject);
    Required([...before, ...requirements])(target as never, key as never, descriptor as never);
  }, Open);
}

/** Keeps a decorator from a route or controller that says the opposite already. */
function oneOf(
  decorate: (target: never, key: never, descriptor: never) => void,
  opposite: { KEY: string },
): ClassDecorator & MethodDecorator {
  return (target: object, key?: string | symbol, descriptor?: PropertyDescriptor) => {
    const subject = (descriptor?.value ?? target) as { name: string };
    if (Reflect.hasMetadata(opposite.KEY, subject)) {
      throw new ClerkConfigurationError(
        'requirement_invalid',
        `${subject.name} is both @Public() and @Protect()ed. Of its own class and base classes only one can hold.`,
      );
    }
    decorate(target as never, key as never, descriptor as never);
  };
}

/** What {@link Protect} says on a class or a method, or on a base class. */
export function requirementsOn(target: object): readonly RouteRequirement[] {
  return (Reflect.getMetadata(Required.KEY, target) as readonly RouteRequirement[] | undefined) ?? [];
}

/**
 * Says what becomes of a request that {@link ClerkAuthGuard} refuses on this route or controller, whatever the module's
 * option says.
 *
 * @example
 * ```ts
 * @OnUnauthenticated('redirect')
 * @Get('dashboard')
 * dashboard() {
 *   return 'Hello';
 * }
 * ```
 */
export const OnUnauthenticated = Reflector.createDecorator<OnUnauthenticatedPolicy>();

const Accepts = Reflector.createDecorator<AcceptedTokens>();

/**
 * Says which kinds of token open a route or a controller. Without it only session tokens do.
 *
 * {@link ClerkAuthGuard} and {@link Auth} follow it.
 *
 * @param accepted - one kind, several, a list of them, or `'any'`
 * @throws {@link ClerkConfigurationError} `option_invalid`, when the file is loaded, for anything else
 *
 * @example
 * ```ts
 * @Get('export')
 * @AcceptsToken('api_key', 'session_token')
 * export(@Auth() auth: MachineAuthObject<'api_key'> | SignedInAuth) {
 *   return this.exports.of(auth.userId);
 * }
 * ```
 *
 * @see https://clerk.com/docs/guides/development/verifying-api-keys
 */
export const AcceptsToken = (
  ...accepted: [TokenType, ...TokenType[]] | ['any'] | [readonly TokenType[]]
): ClassDecorator & MethodDecorator => {
  const tokenTypes: readonly (TokenType | 'any')[] = accepted.flat();
  const known: unknown[] = ['any', ...Object.values(TokenType)];
  if (tokenTypes.length === 0 || !tokenTypes.every(tokenType => known.includes(tokenType))) {
    throw new ClerkConfigurationError(
      'option_invalid',
      `@AcceptsToken() takes one or more of ${Object.values(TokenType).join(', ')}, or any.`,
    );
  }
  const kinds = tokenTypes.filter(tokenType => tokenType !== 'any');
  if (kinds.length < tokenTypes.length) return Accepts('any');
  return Accepts(kinds.length === 1 && kinds[0] ? kinds[0] : kinds);
};

const reflector = new Reflector();

type Route = Pick<ExecutionContext, 'getHandler' | 'getClass'>;

/** What the decorators of this file say about a route; what its handler says goes before what its controller says. */
export interface RouteRules {
  readonly isPublic: boolean;
  /** What becomes of a refused request; `undefined` where the route does not say. */
  readonly onUnauthenticated: OnUnauthenticatedPolicy | undefined;
  readonly acceptsToken: AcceptedTokens;
  /** All of them have to be met. */
  readonly requirements: readonly RouteRequirement[];
}

/** Decorators are done when the first request comes. A controller's subclass has the same handlers, so both count. */
const knownRules = new WeakMap<object, WeakMap<object, RouteRules>>();

/** The rules of a route, put together when it is first asked for. */
export function rulesOf(route: Route): RouteRules {
  const controller = route.getClass();
  const handler = route.getHandler();
  let ofController = knownRules.get(controller);
  if (!ofController) knownRules.set(controller, (ofController = new WeakMap()));
  let rules = ofController.get(handler);
  if (!rules) ofController.set(handler, (rules = readRules([handler, controller])));
  return rules;
}

/** The rules of a route as they are by now: for who asks before the first request, when there may be more to come. */
export function readRules(
  targets: [ReturnType<Route['getHandler']>, ReturnType<Route['getClass']>],
): RouteRules {
  const [handler, controller] = targets;
  return {
    // A controller's own word only: what a base class says must not open what a subclass adds.
    isPublic: isOpen(handler) || (isOpen(controller) && !Reflect.hasMetadata(Required.KEY, handler)),
    requirements: [...requirementsOn(controller), ...requirementsOn(handler)],
    onUnauthenticated: reflector.getAllAndOverride(OnUnauthenticated, targets),
    acceptsToken: reflector.getAllAndOverride(Accepts, targets) ?? 'session_token',
  };
}

function isOpen(target: object): boolean {
  return Reflect.getOwnMetadata(Open.KEY, target) === true;
}
