import { isRejection } from '../tokens/jwt.js';
import { mayBeSessionToken } from '../tokens/jwt-category.js';
import { isAuthenticationObserved } from './authentication-event.js';
import type { AuthenticationResult } from './authentication-result.js';
import type { Instance } from './instance.js';
import type { IncomingRequest } from './request/incoming-request.js';
import { signedIn } from './results.js';

/**
 * Signs in by a session token in a usual `Authorization` header whose signature was verified before.
 *
 * Only for speed: most requests of an API are of this kind, and need nothing of what other requests need. The token's key and
 * all its claims are checked each time.
 *
 * @returns the result of `authenticate()`, if that signs in; `undefined` if `authenticate()` must decide
 */
export function rememberedSession(
  request: IncomingRequest,
  instance: Instance,
): AuthenticationResult | undefined {
  const header = request.header('authorization');
  if (header === undefined || isAuthenticationObserved()) return undefined;
  const { verifier, requirements } = instance;
  const candidate = verifier.findInHeader(header);
  if (!candidate || !mayBeSessionToken(candidate.jwt)) return undefined;

  try {
    const verified = verifier.verify(candidate, requirements);
    if (verified instanceof Promise || isRejection(verified)) return undefined;
    return signedIn(request, instance, candidate.token, verified);
  } catch {
    // Malformed compact claims, or an error of the application's `now`: authenticate() knows what to do.
    return undefined;
  }
}
