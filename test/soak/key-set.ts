/** Whether a `fetch` is for the key set of an instance. */
export function isKeySet(input: Parameters<typeof globalThis.fetch>[0]): boolean {
  const url = typeof input === 'object' && 'url' in input ? input.url : String(input);
  return new URL(url).pathname.endsWith('/jwks');
}
