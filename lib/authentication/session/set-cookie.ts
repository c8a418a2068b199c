import type { ResponseHeaders } from '../authentication-result.js';

/** One `Set-Cookie` header per line. */
export function setCookieHeaders(lines: readonly string[]): ResponseHeaders {
  return lines.map(line => ['set-cookie', line]);
}

/**
 * The value of the session cookie in `Set-Cookie` lines, plain or suffixed; the last one counts. Empty if there is
 * none.
 */
export function sessionTokenAmong(lines: readonly string[]): string {
  let token = '';
  for (const line of lines) {
    const [pair = ''] = line.split(';', 1);
    const [name = '', value = ''] = pair.split('=');
    if (name.startsWith('__session')) token = value;
  }
  return token;
}
