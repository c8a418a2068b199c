import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { markDecorated } from '../configuration/package-copies.js';
import { rememberDecoratedClass } from './decorated-classes.js';
import { DECORATORS, rememberDecorated } from './decorated-methods.js';
import { routeMetadata, setRouteMetadata } from './route-metadata.js';
import type { RouteMetadataName } from './route-metadata.js';

/**
 * Creates a decorator of a class or a method that stores metadata.
 *
 * @param value - returns the value to store, for the decorated class or method
 * @throws {@link ClerkConfigurationError} `requirement_invalid` on anything but a class or a method, which Nest would
 *   accept without an effect
 */
export function routeDecorator<Name extends RouteMetadataName>(
  name: Name,
  value: (target: object) => Parameters<typeof setRouteMetadata<Name>>[1],
): ClassDecorator & MethodDecorator {
  return (target: object, key?: string | symbol, descriptor?: PropertyDescriptor) => {
    const method: unknown = descriptor?.value;
    if (key !== undefined && typeof method !== 'function') throw decoratesNothing(name, target, key);
    const decorated = key === undefined ? target : (method as object);
    setRouteMetadata(name, value(decorated), decorated);
    markDecorated(decorated);
    if (key === undefined) rememberDecoratedClass(target);
    else rememberDecorated({ name, prototype: target, key, method: decorated });
  };
}

/** On a property, such as a field of a GraphQL type. */
function decoratesNothing(
  name: RouteMetadataName,
  target: object,
  key: string | symbol,
): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'requirement_invalid',
    `${DECORATORS[name]} on ${target.constructor.name}.${String(key)} has no effect. Use it on classes and methods.`,
  );
}

/**
 * Rejects `@Public()` and `@Protect()` on the same class or method.
 *
 * @throws {@link ClerkConfigurationError} `requirement_invalid`
 */
export function assertWithout(opposite: 'public' | 'requirements', target: object): void {
  if (routeMetadata(opposite, target) === undefined) return;
  throw new ClerkConfigurationError(
    'requirement_invalid',
    `${(target as { name: string }).name} has both @Public() and @Protect(). Remove one of them, from the class or from ` +
      'its base classes.',
  );
}
