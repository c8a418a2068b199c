import { statusInWords } from '../../errors/clerk-api-response-error.js';
import { describeRejection } from '../../errors/token-verification-error.js';
import type { TokenRejection } from '../../errors/token-verification-error.js';
import { isRejection } from '../../tokens/jwt.js';
import { isOtherThanSessionToken } from '../../tokens/jwt-category.js';
import { verifySessionJwt } from '../../tokens/verify-session-jwt.js';
import type { AuthenticationResult, ResponseHeaders } from '../authentication-result.js';
import { signedInOrUnreadable, signedOut } from '../results.js';
import type { RequestContext } from '../request/request-context.js';
import { withoutHandshakeParameters } from './handshake-parameters.js';
import { sessionTokenAmong, setCookieHeaders } from '../session/set-cookie.js';

/** A day: the tolerated error of a developer's clock right after a handshake. */
const DEVELOPMENT_CLOCK_SKEW_IN_MS = 86_400_000;

/**
 * Redeems the result of a handshake, a token or a nonce in the URL or in a cookie.
 *
 * @returns the result, or `undefined` if the request must be authenticated as without a handshake
 */
export async function resolveHandshake(context: RequestContext): Promise<AuthenticationResult | undefined> {
  const cookies = await cookiesOfHandshake(context);
  if (isRejection(cookies)) return rejectedHandshake(context, cookies);

  const headers = handshakeHeaders(context, cookies);
  const token = sessionTokenAmong(cookies);
  if (token === '') return signedOut(context, 'session-token-missing', '', { headers });

  const jwt = await verifyAfterHandshake(context, token);
  if (!isRejection(jwt)) return signedInOrUnreadable(context, token, jwt, headers);
  context.instance.warn(
    `The session of a handshake was rejected: ${describeRejection(jwt, 'cookie')}`,
    'handshake-session',
  );
  return undefined;
}

async function cookiesOfHandshake(context: RequestContext): Promise<string[] | TokenRejection> {
  const { handshakeNonce, handshakeToken } = context;
  if (handshakeNonce) return cookiesForNonce(context, handshakeNonce);
  return handshakeToken ? cookiesInToken(context, handshakeToken) : [];
}

async function cookiesForNonce(context: RequestContext, nonce: string): Promise<string[]> {
  try {
    const { directives } = await context.instance.remote.getHandshakePayload(nonce);
    return directives;
  } catch (error) {
    context.instance.warn(
      `A handshake could not be fetched from the Backend API (${statusInWords(error)}).`,
      'handshake-nonce',
    );
    return [];
  }
}

/**
 * Reads a handshake token. Only its header and signature are checked: its claims are cookies, not a session.
 *
 * It has the category of a session token. Any other category is rejected, because a JWT template could contain cookies
 * that its author chose.
 */
async function cookiesInToken(context: RequestContext, token: string): Promise<string[] | TokenRejection> {
  const candidate = context.decode(token);
  if (isRejection(candidate)) return candidate;
  if (isOtherThanSessionToken(candidate.jwt)) {
    return { reason: 'token-invalid', message: 'The token is not one of a handshake.' };
  }
  const rejection = await context.instance.verifier.verifySignature(candidate);
  if (rejection) return rejection;

  const { handshake } = candidate.jwt.claims;
  return Array.isArray(handshake) ? handshake.filter(line => typeof line === 'string') : [];
}

/**
 * In production the token comes in a cookie of the whole domain, so it may belong to another application: the request
 * is authenticated without it, and the next handshake returns ours. In development it comes in the URL, so the keys
 * have changed or the token is made up: another handshake would loop.
 */
function rejectedHandshake(
  context: RequestContext,
  rejection: TokenRejection,
): AuthenticationResult | undefined {
  const advice =
    rejection.reason === 'token-invalid-signature'
      ? ' If the Clerk keys were changed on this machine, clear the cookies and try again.'
      : '';
  const message = `A handshake token was rejected: ${describeRejection(rejection)}.${advice}`;
  context.instance.warn(message, 'handshake-token');
  return context.instance.instanceType === 'development'
    ? signedOut(context, rejection.reason, message)
    : undefined;
}

function handshakeHeaders(context: RequestContext, cookies: string[]): ResponseHeaders {
  // A made-up nonce must not make the response readable for pages without an origin.
  const crossOrigin: ResponseHeaders = [
    ['access-control-allow-origin', 'null'],
    ['access-control-allow-credentials', 'true'],
  ];
  const headers = [...(cookies.length > 0 ? crossOrigin : []), ...setCookieHeaders(cookies)];
  if (context.instance.instanceType === 'production') return headers;
  return [
    ...headers,
    ['location', withoutHandshakeParameters(context.url).href],
    ['cache-control', 'no-store'],
  ];
}

/** By the developer's clock the token is minutes old, but Clerk has just created it. */
async function verifyAfterHandshake(context: RequestContext, token: string) {
  const { verifier, requirements, instanceType, warn } = context.instance;
  const jwt = await verifySessionJwt(verifier, token, requirements);
  if (!isRejection(jwt) || instanceType !== 'development' || !isTimeRelated(jwt)) return jwt;

  warn(
    `The clock of this machine is wrong, which is tolerated in development. ${describeRejection(jwt, 'cookie')}`,
    'clock',
  );
  return verifySessionJwt(verifier, token, { ...requirements, clockSkewInMs: DEVELOPMENT_CLOCK_SKEW_IN_MS });
}

function isTimeRelated({ reason }: TokenRejection): boolean {
  return (
    reason === 'token-expired' || reason === 'token-not-active-yet' || reason === 'token-iat-in-the-future'
  );
}
