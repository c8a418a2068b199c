import type { INestApplicationContext } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { ApplicationConfig } from '@nestjs/core';

import { containerOf } from '../configuration/nest-container.js';
import { applicationRoutes } from '../rules/application-routes.js';
import type { ApplicationRoute } from '../rules/application-routes.js';
import { hasClerkGuard, hasGlobalClerkGuard } from '../guard/clerk-guard-detection.js';

/**
 * Every HTTP route that `ClerkAuthGuard`, or a subclass of it, guards: applied to the handler, to the controller or
 * globally. Routes with `@Public()` are not among them.
 *
 * A guard that calls `ClerkAuthGuard` itself is not detected.
 */
export function guardedRoutes(app: INestApplicationContext): ApplicationRoute[] {
  // Nest's own packages read the configuration from there too.
  const { config } = app as INestApplicationContext & { config?: ApplicationConfig };
  const hasGlobalGuard = config !== undefined && hasGlobalClerkGuard(config);
  return applicationRoutes(containerOf(app.get(ModuleRef)).getModules()).filter(
    ({ controller, handler, rules }) =>
      !rules.isPublic && (hasGlobalGuard || hasClerkGuard(controller) || hasClerkGuard(handler)),
  );
}
