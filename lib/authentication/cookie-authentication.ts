import { isRejection } from '../tokens/jwt.js';
import type { DecodedJwt } from '../tokens/jwt.js';
import { mayBeSessionToken } from '../tokens/jwt-category.js';
import type { MaybePromise } from '../helpers/maybe-promise.js';
import type { AuthenticationResult } from './authentication-result.js';
import { signedInOrUnreadable, signedOut } from './results.js';
import { comparableClaim } from './request/comparable-claim.js';
import { comesFromSatellite } from './handshake/cross-origin.js';
import { handshakeOrSignedOut } from './handshake/handshake.js';
import { resolveHandshake } from './handshake/handshake-resolution.js';
import { activateOrganization } from './handshake/organization-sync.js';
import type { RequestContext } from './request/request-context.js';
import { answerSatellite, syncSatellite } from './handshake/satellite-sync.js';
import { authenticateSessionToken } from './session/session-authentication.js';
import type { SessionOutcomes } from './session/session-authentication.js';

const COOKIE_OUTCOMES: SessionOutcomes = {
  carrier: 'cookie',
  accept: acceptSession,
  handleStale: handshakeOrSignedOut,
};

/** Authenticates by the cookies of a browser, and by the handshake parameters in its URL. */
export function authenticateByCookies(context: RequestContext): MaybePromise<AuthenticationResult> {
  const hasHandshake = context.instance.handshake && (context.handshakeNonce || context.handshakeToken);
  if (hasHandshake) return resolveThenAuthenticate(context);
  return authenticateByCookiesAlone(context);
}

async function resolveThenAuthenticate(context: RequestContext): Promise<AuthenticationResult> {
  return (await resolveHandshake(context)) ?? authenticateByCookiesAlone(context);
}

function authenticateByCookiesAlone(context: RequestContext): MaybePromise<AuthenticationResult> {
  // Without handshakes, a page load with a valid session is signed in, wherever the browser comes from.
  const settled =
    (context.instance.handshake ? settleByOrigin(context) : undefined) ?? settleByCookies(context);
  return settled ?? authenticateSessionToken(context, context.sessionTokenInCookie ?? '', COOKIE_OUTCOMES);
}

// Each step decides one question about a request, or leaves it to the next one. The order matters: a step relies on the results
// of those before it. Called one by one and not from a list, which V8 cannot inline.

/** Settles a request that takes part in a sync with another domain, or with the Frontend API of a development instance. */
function settleByOrigin(context: RequestContext): AuthenticationResult | undefined {
  return (
    syncSatellite(context) ??
    // Before the steps of the dev browser, so that the primary domain does not start a handshake of its own during a sync.
    answerSatellite(context) ??
    takeDevBrowserFromUrl(context)
  );
}

/** Settles a request whose cookies are not up to date, or not one session's. */
function settleByCookies(context: RequestContext): AuthenticationResult | undefined {
  return (
    requireDevBrowser(context) ??
    compareSessionAndClient(context) ??
    rejectOtherTokenTypes(context) ??
    requireSessionNewerThanClient(context)
  );
}

function takeDevBrowserFromUrl(context: RequestContext): AuthenticationResult | undefined {
  if (context.instance.instanceType !== 'development' || !hasParameter(context, '__clerk_db_jwt'))
    return undefined;
  return handshakeOrSignedOut(context, 'dev-browser-sync');
}

function requireDevBrowser(context: RequestContext): AuthenticationResult | undefined {
  if (context.instance.instanceType !== 'development' || context.devBrowserToken) return undefined;
  return handshakeOrSignedOut(context, 'dev-browser-missing');
}

/** The Frontend API sets `__client_uat` while a user is signed in; the session must agree with it. */
function compareSessionAndClient(context: RequestContext): AuthenticationResult | undefined {
  const hasSession = context.sessionTokenInCookie !== undefined;
  const hasClient = context.clientUat !== 0;
  if (hasSession && hasClient) return undefined;
  if (hasSession) return handshakeOrSignedOut(context, 'session-token-but-no-client-uat');
  if (hasClient) return handshakeOrSignedOut(context, 'client-uat-but-no-session-token');
  return signedOut(context, 'session-token-and-uat-missing');
}

function rejectOtherTokenTypes(context: RequestContext): AuthenticationResult | undefined {
  const candidate = context.decode(context.sessionTokenInCookie ?? '');
  if (isRejection(candidate)) return undefined;
  return mayBeSessionToken(candidate.jwt) ? undefined : signedOut(context, 'token-type-mismatch');
}

function requireSessionNewerThanClient(context: RequestContext): AuthenticationResult | undefined {
  const iat = context.unverifiedClaims(context.sessionTokenInCookie)?.iat;
  if (!(comparableClaim(iat) < context.clientUat)) return undefined;
  return handshakeOrSignedOut(context, 'session-token-iat-before-client-uat');
}

/** A signed-in browser may still need a redirect, for another domain or another organization. */
function acceptSession(context: RequestContext, token: string, jwt: DecodedJwt): AuthenticationResult {
  if (context.instance.handshake && comesFromSatellite(context)) {
    const message = 'The browser comes from another domain, where the session may have changed.';
    return handshakeOrSignedOut(context, 'primary-domain-cross-origin-sync', message);
  }
  const result = signedInOrUnreadable(context, token, jwt);
  return activateOrganization(context, result) ?? result;
}

function hasParameter(context: RequestContext, name: string): boolean {
  return context.hasQuery && context.url.searchParams.has(name);
}
