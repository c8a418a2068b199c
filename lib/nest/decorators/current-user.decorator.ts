import { createParamDecorator } from '@nestjs/common';
import { ownDecorator } from './own-decorators.js';
import type { ExecutionContext } from '@nestjs/common';

import type { User } from '../../backend-api/models/user.js';
import { currentResource } from './current-resource.js';
import type { CurrentResourceDecorator } from './current-resource.js';

/**
 * Passes the {@link User} of the caller, as the Backend API returns it, or one field of it to a handler; `null` if the
 * caller is signed out, or is a machine that acts for no user.
 *
 * Each request or message fetches it at most once, and only for handlers with this parameter. If the id is enough, use
 * `@Auth('userId')`, which makes no call.
 *
 * It does not reject signed-out callers: use {@link ClerkAuthGuard} for that.
 *
 * @param field - the name of a field
 * @throws {@link UnauthenticatedException} `user-not-found`, if the user has been deleted
 * @throws {@link ClerkUnavailableException} 503, if the Backend API does not respond
 *
 * @example
 * ```ts
 * @Get('me')
 * @UseGuards(ClerkAuthGuard)
 * me(@CurrentUser() user: User) {
 *   return { name: user.fullName, email: user.primaryEmailAddress?.emailAddress };
 * }
 * ```
 *
 * @see https://clerk.com/docs/reference/backend/user/get-user
 */
export const CurrentUser: CurrentResourceDecorator<User> = createParamDecorator(
  ownDecorator((field: keyof User | undefined, context: ExecutionContext): Promise<unknown> =>
    currentResource('user', context, field),
  ),
);
