import type { FrontendApiHandlers } from '../handlers.js';
import { getOAuthConsent, requestOAuthAuthorize, submitOAuthConsent } from './authorize.js';
import { registerOAuthClient } from './clients.js';
import { getOAuthToken, getOAuthTokenInfo, revokeOAuthToken } from './tokens.js';
import { getOAuthUserInfo } from './user-info.js';

/**
 * The instance as an OAuth authorization server and an OpenID provider.
 *
 * @see https://clerk.com/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth
 */
export const OAUTH: FrontendApiHandlers = {
  registerOAuthClient,
  requestOAuthAuthorize,
  requestOAuthAuthorizePOST: requestOAuthAuthorize,
  getOAuthConsent,
  submitOAuthConsent,
  getOAuthToken,
  revokeOAuthToken,
  getOAuthTokenInfo,
  getOAuthUserInfo,
  getOAuthUserInfoPOST: getOAuthUserInfo,
};
