import { GUARDS_METADATA, PROPERTY_DEPS_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { DynamicModule, OnModuleInit, Type } from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';

import type { NestContainer } from './nest-container.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';

/** One loaded copy of this package. */
export interface PackageCopy {
  /** Its classes that an application injects, applies or imports. */
  readonly classes: ReadonlySet<unknown>;
}

/** Registered symbols, so that every copy finds the data of the others. */
const COPIES = Symbol.for('nest-clerk/copies');
const DECORATED_BY = Symbol.for('nest-clerk/decorated-by');

const shared = globalThis as { [COPIES]?: Set<PackageCopy> };

let own: PackageCopy | undefined;

/** Registers this copy for the others in the process. */
export function registerCopy(classes: readonly unknown[]): void {
  own = { classes: new Set(classes) };
  (shared[COPIES] ??= new Set()).add(own);
}

/** The identity of this copy; decorators run before it is registered. */
const identity = {};

/** Marks a class, a method or the factory of a parameter decorator as one of this copy. */
export function markDecorated(target: object): void {
  Reflect.defineMetadata(DECORATED_BY, identity, target);
}

/**
 * Stops the start of an application that uses several copies of this package, as monorepos and peer dependencies of
 * pnpm can install it. One copy does not know the decorators, guards and injection tokens of another, so that routes
 * would follow other rules than they declare.
 *
 * Other copies that are loaded without being used, such as those of test runners that reset modules, are no error.
 *
 * @throws {@link ClerkConfigurationError} `package_loaded_twice`
 */
export function oneCopyCheck(container: NestContainer): OnModuleInit {
  const isForeign = (value: unknown): boolean => otherCopies().some(({ classes }) => isOneOf(value, classes));
  if (otherCopies().length > 0) assertOneCopy(container, isForeign);
  return {
    // `useGlobalGuards()` is called after the providers are made.
    onModuleInit() {
      const foreign = container.applicationConfig
        .getGlobalGuards()
        .find(({ constructor }) => isForeign(constructor));
      if (foreign) throw otherCopyError(foreign.constructor.name);
    },
  };
}

function assertOneCopy(container: NestContainer, isForeign: (value: unknown) => boolean): void {
  for (const { metatype, controllers, providers } of container.getModules().values()) {
    if (isForeign(metatype)) throw otherCopyError(metatype.name);
    for (const { metatype: type } of [...controllers.values(), ...providers.values()]) {
      if (typeof type !== 'function') continue;
      if (usesAnotherCopy(type, isForeign)) throw otherCopyError(type.name);
    }
  }
}

function otherCopies(): PackageCopy[] {
  return [...(shared[COPIES] ?? [])].filter(copy => copy !== own);
}

/**
 * Lets Nest resolve the classes of other copies, so that {@link oneCopyCheck} explains what is wrong before Nest says
 * that it cannot inject `ClerkClient`.
 */
export function withClassesOfOtherCopies(module: DynamicModule): DynamicModule {
  const classes = otherCopies().flatMap(copy => [...copy.classes]) as Type[];
  if (classes.length === 0) return module;
  const providers = classes.map(type => ({ provide: type, useValue: undefined }));
  return {
    ...module,
    providers: [...(module.providers ?? []), ...providers],
    exports: [...(module.exports ?? []), ...classes],
  };
}

/** The class itself or a subclass. */
function isOneOf(value: unknown, classes: ReadonlySet<unknown>): boolean {
  for (let type = value; typeof type === 'function'; type = Object.getPrototypeOf(type)) {
    if (classes.has(type)) return true;
  }
  return false;
}

function usesAnotherCopy(
  type: object & { prototype?: unknown },
  isForeign: (value: unknown) => boolean,
): boolean {
  const targets = [type, ...methodsOf(type.prototype), ...parameterDecoratorsOf(type)];
  const injected = [
    ...((Reflect.getMetadata('design:paramtypes', type) as unknown[] | undefined) ?? []),
    ...((Reflect.getMetadata(PROPERTY_DEPS_METADATA, type) as { type: unknown }[] | undefined) ?? []).map(
      property => property.type,
    ),
  ];
  return (
    isForeign(type) ||
    injected.some(isForeign) ||
    targets.some(target => {
      const decoratedBy: unknown = Reflect.getMetadata(DECORATED_BY, target);
      const guards = (Reflect.getMetadata(GUARDS_METADATA, target) as unknown[] | undefined) ?? [];
      return (decoratedBy !== undefined && decoratedBy !== identity) || guards.some(isForeign);
    })
  );
}

function methodsOf(prototype: unknown): object[] {
  return methodNamesOf(prototype).flatMap(name => (prototype as Record<string, object>)[name] ?? []);
}

function methodNamesOf(prototype: unknown): string[] {
  if (typeof prototype !== 'object' || prototype === null) return [];
  return new MetadataScanner().getAllMethodNames(prototype);
}

/** The factories of the custom parameter decorators on the methods of a class, such as that of `@Auth()`. */
function parameterDecoratorsOf(type: object & { prototype?: unknown }): object[] {
  return methodNamesOf(type.prototype).flatMap(name => {
    const parameters = Reflect.getMetadata(ROUTE_ARGS_METADATA, type, name) as
      Record<string, { factory?: object }> | undefined;
    return Object.values(parameters ?? {}).flatMap(({ factory }) => factory ?? []);
  });
}

function otherCopyError(name: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'package_loaded_twice',
    `${name} uses another copy of nest-clerk than the ClerkModule of this application: the package is installed twice. ` +
      'Find the copies with `npm ls nest-clerk` or `pnpm why -r nest-clerk`, let all packages depend on one version with ' +
      'the same versions of its peer dependencies, and run `npm dedupe` or `pnpm dedupe`.',
  );
}
