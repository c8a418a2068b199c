import { inspect } from 'node:util';

import type { DynamicModule, FactoryProvider, Provider, ValueProvider } from '@nestjs/common';

import { CLERK_MODULE_OPTIONS } from './clerk-module-options.js';

/**
 * Has the options of a module show their names only to `util.inspect()` and `JSON.stringify()`. They have keys, and a log of
 * anything that has Nest's container, such as the application, would have them too.
 */
export function withHiddenOptions(module: DynamicModule): DynamicModule {
  return { ...module, providers: module.providers?.map(hidingProvider) };
}

function hidingProvider(provider: Provider): Provider {
  if (typeof provider === 'function' || provider.provide !== CLERK_MODULE_OPTIONS) return provider;
  if ('useValue' in provider) return { ...provider, useValue: hidden(provider.useValue) } as ValueProvider;
  if (!('useFactory' in provider)) return provider;
  const { useFactory } = provider;
  return {
    ...provider,
    useFactory: async (...args: unknown[]) => hidden(await useFactory(...args)),
  } as FactoryProvider;
}

/** A copy, since the object may be the application's own. An object of a class cannot be copied, and decides for itself. */
function hidden(options: unknown): unknown {
  if (typeof options !== 'object' || options === null) return options;
  const prototype = Object.getPrototypeOf(options) as unknown;
  if (prototype !== Object.prototype && prototype !== null) return options;
  const names = Object.keys(options);
  return Object.defineProperties(
    { ...options },
    { [inspect.custom]: { value: () => names }, toJSON: { value: () => names } },
  );
}
