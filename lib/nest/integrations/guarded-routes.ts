import type { INestApplicationContext } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { ApplicationConfig } from '@nestjs/core';

import { applicationRoutes } from '../rules/application-routes.js';
import type { ApplicationRoute } from '../rules/application-routes.js';
import { hasClerkGuard, isClerkGuard } from '../guard/has-clerk-guard.js';

/**
 * Every HTTP route that `ClerkAuthGuard`, or a subclass of it, keeps closed: it stands on the handler, on the
 * controller or before the whole application, and the route is not `@Public()`.
 *
 * A guard that calls `ClerkAuthGuard` from inside is not known for one.
 */
export function guardedRoutes(app: INestApplicationContext): ApplicationRoute[] {
  const isGuardedThroughout = globalGuards(app).some(isClerkGuard);
  return applicationRoutes(app.get(ModulesContainer)).filter(
    ({ controller, handler, rules }) =>
      !rules.isPublic && (isGuardedThroughout || hasClerkGuard(controller) || hasClerkGuard(handler)),
  );
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
