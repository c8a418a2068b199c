import { opaqueMachineTokenType } from '../../tokens/machine-token.js';
import type { MachineTokenType } from '../../tokens/token-type.js';

/** Of nearly every header; the general case takes three times as long. */
const USUAL_START = 'Bearer ';

/**
 * The token of an `Authorization` header: after the scheme `Bearer`, or the whole of a header without scheme.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-11.1 for the case of the scheme, section 11.4 for several spaces
 */
export function parseAuthorization(header: string | undefined): string | undefined {
  if (!header) return undefined;
  if (header.startsWith(USUAL_START) && !header.includes(' ', USUAL_START.length)) {
    return header.slice(USUAL_START.length) || 'Bearer';
  }
  const schemeEnd = header.indexOf(' ');
  if (schemeEnd === -1) return header;

  const scheme = header.slice(0, schemeEnd);
  let start = schemeEnd;
  while (header[start] === ' ') start++;
  const tokenEnd = header.indexOf(' ', start);
  const token = header.slice(start, tokenEnd === -1 ? undefined : tokenEnd);
  if (!token) return scheme;
  return scheme === 'Bearer' || scheme.toLowerCase() === 'bearer' ? token : undefined;
}

/** The type of the machine token in an `Authorization` header, if only the Backend API can verify it. */
export function opaqueTokenTypeIn(header: string | undefined): MachineTokenType | undefined {
  const token = parseAuthorization(header);
  return token === undefined ? undefined : opaqueMachineTokenType(token);
}

/** Node's limit for all headers of a request together. */
export const MAX_AUTHORIZATION_LENGTH = 16 * 1024;

/**
 * Converts a value that may contain a token to an `Authorization` header.
 *
 * @param value - the value that a client sent, of any type and size
 */
export function authorizationFrom(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_AUTHORIZATION_LENGTH) return undefined;
  return parseAuthorization(value) === undefined ? undefined : value;
}
