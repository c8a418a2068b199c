import type { TokenRejection } from '../errors/token-verification-error.js';

/** The protected header of a JWT. The sender chooses every member, so no type is guaranteed. */
export interface JwtHeader {
  readonly alg?: unknown;
  readonly typ?: unknown;
  readonly kid?: unknown;
  readonly cat?: unknown;
  readonly crit?: unknown;
}

/** The claims of a JWT, of unverified types. */
export type UnverifiedClaims = Readonly<Record<string, unknown>>;

/** A decoded JWT. Nothing in it is verified: not the signature, not the expiry, not the types. */
export interface DecodedJwt {
  readonly header: JwtHeader;
  readonly claims: UnverifiedClaims;
  /** The encoded claims: base64url of JSON. {@link copyOfClaims} decodes them again. */
  readonly encodedClaims: string;
  /** Whether the token has a signature, valid or not. */
  readonly isSigned: boolean;
  /**
   * What `lib/authorization` has read from the claims: once for a token, although every request with it decodes it. Not in a
   * `WeakMap`, whose entries cost a garbage collection more than the objects themselves.
   */
  session: object | undefined;
}

const NOT_THREE_PARTS: TokenRejection = {
  reason: 'token-invalid',
  message: 'The token is not a JWT: it does not consist of three parts separated by dots.',
};

const UNDECODABLE: TokenRejection = {
  reason: 'token-invalid',
  message: 'The token is not a JWT: its parts are not base64url-encoded JSON objects with a signature.',
};

/** A JavaScript value turned into a string; of `[object Promise]`, the header has only the part before the space. */
const STRINGIFIED = /^(?:undefined|null|NaN|true|false|\[object\b.*)$/;

const STRINGIFIED_VALUE: TokenRejection = {
  reason: 'token-invalid',
  message:
    'The token is a JavaScript value turned into a string, such as `undefined`, `null`, `[object Object]` or `[object Promise]`.',
  action: 'Call `await getToken()` in the frontend, and send the token only if it is not null.',
};

const ONLY_SCHEME: TokenRejection = {
  reason: 'token-invalid',
  message: 'The Authorization header has no token after `Bearer`, or the word twice.',
  action: 'Call `await getToken()` in the frontend, and send `Bearer`, one space and the token.',
};

const QUOTED: TokenRejection = {
  reason: 'token-invalid',
  message: 'The token is in quotation marks.',
  action: 'Send the token itself, not JSON of it.',
};

/** What a string that is not a JWT is instead. */
function mistakenToken(token: string): TokenRejection | undefined {
  if (STRINGIFIED.test(token)) return STRINGIFIED_VALUE;
  if (token.toLowerCase() === 'bearer') return ONLY_SCHEME;
  return /^["']|["']$/.test(token) ? QUOTED : undefined;
}

/**
 * Decodes a compact JWS without verifying anything.
 *
 * @param token - three base64url parts joined by dots
 * @returns the parts, or the reason why the string is not a JWT; never throws
 *
 * @see https://www.rfc-editor.org/rfc/rfc7515#section-7.1
 */
export function decodeJwt(token: string): DecodedJwt | TokenRejection {
  const headerEnd = token.indexOf('.');
  const payloadEnd = token.indexOf('.', headerEnd + 1);
  if (headerEnd === -1 || payloadEnd === -1 || token.includes('.', payloadEnd + 1)) {
    return mistakenToken(token) ?? NOT_THREE_PARTS;
  }

  const encodedHeader = token.slice(0, headerEnd);
  const encodedClaims = token.slice(headerEnd + 1, payloadEnd);
  const encodedSignature = token.slice(payloadEnd + 1);
  if (![encodedHeader, encodedClaims, encodedSignature].every(isCanonicalBase64url)) {
    return mistakenToken(token) ?? UNDECODABLE;
  }

  const header = decodeHeader(encodedHeader);
  const claims = parseJsonPart<UnverifiedClaims>(encodedClaims);
  if (header === undefined || claims === undefined) return UNDECODABLE;
  return { header, claims, encodedClaims, isSigned: encodedSignature !== '', session: undefined };
}

/**
 * Decodes the claims of a JWT again, so that the caller may change them.
 *
 * @param jwt - a decoded JWT, whose claims are known to be JSON
 */
export function copyOfClaims({ encodedClaims }: DecodedJwt): Record<string, unknown> {
  return decodeJsonPart(encodedClaims) as Record<string, unknown>;
}

/** Distinguishes a rejection from a result. */
export function isRejection<T extends object>(value: T | TokenRejection): value is TokenRejection {
  // Not `in`, which takes ten times as long for values of many shapes.
  return (value as Partial<TokenRejection>).reason !== undefined;
}

/** All tokens of an instance have the same header, so it is decoded once. Other headers are not remembered. */
const MAX_KNOWN_HEADERS = 100;
const MAX_KNOWN_HEADER_LENGTH = 500;
const knownHeaders = new Map<string, JwtHeader>();

function decodeHeader(encodedHeader: string): JwtHeader | undefined {
  const known = knownHeaders.get(encodedHeader);
  if (known !== undefined) return known;

  const header = parseJsonPart<JwtHeader>(encodedHeader);
  if (header !== undefined && encodedHeader.length <= MAX_KNOWN_HEADER_LENGTH) {
    if (knownHeaders.size >= MAX_KNOWN_HEADERS) knownHeaders.clear();
    // A slice would keep the whole token, and the string that it was cut from, in memory.
    knownHeaders.set(Buffer.from(encodedHeader, 'latin1').toString('latin1'), Object.freeze(header));
  }
  return header;
}

/**
 * Parses a part as JSON. `null` counts as invalid: reading a member of it throws, in `@clerk/backend` too. Other JSON
 * that is not an object has no members, so the token is rejected for missing ones.
 */
function parseJsonPart<T>(part: string): T | undefined {
  try {
    return (decodeJsonPart(part) as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Not jose's `decodeJwt()` and `decodeProtectedHeader()`: they reject invalid UTF-8 and JSON that is not an object,
 * which `@clerk/backend` accepts, and the conformance tests compare the reason of each rejection. As there, invalid
 * bytes become U+FFFD, and a byte order mark at the start is skipped. Every part is decoded here, because a decoder
 * that keeps the byte order mark would throw for a verified token.
 */
function decodeJsonPart(part: string): unknown {
  // Not jose's `base64url.decode()`, which takes six times as long; the characters are checked before.
  return JSON.parse(utf8.decode(Buffer.from(part, 'base64url')));
}

const utf8 = new TextDecoder();

const BASE64URL = /^[A-Za-z0-9_-]*$/;

/** By length modulo 4: the last characters whose unused bits are zero. */
const CANONICAL_LAST_CHARACTERS = [undefined, '', 'AQgw', 'AEIMQUYcgkosw048'];

/**
 * Whether this is the canonical encoding of its bytes. jose skips white space and padding, and a token with such
 * characters is not the token that was signed (RFC 7515, section 2). Unused bits that are not zero would be a second
 * encoding of the same bytes (RFC 4648, section 3.5).
 */
function isCanonicalBase64url(part: string): boolean {
  const allowed = CANONICAL_LAST_CHARACTERS[part.length % 4];
  const endsOnWholeByte =
    allowed === undefined || (allowed !== '' && allowed.includes(part.charAt(part.length - 1)));
  return endsOnWholeByte && BASE64URL.test(part);
}
