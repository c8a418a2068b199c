import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

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

const reflector = new Reflector();

type Route = Pick<ExecutionContext, 'getHandler' | 'getClass'>;

/** Whether a route is open; what the handler says goes before what its controller says. */
export function isPublic(route: Route): boolean {
  return reflector.getAllAndOverride(Open, targetsOf(route)) === true;
}

/** What becomes of a refused request on this route; `undefined` where the route does not say. */
export function onUnauthenticatedOf(route: Route): OnUnauthenticatedPolicy | undefined {
  return reflector.getAllAndOverride(OnUnauthenticated, targetsOf(route)) as
    OnUnauthenticatedPolicy | undefined;
}

function targetsOf(route: Route): [ReturnType<Route['getHandler']>, ReturnType<Route['getClass']>] {
  return [route.getHandler(), route.getClass()];
}
