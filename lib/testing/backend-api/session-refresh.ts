import { localKeySource } from '../../tokens/key-source.js';
import { isRejection } from '../../tokens/jwt.js';
import type { UnverifiedClaims } from '../../tokens/jwt.js';
import { TokenVerifier } from '../../tokens/token-verifier.js';
import { json } from '../http/api-answer.js';
import type { OperationHandler } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import { parameterError, parametersInvalid, sessionNotRefreshed } from '../api-errors.js';
import type { LocalSession } from '../store/records.js';
import { issueSessionToken } from '../tokens/session-token.js';
import { refreshedCookies } from '../tokens/session-cookies.js';
import { readBodyParameters } from './parameters.js';
import type { ReadParameters } from './parameters.js';

const REFRESH = {
  expired_token: 'string',
  refresh_token: 'string',
  request_origin: 'string',
  request_headers: 'object',
  request_originating_ip: 'string',
  format: 'string',
} as const;

const REQUIRED = ['expired_token', 'refresh_token', 'request_origin'];

/**
 * A new token for an expired one. What is wrong with either is a 401, at which an SDK turns to the handshake; the
 * error codes of it are not documented, and so are of our own making.
 */
export const refreshSession: OperationHandler = async (call, instance) => {
  const params = readBodyParameters(call, REFRESH);
  const missing = REQUIRED.filter(name => call.body[name] == null);
  if (missing.length > 0) {
    throw parametersInvalid(
      ...missing.map(name => parameterError('form_param_missing', name, 'must be given')),
    );
  }
  const session = refreshableSession(call.pathParameters.session_id ?? '', params, instance);
  const { iss } = await claimsOf(session, params.expiredToken ?? '', instance);
  const origin = params.requestOrigin ?? '';
  if (params.format === 'cookie') {
    const suffixed = call.query.get('suffixed_cookies') === 'true';
    const cookies = await refreshedCookies(instance, session, { suffixed, origin, issuer: String(iss) });
    return json({ object: 'cookies', cookies });
  }
  const { id: sessionId, userId } = session;
  const claims = { iss };
  return json({
    object: 'token',
    jwt: await issueSessionToken(instance, { userId, sessionId, authorizedParty: origin, claims }),
  });
};

function refreshableSession(
  sessionId: string,
  { refreshToken }: ReadParameters<typeof REFRESH>,
  { store: { sessions } }: LocalInstance,
): LocalSession {
  const session = sessions.findByRefreshToken(refreshToken ?? '');
  if (session?.id !== sessionId) {
    throw sessionNotRefreshed('refresh_token_invalid', 'The refresh token is not one of this session.');
  }
  if (!sessions.isOpen(session)) {
    throw sessionNotRefreshed('session_ended', 'The session was revoked or has expired.');
  }
  return session;
}

/** What the expired token says, once it is clear that the instance has issued it for the session. */
async function claimsOf(
  session: LocalSession,
  token: string,
  { signingKey }: LocalInstance,
): Promise<UnverifiedClaims> {
  const verifier = new TokenVerifier(localKeySource(signingKey.publicPem));
  const candidate = verifier.decode(token);
  const isOurs =
    !isRejection(candidate) &&
    candidate.jwt.claims.sid === session.id &&
    (await verifier.verifySignature(candidate)) === undefined;
  if (isOurs) return candidate.jwt.claims;
  throw sessionNotRefreshed('expired_token_invalid', 'The expired token is not one of this session.');
}
