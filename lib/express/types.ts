// The entry point `nest-clerk/express/types`: the types of `nest-clerk/express`, without code.
import type { Request } from 'express';
import type { SignedInAuthObject, SignedOutAuthObject } from '../authorization/auth-object.js';
import type { PendingSessionOptions } from '../authentication/authentication-result.js';
import type { ClerkClient } from './clerk-client.js';
import type { ClerkMiddlewareOptions } from './clerk-middleware.js';

export type * from './index.js';

/** A request after `clerkMiddleware()` that only accepts session tokens. */
export type ExpressRequestWithAuth = Request & {
  auth: (options?: PendingSessionOptions) => SignedInAuthObject | SignedOutAuthObject;
};

/** The parameters for the authentication of an Express request. */
export interface AuthenticateRequestParams {
  clerkClient: ClerkClient;
  request: Request;
  options?: ClerkMiddlewareOptions;
}
