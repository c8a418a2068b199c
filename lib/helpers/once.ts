/** Creates a value on first use and returns the same one from then on. A failed creation is retried. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
