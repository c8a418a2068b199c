/** Makes something when it is first asked for, and gives the same from then on. What fails is tried again. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
