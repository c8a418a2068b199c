import { currentTime } from '../../tokens/claim-checks.js';
import type { UnverifiedClaims } from '../../tokens/jwt.js';
import { CookiePosition } from './cookie-names.js';
import { comparableClaim } from './comparable-claim.js';
import type { Instance } from '../instance.js';

/** The input of the decision. */
export interface CookieFacts {
  readonly instance: Pick<Instance, 'instanceType' | 'requirements' | 'frontendApi' | 'issuer'>;
  /** The host of the Frontend API that issues this site's tokens. */
  readonly issuingFrontendApi: string;
  cookie(position: number): string | undefined;
  unverifiedClaims(token: string | undefined): UnverifiedClaims | undefined;
}

/**
 * Decides whether the cookies with the suffix of this instance are used, or the plain ones.
 *
 * Several Clerk applications can share a domain, and old versions of clerk-js set plain cookies only. Both sets can
 * exist, one of them outdated. Nothing is verified yet: this decides which cookies to verify, not which to trust.
 */
export function trustsSuffixedCookies(context: CookieFacts): boolean {
  const plainToken = context.cookie(CookiePosition.session);
  const suffixedToken = context.cookie(CookiePosition.suffixedSession);
  const plainUat = context.cookie(CookiePosition.clientUat);
  const suffixedUat = context.cookie(CookiePosition.suffixedClientUat);

  const plainClaims = context.unverifiedClaims(plainToken);
  if (plainToken) {
    // A token without an issuer leads to a signed-out state and not to a redirect.
    if (!plainClaims?.iss) return false;
    if (!isIssuedBy(plainClaims.iss, context)) return true;
  }
  if (!suffixedUat && !suffixedToken) return false;

  const suffixedClaims = context.unverifiedClaims(suffixedToken);
  const isSignedOutPlain = plainUat === '0';
  const isSignedOutSuffixed = suffixedUat === '0';
  const isPlainNewer = issuedAt(plainClaims?.iat) > issuedAt(suffixedClaims?.iat);
  if (!isSignedOutSuffixed && !isSignedOutPlain && isPlainNewer) return false;

  // New and old clerk-js both set the plain cookies, so a plain sign-in came after a suffixed sign-out.
  if (isSignedOutSuffixed && !isSignedOutPlain) return false;

  // In development an old clerk-js does not delete the suffixed cookies when it signs out, so only their age decides.
  const mayBeLeftBehind =
    context.instance.instanceType !== 'production' && isSignedOutPlain && !isSignedOutSuffixed;
  if (mayBeLeftBehind && isExpired(suffixedClaims?.exp, context.instance)) return false;

  // The Frontend API can switch the suffixes off, and then no longer sets the suffixed `__client_uat`.
  return !(suffixedToken && !suffixedUat);
}

function isIssuedBy(
  issuer: unknown,
  { instance, issuingFrontendApi }: Pick<CookieFacts, 'instance' | 'issuingFrontendApi'>,
): boolean {
  if (typeof issuer !== 'string') return false;
  // Nearly every token: replacing takes longer than the rest of the decision.
  const isUsual = issuer === instance.issuer && issuingFrontendApi === instance.frontendApi;
  return isUsual || issuer.replace(/https?:\/\//gi, '') === issuingFrontendApi;
}

function issuedAt(iat: unknown): number {
  return comparableClaim(iat) || 0;
}

function isExpired(exp: unknown, { requirements }: CookieFacts['instance']): boolean {
  return comparableClaim(exp) <= Math.floor(currentTime(requirements) / 1000);
}
