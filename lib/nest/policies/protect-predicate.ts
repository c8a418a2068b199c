import type { ExecutionContext } from '@nestjs/common';

import type { AuthObject } from '../../authorization/auth-object.js';

/**
 * A function that decides whether a caller may use a route.
 *
 * @param auth - the auth object of the caller, authenticated by a token that the route accepts: `SignedInAuth` unless
 *   {@link AcceptsToken} says otherwise
 * @param context - the call, as guards get it
 * @returns `true` to allow the call; any other value denies it. Errors go to Nest's exception filters
 */
// A method's parameter may be declared as a subtype, such as `SignedInAuth` where only sessions are accepted.
export type ProtectPredicate = {
  decide(auth: AuthObject, context: ExecutionContext): boolean | Promise<boolean>;
}['decide'];
