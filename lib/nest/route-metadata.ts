import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import { TokenType } from '../tokens/token-type.js';
import type { AcceptedTokens } from '../tokens/token-type.js';
import type { OnUnauthenticated as OnUnauthenticatedPolicy } from './clerk-module-options.js';

const Open = Reflector.createDecorator<true>();

/**
 * Opens a route, or all routes of a controller, under a global {@link ClerkAuthGuard}.
 *
 * Who is asking is still known there, if somebody is signed in.
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
export const Public = (): ClassDecorator & MethodDecorator => Open(true);

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
 * @param tokenTypes - one kind, several, or `'any'`
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
  ...tokenTypes: [TokenType, ...TokenType[]] | ['any']
): ClassDecorator & MethodDecorator => {
  const known: unknown[] = ['any', ...Object.values(TokenType)];
  if (tokenTypes.length === 0 || !tokenTypes.every(tokenType => known.includes(tokenType))) {
    throw new ClerkConfigurationError(
      'option_invalid',
      `@AcceptsToken() takes one or more of ${Object.values(TokenType).join(', ')}, or any.`,
    );
  }
  const [first] = tokenTypes;
  return Accepts(tokenTypes.length === 1 || first === 'any' ? first : tokenTypes);
};

const reflector = new Reflector();

type Route = Pick<ExecutionContext, 'getHandler' | 'getClass'>;

/** Whether a route is open; what the handler says goes before what its controller says. */
export function isPublic(route: Route): boolean {
  return reflector.getAllAndOverride(Open, targetsOf(route)) === true;
}

/** What becomes of a refused request on this route; `undefined` where the route does not say. */
export function onUnauthenticatedOf(route: Route): OnUnauthenticatedPolicy | undefined {
  return reflector.getAllAndOverride(OnUnauthenticated, targetsOf(route));
}

/** Which kinds of token open this route. */
export function acceptedTokensOf(route: Route): AcceptedTokens {
  return reflector.getAllAndOverride(Accepts, targetsOf(route)) ?? 'session_token';
}

function targetsOf(route: Route): [ReturnType<Route['getHandler']>, ReturnType<Route['getClass']>] {
  return [route.getHandler(), route.getClass()];
}
