/**
 * Whether `new URL(text, base)` succeeds.
 *
 * Not `URL.canParse()` alone: in Node 20 it returns `false` for a host with characters from U+0080 to U+00FF, such as
 * `https://münchen.example`, as soon as V8 has optimized its caller.
 */
export function canParseUrl(text: string, base?: string): boolean {
  if (URL.canParse(text, base)) return true;
  // Only then: an exception costs more than the rest of most requests.
  if (!/[\u0080-\u00ff]/.test(text)) return false;
  try {
    return new URL(text, base).href !== '';
  } catch {
    return false;
  }
}
