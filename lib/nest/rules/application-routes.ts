import type { Type } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner } from '@nestjs/core';
import type { ModulesContainer } from '@nestjs/core';

import { readRules } from './route-rules.js';
import type { RouteRules } from './route-rules.js';

type Handler = (...args: unknown[]) => unknown;

/** An HTTP route of an application with its handler. */
export interface ApplicationRoute {
  readonly controller: Type;
  readonly handler: Handler;
  readonly rules: RouteRules;
}

const scanner = new MetadataScanner();

/**
 * Every HTTP route of an application. Complete once its modules are scanned, which is before any provider is created.
 */
export function applicationRoutes(modules: ModulesContainer): ApplicationRoute[] {
  const controllers = [...modules.values()].flatMap(module => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => (metatype ? routesOf(metatype as Type) : []));
}

function routesOf(controller: Type): ApplicationRoute[] {
  const methods = controller.prototype as Record<string, Handler>;
  return scanner
    .getAllMethodNames(methods)
    .flatMap(name => methods[name] ?? [])
    .filter(handler => Reflect.hasMetadata(METHOD_METADATA, handler))
    .map(handler => ({
      controller,
      handler,
      rules: readRules([handler, controller]),
    }));
}
