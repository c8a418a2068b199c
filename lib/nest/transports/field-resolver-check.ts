import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';

import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { hasClerkGuard } from '../guard/has-clerk-guard.js';
import { readRules } from '../rules/route-rules.js';

/** As `@nestjs/graphql`, which need not be there, and Nest itself name them. */
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
 * Keeps an application from starting whose `@Protect()` would protect nothing: Nest runs no guards on the resolvers of
 * fields and of federated references unless the GraphQL module is told to.
 *
 * @see https://docs.nestjs.com/graphql/other-features#execute-enhancers-at-the-field-resolver-level
 */
@Injectable()
export class FieldResolverCheck implements OnModuleInit {
  // Private, or whoever logs the provider would log every other one with it.
  readonly #container: ModulesContainer;

  constructor(container: ModulesContainer) {
    this.#container = container;
  }

  onModuleInit(): void {
    const modules = new Set(this.#container.values());
    for (const { providers } of modules) {
      const options = providers.get(GRAPHQL_MODULE_OPTIONS)?.instance as GraphqlModuleOptions | undefined;
      if (!options || options.fieldResolverEnhancers?.includes('guards')) continue;
      for (const module of modulesWithResolvers(modules, options.include)) {
        for (const { instance } of module.providers.values()) assertEnforced(instance);
      }
    }
  }
}

/** The modules whose resolvers a GraphQL module serves: all, or those named and what they import. */
function modulesWithResolvers(modules: Modules, include: readonly unknown[] = []): Modules {
  if (include.length === 0) return modules;
  const served: Modules = new Set([...modules].filter(({ metatype }) => include.includes(metatype)));
  // A set goes on with what is added to it meanwhile.
  for (const { imports } of served) imports.forEach(imported => served.add(imported));
  return served;
}

/** @throws {@link ClerkConfigurationError} `requirement_invalid` for a resolver with a guard of ours that never runs */
function assertEnforced(provider: unknown): void {
  if (typeof provider !== 'object' || provider === null) return;
  const prototype = Object.getPrototypeOf(provider) as Record<string, Method> | null;
  if (!prototype) return;
  const resolver = provider.constructor as new () => unknown;
  const methods = new MetadataScanner().getAllMethodNames(prototype).map(name => prototype[name] as Method);
  const hasOperations = methods.some(method => Reflect.hasMetadata(OPERATION, method));

  for (const method of methods) {
    const isReference = Reflect.hasMetadata(REFERENCE_RESOLVER, method);
    if (!isReference && !Reflect.hasMetadata(FIELD_RESOLVER, method)) continue;
    // A class that has the operation as well guards the way to its fields. A reference is a way in by itself.
    const isMeant = hasClerkGuard(method) || (hasClerkGuard(resolver) && (isReference || !hasOperations));
    const isPublic = () => readRules([method, resolver]).isPublic;
    if (isMeant && !isPublic()) throw neverGuarded(`${resolver.name}.${method.name}`);
  }
}

function neverGuarded(name: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'requirement_invalid',
    `Nest would not run the guard of ${name}: on resolvers of fields and references it does so only with ` +
      "`fieldResolverEnhancers: ['guards']` among the options of GraphQLModule. Add that, or guard the queries and " +
      'mutations that lead there instead.',
  );
}
