import type { OnModuleInit } from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';
import type { ModulesContainer } from '@nestjs/core';

import type { NestContainer } from '../configuration/nest-container.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { hasClerkGuard, hasGlobalClerkGuard } from '../guard/clerk-guard-detection.js';
import { readRules } from '../rules/route-rules.js';

/** Keys of `@nestjs/graphql`, which is optional. */
const GRAPHQL_MODULE_OPTIONS = 'GqlModuleOptions';
const OPERATION = 'graphql:resolver_type';
const FIELD_RESOLVER = 'graphql:resolve_property';
const REFERENCE_RESOLVER = 'graphql:resolve_reference';

interface GraphqlModuleOptions {
  readonly fieldResolverEnhancers?: readonly string[];
  readonly include?: readonly unknown[];
}

type Modules = Set<ModulesContainer extends Map<string, infer Module> ? Module : never>;
type Method = (...args: unknown[]) => unknown;

/**
 * Stops the start of an application whose resolvers of fields or federated references would be open in spite of a
 * guard: Nest runs no guards for them unless the GraphQL module is configured to.
 *
 * @see https://docs.nestjs.com/graphql/other-features#execute-enhancers-at-the-field-resolver-level
 */
export function fieldResolverCheck(container: NestContainer): OnModuleInit {
  return {
    onModuleInit() {
      const modules = new Set(container.getModules().values());
      const isGuardedGlobally = hasGlobalClerkGuard(container.applicationConfig);
      for (const { providers } of modules) {
        const options = providers.get(GRAPHQL_MODULE_OPTIONS)?.instance as GraphqlModuleOptions | undefined;
        if (!options || options.fieldResolverEnhancers?.includes('guards')) continue;
        for (const module of modulesWithResolvers(modules, options.include)) {
          for (const { instance } of module.providers.values()) assertEnforced(instance, isGuardedGlobally);
        }
      }
    },
  };
}

/** The modules whose resolvers a GraphQL module serves: all, or those of `include` and their imports. */
function modulesWithResolvers(modules: Modules, include: readonly unknown[] = []): Modules {
  if (include.length === 0) return modules;
  const served: Modules = new Set([...modules].filter(({ metatype }) => include.includes(metatype)));
  // Iterating a set includes elements that are added during the iteration.
  for (const { imports } of served) imports.forEach(imported => served.add(imported));
  return served;
}

/** @throws {@link ClerkConfigurationError} `requirement_invalid` */
function assertEnforced(provider: unknown, isGuardedGlobally: boolean): void {
  if (typeof provider !== 'object' || provider === null) return;
  const prototype = Object.getPrototypeOf(provider) as Record<string, Method> | null;
  if (!prototype) return;
  const resolver = provider.constructor as new () => unknown;
  const methods = new MetadataScanner().getAllMethodNames(prototype).map(name => prototype[name] as Method);
  const hasOperations = methods.some(method => Reflect.hasMetadata(OPERATION, method));

  for (const method of methods) {
    const isReference = Reflect.hasMetadata(REFERENCE_RESOLVER, method);
    if (!isReference && !Reflect.hasMetadata(FIELD_RESOLVER, method)) continue;
    // A guarded operation of the class guards the path to its fields. A reference has its own entry: `_entities`.
    const isGuardedByClass = hasClerkGuard(resolver) && (isReference || !hasOperations);
    const needsGuard = hasClerkGuard(method) || isGuardedByClass || (isReference && isGuardedGlobally);
    const isPublic = () => readRules([method, resolver]).isPublic;
    if (needsGuard && !isPublic()) throw unguardedError(`${resolver.name}.${method.name}`);
  }
}

function unguardedError(name: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'requirement_invalid',
    `Nest would not run the guard of ${name}: for resolvers of fields and references it does so only with the option ` +
      "`fieldResolverEnhancers: ['guards']` of GraphQLModule. Add it, or remove the guard and guard the queries and " +
      'mutations that lead there, or add `@Public()` if it is open to everyone.',
  );
}
