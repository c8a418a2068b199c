import type { CanActivate, INestApplicationContext, Type } from '@nestjs/common';
import { GUARDS_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { ApplicationConfig } from '@nestjs/core';

import { ClerkAuthGuard } from '../clerk-auth.guard.js';
import { rulesOf } from '../route-metadata.js';
import type { RouteRules } from '../route-metadata.js';

type Handler = (...args: unknown[]) => unknown;

/** A route of a controller that `ClerkAuthGuard` stands before. */
export interface GuardedRoute {
  readonly handler: Handler;
  readonly rules: RouteRules;
}

/**
 * Every HTTP route that `ClerkAuthGuard`, or a subclass of it, keeps closed: it stands on the handler, on the
 * controller or before the whole application, and the route is not `@Public()`.
 *
 * A guard that calls `ClerkAuthGuard` from inside is not known for one.
 */
export function guardedRoutes(app: INestApplicationContext): GuardedRoute[] {
  const isGuardedThroughout = globalGuards(app).some(isClerkGuard);
  return controllersOf(app).flatMap(controller => {
    const isGuarded = isGuardedThroughout || hasClerkGuard(controller);
    return handlersOf(controller)
      .filter(handler => isGuarded || hasClerkGuard(handler))
      .map(handler => ({
        handler,
        rules: rulesOf({ getHandler: () => handler, getClass: <T>() => controller as Type<T> }),
      }))
      .filter(({ rules }) => !rules.isPublic);
  });
}

function controllersOf(app: INestApplicationContext): Type[] {
  return [...app.get(ModulesContainer).values()].flatMap(({ controllers }) =>
    [...controllers.values()].map(({ metatype }) => metatype as Type),
  );
}

const scanner = new MetadataScanner();

function handlersOf({ prototype }: Type): Handler[] {
  const methods = prototype as Record<string, Handler>;
  return scanner
    .getAllMethodNames(prototype as object)
    .map(name => methods[name] as Handler)
    .filter(method => Reflect.hasMetadata(METHOD_METADATA, method));
}

/** `APP_GUARD` and `useGlobalGuards()`. The configuration is where Nest's own companions read it. */
function globalGuards(app: INestApplicationContext): unknown[] {
  const { config } = app as INestApplicationContext & { config?: ApplicationConfig };
  if (!config) return [];
  const madeByRequest = config
    .getGlobalRequestGuards()
    .map(({ isAlias, inject, metatype }): unknown => (isAlias ? inject?.[0] : metatype));
  return [...config.getGlobalGuards(), ...madeByRequest];
}

function hasClerkGuard(target: object): boolean {
  const guards = Reflect.getMetadata(GUARDS_METADATA, target) as (CanActivate | Type)[] | undefined;
  return guards?.some(isClerkGuard) ?? false;
}

function isClerkGuard(guard: unknown): boolean {
  if (guard instanceof ClerkAuthGuard || guard === ClerkAuthGuard) return true;
  return typeof guard === 'function' && guard.prototype instanceof ClerkAuthGuard;
}
