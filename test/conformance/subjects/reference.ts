import { clerkMiddleware, createClerkClient, getAuth } from '@clerk/express';
import type { ClerkMiddlewareOptions } from '@clerk/express';
import type { StartSubject } from './subject.js';
import { startExpressApp } from './express-app.js';

/** Express with `@clerk/express`. */
export const startReference: StartSubject = ({ options, perRequest }) => {
  const { secretKey, publishableKey, machineSecretKey, apiUrl } = options;
  // Without a client of its own, the middleware refreshes sessions with the secret key of the environment.
  const clerkClient = createClerkClient({ secretKey, publishableKey, machineSecretKey, apiUrl });
  // It accepts functions of the URL too, which its types do not allow.
  const complete = { ...options, clerkClient } as ClerkMiddlewareOptions;
  return startExpressApp([clerkMiddleware(perRequest ? async () => complete : complete)], getAuth);
};
