import { isTokenTypeAccepted } from '../authorization/accepted-token.js';
import type { AcceptedTokens, TokenType } from '../tokens/token-type.js';

const NAMES: Readonly<Record<TokenType, string>> = {
  session_token: 'a session token (in a frontend: `await getToken()`)',
  api_key: 'an API key',
  m2m_token: 'an M2M token',
  oauth_token: 'an OAuth access token',
};

/** Says to a caller without a token which one to send, and where. */
export function whatToSend(acceptsToken: AcceptedTokens): string {
  return acceptsToken === 'session_token' ? SESSION_TOKEN : describe(acceptsToken);
}

function describe(acceptsToken: AcceptedTokens): string {
  const types = (Object.keys(NAMES) as TokenType[]).filter(type => isTokenTypeAccepted(type, acceptsToken));
  return `Send ${types.map(type => NAMES[type]).join(' or ')} in the header \`Authorization: Bearer <token>\`.`;
}

/** Sent with nearly every rejection. */
const SESSION_TOKEN = describe('session_token');
