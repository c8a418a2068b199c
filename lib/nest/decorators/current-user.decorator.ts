import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext, PipeTransform, Type } from '@nestjs/common';

import type { Organization } from '../../backend-api/generated/models.js';
import type { User } from '../../backend-api/models/user.js';
import { currentResource } from './current-resource.js';

type Pipe = Type<PipeTransform> | PipeTransform;

/** The forms of {@link CurrentUser} and {@link CurrentOrganization}. */
export interface CurrentResourceDecorator<Resource> {
  (field: keyof Resource, ...pipes: Pipe[]): ParameterDecorator;
  (...pipes: Pipe[]): ParameterDecorator;
}

/**
 * Gives a handler the {@link User} who is asking, as the Backend API has it, or one field of it; `null` when nobody is
 * signed in, or a machine is that belongs to no user.
 *
 * It is fetched when the handler has it as a parameter, once per request or message at most. Where the id will do,
 * `@Auth('userId')` costs nothing.
 *
 * It refuses nobody who is not signed in: put {@link ClerkAuthGuard} on the route for that.
 *
 * @param field - the name of a field
 * @throws {@link UnauthenticatedException} `user-not-found`, when the user has been deleted since
 * @throws {@link ClerkUnavailableException} 503, when the Backend API does not answer
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
  async (field: keyof User | undefined, context: ExecutionContext): Promise<unknown> =>
    fieldOf(await currentResource('user', context), field),
);

/**
 * Gives a handler the active {@link Organization} of whoever is asking, as the Backend API has it, or one field of it;
 * `null` when there is none.
 *
 * It is fetched when the handler has it as a parameter, once per request or message at most. Where id, slug, role or
 * permissions will do, `@Auth()` costs nothing.
 *
 * @param field - the name of a field
 * @throws {@link UnauthenticatedException} `organization-not-found`, when it has been deleted since
 * @throws {@link ClerkUnavailableException} 503, when the Backend API does not answer
 *
 * @example
 * ```ts
 * @Get('team')
 * @Protect({ role: 'org:member' })
 * team(@CurrentOrganization() organization: Organization) {
 *   return { name: organization.name, slug: organization.slug };
 * }
 * ```
 *
 * @see https://clerk.com/docs/reference/backend/organization/get-organization
 */
export const CurrentOrganization: CurrentResourceDecorator<Organization> = createParamDecorator(
  async (field: keyof Organization | undefined, context: ExecutionContext): Promise<unknown> =>
    fieldOf(await currentResource('organization', context), field),
);

function fieldOf<Resource extends object>(
  resource: Resource | null,
  field: keyof Resource | undefined,
): unknown {
  return field === undefined || resource === null ? resource : resource[field];
}
