import type { ModuleRef, ModulesContainer } from '@nestjs/core';
import type { ApplicationConfig } from '@nestjs/core';

/** What Nest knows of an application. */
export interface NestContainer {
  readonly applicationConfig: ApplicationConfig;
  getModules(): ModulesContainer;
}

/**
 * The container of an application.
 *
 * Not by injecting `ModulesContainer`: with `instrument`, Nest 12 puts proxies around providers, its own included, and the
 * methods of a `Map` throw on a proxy. `ModuleRef` has the container itself.
 */
export function containerOf(moduleRef: ModuleRef): NestContainer {
  return (moduleRef as unknown as { readonly container: NestContainer }).container;
}
