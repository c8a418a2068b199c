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
};
