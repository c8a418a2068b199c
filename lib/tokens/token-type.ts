/**
 * The kinds of token that can stand behind a request.
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

/** The kind that stands for a signed-in user. */
export type SessionTokenType = typeof TokenType.SessionToken;

/** The kinds that stand for a program. */
export type MachineTokenType = Exclude<TokenType, SessionTokenType>;

/** What a caller accepts: one kind, any of several, or every kind. */
export type AcceptedTokens = TokenType | readonly TokenType[] | 'any';
