/**
 * The types of token that can authenticate a request.
 *
 * @see https://clerk.com/docs/guides/development/machine-auth/overview
 */
export const TokenType = {
  SessionToken: 'session_token',
  ApiKey: 'api_key',
  M2MToken: 'm2m_token',
  OAuthToken: 'oauth_token',
} as const;

/** One of `'session_token'`, `'api_key'`, `'m2m_token'`, `'oauth_token'`. */
export type TokenType = (typeof TokenType)[keyof typeof TokenType];

/** The type that authenticates a signed-in user. */
export type SessionTokenType = typeof TokenType.SessionToken;

/** The types that authenticate a machine. */
export type MachineTokenType = Exclude<TokenType, SessionTokenType>;

/** The accepted types of a caller: one type, any of several, or every type. */
export type AcceptedTokens = TokenType | readonly TokenType[] | 'any';
