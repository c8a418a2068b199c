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

/** The classes of all controllers and providers of an application. A class in several modules comes several times. */
export function* classesOf(container: NestContainer): Generator<ApplicationClass> {
  for (const { controllers, providers } of container.getModules().values()) {
    for (const { metatype } of [...controllers.values(), ...providers.values()]) {
      if (typeof metatype === 'function') yield metatype;
    }
  }
}

/** A class, or the factory function of a provider. */
export interface ApplicationClass {
  readonly name: string;
  readonly prototype?: object;
}
