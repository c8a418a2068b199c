import { markDecorated } from '../configuration/package-copies.js';

const factories = new WeakSet<object>();

/** Marks the factory of a parameter decorator of this package, which verifies deferred tokens itself. */
export function ownDecorator<Factory extends object>(factory: Factory): Factory {
  factories.add(factory);
  markDecorated(factory);
  return factory;
}

/** Whether a parameter decorator belongs to this package. */
export function isOwnDecorator(factory: unknown): boolean {
  return typeof factory === 'function' && factories.has(factory);
}
