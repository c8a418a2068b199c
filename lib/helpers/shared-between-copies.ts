/**
 * A value that all copies of this package in one process share. Monorepos and peer dependencies of pnpm may load
 * several copies.
 *
 * @param name - ends with a number that changes with the shape of the value: copies with different numbers share
 *   nothing
 * @param make - creates it for the copy that is loaded first
 */
export function sharedBetweenCopies<T>(name: string, make: () => T): T {
  const registry = globalThis as unknown as Record<symbol, T | undefined>;
  return (registry[Symbol.for(`nest-clerk.${name}`)] ??= make());
}
