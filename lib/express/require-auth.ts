import type { ServerResponse } from 'node:http';

import type { Middleware } from './create-middleware.js';
import { sessionMiddleware } from './clerk-middleware.js';
import type { ClerkMiddlewareOptions } from './clerk-middleware.js';
import { optionsFromEnvironment } from '../instance/environment.js';
import { getAuth } from './get-auth.js';

/**
 * Authenticates a request, as {@link clerkMiddleware} does, and redirects a signed-out client to `signInUrl`, to
 * `CLERK_SIGN_IN_URL` or to `/`.
 *
 * Machine tokens do not open the route, and are not verified.
 *
 * Meant for pages: an API call is better answered with a 401, by {@link getAuth} in the handler.
 *
 * @param options - keys and requirements; missing options are read from the environment
 * @throws {@link ClerkConfigurationError} for invalid options
 *
 * @example
 * ```ts
 * const app = express();
 * app.get('/dashboard', requireAuth({ signInUrl: '/sign-in' }), (req, res) => {
 *   res.send(`Hello, ${getAuth(req).userId}`);
 * });
 * ```
 *
 * @deprecated Use {@link clerkMiddleware} with {@link getAuth}, as Clerk recommends.
 *
 * @see https://clerk.com/docs/reference/express/require-auth
 */
export function requireAuth(options: ClerkMiddlewareOptions = {}): Middleware {
  const authenticate = sessionMiddleware(options);
  const signInUrl = options.signInUrl || optionsFromEnvironment().signInUrl || '/';

  return (request, response, next) => {
    authenticate(request, response, error => {
      if (error) return next(error);
      if (getAuth(request).userId) return next();
      redirect(response, signInUrl);
    });
  };
}

function redirect(response: ServerResponse, location: string): void {
  response.statusCode = 302;
  response.setHeader('location', location);
  response.end();
}
