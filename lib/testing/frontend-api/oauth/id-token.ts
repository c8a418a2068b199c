import type { LocalInstance } from '../../local-instance.js';
import type { LocalOAuthGrant } from '../../store/oauth-grants.js';
import { issueMachineJwt } from '../../tokens/machine-jwt.js';
import { userClaims } from './user-info.js';

const LIFETIME_MS = 24 * 60 * 60_000;

/**
 * An ID token for the client of a grant, with the claims of the granted scopes.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#IDToken
 */
export function idToken(
  {
    clientId,
    userId,
    scopes,
    nonce,
    issuer,
  }: LocalOAuthGrant & { nonce: string | undefined; issuer: string },
  { store, signingKey }: LocalInstance,
): Promise<string> {
  const now = store.now();
  return issueMachineJwt(
    { issuer, signingKey },
    {
      header: { typ: 'JWT' },
      claims: { ...userClaims(store.users.get(userId), scopes), sub: userId, aud: clientId, nonce },
      issuedAt: now,
      expiration: now + LIFETIME_MS,
    },
  );
}
