import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { hasClerkGuard } from '../guard/clerk-guard-detection.js';
import { ownRouteMetadata, requirementsOn } from './route-metadata.js';
import type { RouteMetadataName } from './route-metadata.js';

/** The classes with a decorator of ours, by their own methods: a class that replaces one mostly has the same methods. */
const decoratedClasses = new WeakMap<object, Set<object>>();

/** Makes {@link findLostDecorator} find a class that is replaced later. */
export function rememberDecoratedClass(type: object): void {
  for (const method of [type, ...methodsOf((type as { prototype?: unknown }).prototype)]) {
    const classes = decoratedClasses.get(method) ?? new Set();
    decoratedClasses.set(method, classes.add(type));
  }
}

/**
 * Finds a decorator of ours that a class has lost: a decorator above it returned another class, or a proxy, that Nest
 * finds no metadata on. A subclass inherits it.
 *
 * @param names - the decorators to look for
 * @returns its name; `undefined` without one
 */
export function findLostDecorator(
  type: { prototype?: unknown },
  names: readonly RouteMetadataName[],
): RouteMetadataName | undefined {
  const { constructor } = Object(type.prototype) as object;
  const sources = [constructor, ...methodsOf(type.prototype)];
  const replaced = new Set(sources.flatMap(source => [...(decoratedClasses.get(source) ?? [])]));
  for (const original of replaced) {
    if (original === type || Object.prototype.isPrototypeOf.call(original, type)) continue;
    const lost = names.find(name => isLost(name, original, type));
    if (lost) return lost;
  }
  return undefined;
}

function isLost(name: RouteMetadataName, original: object, type: object): boolean {
  return ownRouteMetadata(name, original) !== undefined && !hasSameDecorator(name, original, type);
}

/** Whether what replaced a class or a method has its decorator too; `@Protect()` has effect with its guard only. */
export function hasSameDecorator(name: RouteMetadataName, original: object, present: object): boolean {
  if (name !== 'requirements') return ownRouteMetadata(name, present) === ownRouteMetadata(name, original);
  const requirements = requirementsOn(present);
  return hasClerkGuard(present) && requirementsOn(original).every(each => requirements.includes(each));
}

/** The error of a class that has lost a decorator. */
export function lostDecoratorError(decorator: string, className: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'requirement_invalid',
    `${decorator} on ${className} has no effect: a decorator above it has replaced the class without its metadata. Move ` +
      `${decorator} above that decorator.`,
  );
}

function methodsOf(prototype: unknown): object[] {
  if (typeof prototype !== 'object' || prototype === null) return [];
  return Object.entries(Object.getOwnPropertyDescriptors(prototype))
    .filter(([name, { value }]) => name !== 'constructor' && typeof value === 'function')
    .map(([, { value }]) => value as object);
}
