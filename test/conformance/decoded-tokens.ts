import type { RawRequest } from './http-client.js';

/** The two readable segments of a token, decoded but not verified. Either may not be JSON. */
export interface DecodedToken {
  header: string;
  payload: string;
}

const THREE_SEGMENTS = /[\w-]+\.[\w-]*\.[\w-]*/g;

/** The tokens of a request, in any place. */
export function decodedTokens({ target, headers }: RawRequest): DecodedToken[] {
  const text = [target, ...headers.map(([, value]) => value)].join(' ').replaceAll('%2E', '.');
  return [...new Set(text.match(THREE_SEGMENTS))]
    .map(token => token.split('.', 2).map(segment => Buffer.from(segment, 'base64url').toString()))
    .map(([header, payload]) => ({ header: header!, payload: payload! }))
    .filter(({ header, payload }) => parseJson(header) !== undefined || parseJson(payload) !== undefined);
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether an `aud` is set, and is neither a string nor a list of strings. */
export function hasMalformedAudience(payload: string): boolean {
  const { aud } = Object(parseJson(payload)) as { aud?: unknown };
  const values = [aud].flat();
  return values.some(Boolean) && !values.every(value => typeof value === 'string');
}
