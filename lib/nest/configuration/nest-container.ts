import type { ModuleRef, ModulesContainer } from '@nestjs/core';
import type { ApplicationConfig } from '@nestjs/core';

/** The container with all modules of an application. */
export interface NestContainer {
  readonly applicationConfig: ApplicationConfig;
  getModules(): ModulesContainer;
}

/**
 * The container of an application.
 *
 * Not by injecting `ModulesContainer`: with `instrument`, Nest 12 wraps providers, its own included, in proxies, and
 * the methods of a `Map` throw on a proxy. `ModuleRef` has the container itself.
 */
export function containerOf(moduleRef: ModuleRef): NestContainer {
  return (moduleRef as unknown as { readonly container: NestContainer }).container;
}
