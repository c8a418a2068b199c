import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { routeMetadata, setRouteMetadata } from './route-metadata.js';
import type { RouteMetadataName } from './route-metadata.js';

/**
 * Makes a decorator of a class or a method that stores metadata.
 *
 * @param value - gives the value to store, from the class or method that is decorated
 * @throws {@link ClerkConfigurationError} `requirement_invalid` on anything but a class or a method, which Nest would
 *   accept without an effect
 */
export function routeDecorator<Name extends RouteMetadataName>(
  name: Name,
  value: (target: object) => Parameters<typeof setRouteMetadata<Name>>[1],
): ClassDecorator & MethodDecorator {
  return (target: object, _key?: string | symbol, descriptor?: PropertyDescriptor) => {
    const decorated = (descriptor?.value ?? target) as object;
    setRouteMetadata(name, value(decorated), decorated);
  };
}

/**
 * Keeps `@Public()` and `@Protect()` from one class or method.
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
