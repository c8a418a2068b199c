import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';

/** The error for a request that the middleware has not handled. */
export function middlewareMissing(): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'middleware_missing',
    'The request was not authenticated by Clerk. In a Nest application import `ClerkModule.forRoot()` into the root module; ' +
      'in an Express application call `app.use(clerkMiddleware())` before the routes. In a test, import the module with the ' +
      'keys of a `LocalClerk`, or put `new StubClerkAuthGuard(signedInAuth())` in place of the guard (both from ' +
      '`nest-clerk/testing`): a guard that only returns `true` sets no caller.',
  );
}
