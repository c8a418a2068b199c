import type { TokenRejection } from '../errors/token-verification-error.js';
import type { UnverifiedClaims } from './jwt.js';

/** What a token must satisfy besides a valid signature. */
export interface ClaimRequirements {
  /**
   * Accepted `aud` values. Only looked at when the token has an `aud`: session tokens have none unless the
   * instance was told to add it.
   */
  audience?: string | string[];
  /**
   * Origins that may have asked for the token (`azp`), such as `https://example.com`. Once set, a token without
   * `azp` is refused too. Protects against a cookie leaked to or from another subdomain.
   */
  authorizedParties?: string[];
  /** Accepted `iss` values. */
  issuer?: string | string[];
  /** Tolerated difference of the clocks, in milliseconds. `0` means none. @defaultValue 5000 */
  clockSkewInMs?: number;
}

const DEFAULT_CLOCK_SKEW_IN_MS = 5000;
const USE_A_CLERK_TOKEN = 'Make sure that this is a session token issued by Clerk.';

/**
 * Checks every claim that depends on the time or the configuration. To be run on every use of a token, however often
 * its signature was verified.
 *
 * Call it only on claims whose signature is verified: the answers would tell a forger about the configuration.
 *
 * @returns the first thing that is wrong, in the order in which `@clerk/backend` looks
 */
export function checkClaims(
  claims: UnverifiedClaims,
  requirements: ClaimRequirements,
): TokenRejection | undefined {
  const skew = clockSkew(requirements.clockSkewInMs);
  const now = Date.now();
  return (
    checkSubject(claims.sub) ??
    checkAudience(claims.aud, requirements.audience) ??
    checkAuthorizedParty(claims.azp, requirements.authorizedParties) ??
    checkIssuer(claims.iss, requirements.issuer) ??
    checkExpiry(claims.exp, now - skew) ??
    checkNotBefore(claims.nbf, now + skew) ??
    checkIssuedAt(claims.iat, now + skew)
  );
}

/** The tolerated clock difference: what was configured, or five seconds for anything that is not a number. */
function clockSkew(configured: number | undefined): number {
  return typeof configured === 'number' && Number.isFinite(configured)
    ? configured
    : DEFAULT_CLOCK_SKEW_IN_MS;
}

function checkSubject(sub: unknown): TokenRejection | undefined {
  return typeof sub === 'string' ? undefined : malformed('sub', 'a string');
}

function checkAudience(aud: unknown, audience: ClaimRequirements['audience']): TokenRejection | undefined {
  const accepted = listOf(audience);
  if (accepted.length === 0) return undefined;

  const presented = typeof aud === 'string' ? [aud] : aud;
  if (!isListOfStrings(presented) || presented.every(value => value === '')) return undefined;
  if (presented.some(value => accepted.includes(value))) return undefined;
  return {
    reason: 'token-verification-failed',
    message: 'The token is for another audience (aud).',
    action: USE_A_CLERK_TOKEN,
  };
}

/**
 * Checks the audience of an OAuth access token. Other than a session token, one without `aud` is refused as soon as an
 * audience is configured.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9068#section-4
 */
export function checkOAuthAudience(
  aud: unknown,
  audience: ClaimRequirements['audience'],
): TokenRejection | undefined {
  const accepted = listOf(audience);
  if (accepted.length === 0) return undefined;

  const presented = [aud].flat();
  const isWellFormed = isListOfStrings(presented) && presented.every(value => value !== '');
  if (isWellFormed && presented.some(value => accepted.includes(value))) return undefined;
  return {
    reason: 'token-verification-failed',
    message: 'The token is not for a configured audience (aud).',
  };
}

function checkAuthorizedParty(azp: unknown, parties: string[] | undefined): TokenRejection | undefined {
  if (!parties || parties.length === 0) return undefined;
  if (typeof azp === 'string' && azp !== '' && parties.includes(azp)) return undefined;
  return {
    reason: 'token-invalid-authorized-parties',
    message:
      azp === undefined
        ? 'The token does not say which origin asked for it (azp), and authorizedParties is configured.'
        : 'The origin that asked for the token (azp) is not one of the configured authorizedParties.',
  };
}

function checkIssuer(iss: unknown, issuer: ClaimRequirements['issuer']): TokenRejection | undefined {
  const accepted = listOf(issuer);
  if (accepted.length === 0) return undefined;
  if (typeof iss === 'string' && accepted.includes(iss)) return undefined;
  return {
    reason: 'token-invalid-issuer',
    message: 'The token was not issued by a configured issuer (iss).',
    action: USE_A_CLERK_TOKEN,
  };
}

function checkExpiry(exp: unknown, earliest: number): TokenRejection | undefined {
  if (typeof exp !== 'number') return malformed('exp', 'a number');
  if (toMilliseconds(exp) > earliest) return undefined;
  return { reason: 'token-expired', message: 'The token has expired (exp).' };
}

function checkNotBefore(nbf: unknown, latest: number): TokenRejection | undefined {
  if (nbf === undefined) return undefined;
  if (typeof nbf !== 'number') return malformed('nbf', 'a number');
  if (toMilliseconds(nbf) <= latest) return undefined;
  return { reason: 'token-not-active-yet', message: 'The token is not active yet (nbf).' };
}

function checkIssuedAt(iat: unknown, latest: number): TokenRejection | undefined {
  if (iat === undefined) return undefined;
  if (typeof iat !== 'number') return malformed('iat', 'a number');
  if (toMilliseconds(iat) <= latest) return undefined;
  return { reason: 'token-iat-in-the-future', message: 'The token was issued in the future (iat).' };
}

/**
 * When a token whose claims were checked stops being accepted, in milliseconds since 1970.
 *
 * @returns `undefined` for claims without `exp`
 */
export function acceptedUntil(
  { exp }: UnverifiedClaims,
  { clockSkewInMs }: ClaimRequirements,
): number | undefined {
  return typeof exp === 'number' ? toMilliseconds(exp) + clockSkew(clockSkewInMs) : undefined;
}

/** NumericDate may have a fraction (RFC 7519, section 2); like `@clerk/backend`, whole seconds count. */
function toMilliseconds(numericDate: number): number {
  return Math.trunc(numericDate) * 1000;
}

function malformed(claim: string, expected: string): TokenRejection {
  return {
    reason: 'token-verification-failed',
    message: `The claim ${claim} of the token is not ${expected}.`,
    action: USE_A_CLERK_TOKEN,
  };
}

function listOf(value: string | string[] | undefined): string[] {
  return [value ?? []].flat().filter(entry => entry !== '');
}

function isListOfStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every(entry => typeof entry === 'string');
}
