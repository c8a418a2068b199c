import { sessionNotRefreshed } from '../../api-errors.js';
import { isRejection } from '../../../tokens/jwt.js';
import type { UnverifiedClaims } from '../../../tokens/jwt.js';
import { localKeySource } from '../../../tokens/key-source.js';
import { TokenVerifier } from '../../../tokens/token-verifier.js';
import type { LocalInstance } from '../../local-instance.js';
import type { LocalSession } from '../../store/records.js';
import { refreshedCookies } from '../../tokens/session-cookies.js';
import { issueSessionToken } from '../../tokens/session-token.js';
import type { BackendApiHandlers } from '../handlers.js';

/** Refreshes an expired token. After a 401 an SDK starts a handshake. */
export const SESSION_REFRESH: BackendApiHandlers = {
  RefreshSession: async ({ path, body, raw }, instance) => {
    const session = refreshableSession(path.sessionId, body.refreshToken, instance);
    const { iss } = await claimsOf(session, body.expiredToken, instance);
    const origin = body.requestOrigin;
    if (body.format === 'cookie') {
      const suffixed = raw.query.get('suffixed_cookies') === 'true';
      const cookies = await refreshedCookies(instance, session, { suffixed, origin, issuer: String(iss) });
      return { object: 'cookies', cookies };
    }
    const { id: sessionId, userId } = session;
    const jwt = await issueSessionToken(instance, {
      userId,
      sessionId,
      authorizedParty: origin,
      claims: { iss },
    });
    return { object: 'token', jwt };
  },
};

function refreshableSession(
  sessionId: string,
  refreshToken: string,
  { store: { sessions } }: LocalInstance,
): LocalSession {
  const session = sessions.findByRefreshToken(refreshToken);
  if (session?.id !== sessionId) {
    throw sessionNotRefreshed('refresh_token_not_found', 'The refresh token is not one of this session.');
  }
  if (!sessions.isOpen(session)) {
    throw sessionNotRefreshed('session_refresh_inactive_session', 'The session was revoked or has expired.');
  }
  return session;
}

/** The claims of the expired token, after it is verified that the instance issued it for the session. */
async function claimsOf(
  session: LocalSession,
  token: string,
  { signingKey }: LocalInstance,
): Promise<UnverifiedClaims> {
  const verifier = new TokenVerifier(localKeySource(signingKey.publicPem));
  const candidate = verifier.decode(token);
  if (isRejection(candidate) || (await verifier.verifySignature(candidate)) !== undefined) {
    const longMessage = 'The session token provided could not be successfully verified';
    throw sessionNotRefreshed('expired_session_token_invalid', longMessage);
  }
  if (candidate.jwt.claims.sid !== session.id) {
    throw sessionNotRefreshed('refresh_sid_mismatch', 'The expired token is not one of this session.');
  }
  return candidate.jwt.claims;
}
