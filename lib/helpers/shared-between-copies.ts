/**
 * Something that all copies of this package in one process share, as a monorepo or peer dependencies of pnpm may load
 * several.
 *
 * @param name - ends in a number that changes with the shape of what is shared: copies that differ there share nothing
 * @param make - makes it for the copy that is loaded first
 */
export function sharedBetweenCopies<T>(name: string, make: () => T): T {
  const registry = globalThis as unknown as Record<symbol, T | undefined>;
  return (registry[Symbol.for(`nest-clerk.${name}`)] ??= make());
}
