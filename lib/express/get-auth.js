import { authObjectForAcceptedToken } from '../authorization/accepted-token.js';
import { signedOutAuthObject } from '../authorization/session-auth-object.js';
import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import { resultOf } from './request-auth.js';
export function getAuth(request, options = {}) {
  const result = resultOf(request);
  if (!result) throw middlewareMissing();
  const auth = result.toAuth(options) ?? signedOutAuthObject(() => ({ status: result.status }));
  return authObjectForAcceptedToken(auth, options.acceptsToken ?? 'session_token');
}
function middlewareMissing() {
  return new ClerkConfigurationError(
    'middleware_missing',
    'The request was not looked at by Clerk. In a Nest application import `ClerkModule.forRoot()` into the root module, ' +
      'and check that `exclude` does not name this path; in an Express application call `app.use(clerkMiddleware())` ' +
      'before the routes.',
  );
}
