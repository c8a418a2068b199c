import type { TokenRejection } from '../errors/token-verification-error.js';

/** The protected header of a JWT. Every member is as the sender wrote it, so none has a type to rely on. */
export interface JwtHeader {
  readonly alg?: unknown;
  readonly typ?: unknown;
  readonly kid?: unknown;
  readonly cat?: unknown;
  readonly crit?: unknown;
}

/** The claims of a JWT whose types nobody has checked. */
export type UnverifiedClaims = Readonly<Record<string, unknown>>;

/** A JWT taken apart. Nothing about it is verified: not the signature, not the expiry, not the types. */
export interface DecodedJwt {
  readonly header: JwtHeader;
  readonly claims: UnverifiedClaims;
  /** The claims as JSON text, from which a caller gets a copy of its own. */
  readonly claimsJson: string;
  /** Whether there is a signature at all, be it a wrong one. */
  readonly isSigned: boolean;
}

const NOT_THREE_PARTS: TokenRejection = {
  reason: 'token-invalid',
  message: 'The token is not a JWT: it does not consist of three parts separated by dots.',
};

const UNDECODABLE: TokenRejection = {
  reason: 'token-invalid',
  message: 'The token is not a JWT: its parts are not base64url-encoded JSON objects with a signature.',
};

const BASE64URL = /^[A-Za-z0-9_-]*$/;

const utf8 = new TextDecoder();

/**
 * Takes a compact JWS apart without verifying anything.
 *
 * @param token - three base64url parts joined by dots
 * @returns the parts, or why the text is not a JWT; never throws
 *
 * @see https://www.rfc-editor.org/rfc/rfc7515#section-7.1
 */
export function decodeJwt(token: string): DecodedJwt | TokenRejection {
  const headerEnd = token.indexOf('.');
  const payloadEnd = token.indexOf('.', headerEnd + 1);
  if (headerEnd === -1 || payloadEnd === -1 || token.includes('.', payloadEnd + 1)) return NOT_THREE_PARTS;

  const header = decodeBase64url(token.slice(0, headerEnd));
  const payload = decodeBase64url(token.slice(headerEnd + 1, payloadEnd));
  const signature = decodeBase64url(token.slice(payloadEnd + 1));
  if (!header || !payload || !signature) return UNDECODABLE;

  try {
    const claimsJson = utf8.decode(payload);
    const decoded = {
      header: JSON.parse(utf8.decode(header)) as JwtHeader,
      claims: JSON.parse(claimsJson) as UnverifiedClaims,
      claimsJson,
      isSigned: signature.length > 0,
    };
    // `null` is valid JSON; reading a member of it brings @clerk/backend down.
    return decoded.header === null || decoded.claims === null ? UNDECODABLE : decoded;
  } catch {
    return UNDECODABLE;
  }
}

/** Tells a refusal from what was asked for. */
export function isRejection<T extends object>(value: T | TokenRejection): value is TokenRejection {
  return 'reason' in value;
}

/**
 * `Buffer` skips what it does not know, and a token with such characters is not the token that was signed. That goes
 * for padding too (RFC 7515, section 2), behind which a machine's token would not be known for one.
 */
function decodeBase64url(part: string): Buffer | undefined {
  return BASE64URL.test(part) && endsOnWholeByte(part) ? Buffer.from(part, 'base64url') : undefined;
}

/** By length modulo 4: the last characters whose unused bits are zero. */
const CANONICAL_LAST_CHARACTERS = [undefined, '', 'AQgw', 'AEIMQUYcgkosw048'];

/** Unused bits that are not zero would make a second spelling of the same bytes (RFC 4648, section 3.5). */
function endsOnWholeByte(data: string): boolean {
  const allowed = CANONICAL_LAST_CHARACTERS[data.length % 4];
  return allowed === undefined || (allowed !== '' && allowed.includes(data.charAt(data.length - 1)));
}
