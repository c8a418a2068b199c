// The entry point `nest-clerk/express/env`: declares `req.auth()` for Express.
//
//     /// <reference types="nest-clerk/express/env" />
import type { AuthObject } from '../authorization/auth-object.js';
import type { PendingSessionOptions } from '../authentication/authentication-result.js';

declare global {
  // The namespace that `@types/express` declares for this purpose.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    interface Request {
      /** The auth object of the request, after `clerkMiddleware()`. */
      auth: (options?: PendingSessionOptions) => AuthObject;
    }
  }
}
