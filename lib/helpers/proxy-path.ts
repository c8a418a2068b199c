/** The default path of the Frontend API proxy. */
export const DEFAULT_PROXY_PATH = '/__clerk';

/**
 * Removes the trailing slashes of a string.
 *
 * @example
 * ```ts
 * stripTrailingSlashes('https://example.com/__clerk//'); // 'https://example.com/__clerk'
 * ```
 */
export function stripTrailingSlashes(value: string): string {
  let end = value.length;
  while (value.endsWith('/', end)) end--;
  return value.slice(0, end);
}
