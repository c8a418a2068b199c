import { canParseUrl } from '../helpers/can-parse-url.js';
import type { TokenRejection } from '../errors/token-verification-error.js';
import type { UnverifiedClaims } from './jwt.js';

/** The requirements for a token besides a valid signature. */
export interface ClaimRequirements {
  /**
   * The accepted `aud` values. Checked only if the token has an `aud`: session tokens have none unless the instance is
   * configured to add it.
   */
  audience?: string | readonly string[];
  /** The resource (RFC 8707) that OAuth access tokens must have in their `aud`, besides {@link audience}. */
  oauthResource?: string;
  /**
   * The origins whose tokens are accepted (`azp`), such as `https://example.com`. If set, a token without `azp` is
   * rejected too. Protects against a cookie that leaked to or from another subdomain.
   */
  authorizedParties?: readonly string[];
  /** The accepted `iss` values. */
  issuer?: string | readonly string[];
  /** The tolerated clock difference, in milliseconds; `0` for none. @defaultValue 5000 */
  clockSkewInMs?: number;
  /** The current time in milliseconds since 1970, for tests. @defaultValue `Date.now` */
  now?: () => number;
}

/** The current time that tokens are checked at, in milliseconds since 1970. */
export function currentTime({ now }: Pick<ClaimRequirements, 'now'>): number {
  // Date.now is read on each call, since fake timers replace it.
  return now === undefined ? Date.now() : now();
}

const DEFAULT_CLOCK_SKEW_IN_MS = 5000;
const CHECK_THE_CLOCK = 'Check the clock of this machine.';
const USE_A_CLERK_TOKEN = 'Make sure that this is a session token issued by Clerk.';

/**
 * Checks every claim that depends on the time or the configuration. It runs on every use of a token, even if its
 * signature is remembered.
 *
 * Call it only with verified claims: the reasons would tell an attacker about the configuration.
 *
 * @returns the first failed check, in the order of `@clerk/backend`
 */
export function checkClaims(
  claims: UnverifiedClaims,
  requirements: ClaimRequirements,
): TokenRejection | undefined {
  const skew = clockSkew(requirements.clockSkewInMs);
  const now = currentTime(requirements);
  return (
    checkSubject(claims.sub) ??
    checkAudience(claims.aud, requirements.audience) ??
    checkAuthorizedParty(claims.azp, requirements.authorizedParties) ??
    checkIssuer(claims.iss, requirements.issuer) ??
    checkExpiry(claims.exp, now, skew) ??
    checkNotBefore(claims.nbf, now, skew) ??
    checkIssuedAt(claims.iat, now, skew)
  );
}

/** The tolerated clock difference: the configured number, by default five seconds. */
function clockSkew(configured: number | undefined): number {
  return typeof configured === 'number' && Number.isFinite(configured)
    ? configured
    : DEFAULT_CLOCK_SKEW_IN_MS;
}

function checkSubject(sub: unknown): TokenRejection | undefined {
  return typeof sub === 'string' ? undefined : malformed('sub', 'a string');
}

/**
 * A session token without `aud` is accepted, because only instances that customize it have one. An empty list counts as
 * missing, as in `@clerk/backend`; any other value that is not a string or a list of strings matches no audience.
 */
function checkAudience(aud: unknown, audience: ClaimRequirements['audience']): TokenRejection | undefined {
  // Nearly every session token: the lists below take longer than the other checks together.
  if (aud === undefined || audience === undefined) return undefined;
  const isUnset = [aud].flat().every(value => !value);
  if (isUnset || isForAudience(aud, audience)) return undefined;
  return {
    reason: 'token-verification-failed',
    message: 'The token is for another audience (aud).',
    action: USE_A_CLERK_TOKEN,
  };
}

/**
 * Checks the audience of an OAuth access token. Unlike a session token, one without `aud` is rejected if an audience is
 * configured.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9068#section-4
 */
export function checkOAuthAudience(
  aud: unknown,
  { audience, oauthResource }: Pick<ClaimRequirements, 'audience' | 'oauthResource'>,
): TokenRejection | undefined {
  const isWellFormed = [aud].flat().every(value => value !== '');
  const isForConfigured = listOf(audience).length === 0 || (isWellFormed && isForAudience(aud, audience));
  if (!isForConfigured) {
    return {
      reason: 'token-verification-failed',
      message: 'The token is not for a configured audience (aud).',
      action: 'Request it with a `resource` (RFC 8707) that is one of the configured `audience`.',
    };
  }
  if (oauthResource === undefined || isForResource(aud, oauthResource)) return undefined;
  return {
    reason: 'token-verification-failed',
    message: 'The token is not for the resource of this application (aud).',
    action: 'Request it with the `resource` (RFC 8707) of `oauthProtectedResource`.',
  };
}

/**
 * Compared as URLs: clients send `https://example.com` as `https://example.com/`, because they parse it (SDK issue 1968 of
 * MCP), and scheme and host without regard to case.
 */
function isForResource(aud: unknown, resource: string): boolean {
  const presented = [aud].flat();
  return (
    isListOfStrings(presented) && presented.some(value => canonicalUrl(value) === canonicalUrl(resource))
  );
}

function canonicalUrl(value: string): string {
  return canParseUrl(value) ? new URL(value).href : value;
}

/** Whether no audience is configured, or one of the token's is configured (RFC 7519, section 4.1.3). */
function isForAudience(aud: unknown, audience: ClaimRequirements['audience']): boolean {
  const accepted = listOf(audience);
  const presented = [aud].flat();
  return (
    accepted.length === 0 || (isListOfStrings(presented) && presented.some(value => accepted.includes(value)))
  );
}

function checkAuthorizedParty(
  azp: unknown,
  parties: ClaimRequirements['authorizedParties'],
): TokenRejection | undefined {
  if (!parties || parties.length === 0) return undefined;
  if (typeof azp === 'string' && azp !== '' && parties.includes(azp)) return undefined;
  return {
    reason: 'token-invalid-authorized-parties',
    message:
      azp === undefined
        ? 'The token does not name the origin it was issued for (azp), and `authorizedParties` is configured.'
        : 'The origin that the token was issued for (azp) is not one of the configured `authorizedParties`.',
  };
}

function checkIssuer(iss: unknown, issuer: ClaimRequirements['issuer']): TokenRejection | undefined {
  // Nearly every token: a list made for it would take longer than the other checks together.
  if (issuer === undefined || (iss === issuer && iss !== '')) return undefined;
  const accepted = listOf(issuer);
  if (accepted.length === 0) return undefined;
  if (typeof iss === 'string' && accepted.includes(iss)) return undefined;
  return {
    reason: 'token-invalid-issuer',
    message: 'The token was not issued by a configured issuer (iss).',
    action: USE_A_CLERK_TOKEN,
  };
}

function checkExpiry(exp: unknown, now: number, skew: number): TokenRejection | undefined {
  if (typeof exp !== 'number') return malformed('exp', 'a number');
  if (toMilliseconds(exp) > now - skew) return undefined;
  return {
    reason: 'token-expired',
    message: `The token expired ${inSeconds(now - toMilliseconds(exp))} ago (exp), and ${tolerance(skew)}.`,
  };
}

function checkNotBefore(nbf: unknown, now: number, skew: number): TokenRejection | undefined {
  if (nbf === undefined) return undefined;
  if (typeof nbf !== 'number') return malformed('nbf', 'a number');
  if (toMilliseconds(nbf) <= now + skew) return undefined;
  return {
    reason: 'token-not-active-yet',
    message: `The token is not active for another ${inSeconds(toMilliseconds(nbf) - now)} (nbf), and ${tolerance(skew)}.`,
    action: CHECK_THE_CLOCK,
  };
}

function checkIssuedAt(iat: unknown, now: number, skew: number): TokenRejection | undefined {
  if (iat === undefined) return undefined;
  if (typeof iat !== 'number') return malformed('iat', 'a number');
  if (toMilliseconds(iat) <= now + skew) return undefined;
  return {
    reason: 'token-iat-in-the-future',
    message: `The token was issued ${inSeconds(toMilliseconds(iat) - now)} in the future (iat), and ${tolerance(skew)}.`,
    action: CHECK_THE_CLOCK,
  };
}

function inSeconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 100) / 10} s`;
}

function tolerance(skew: number): string {
  return `clocks may differ by ${inSeconds(skew)} (clockSkewInMs)`;
}

/**
 * The time until which a token with checked claims is accepted, in Unix time in milliseconds.
 *
 * @returns `undefined` for claims without `exp`
 */
export function acceptedUntil(
  { exp }: UnverifiedClaims,
  { clockSkewInMs }: ClaimRequirements,
): number | undefined {
  return typeof exp === 'number' ? toMilliseconds(exp) + clockSkew(clockSkewInMs) : undefined;
}

/** NumericDate may have a fraction (RFC 7519, section 2); whole seconds are compared, as in `@clerk/backend`. */
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

function listOf(value: string | readonly string[] | undefined): string[] {
  return [value ?? []].flat().filter(entry => entry !== '');
}

function isListOfStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every(entry => typeof entry === 'string');
}
