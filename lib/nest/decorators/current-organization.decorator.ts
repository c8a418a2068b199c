import { createParamDecorator } from '@nestjs/common';
import { ownDecorator } from './own-decorators.js';
import type { ExecutionContext } from '@nestjs/common';

import type { Organization } from '../../backend-api/types.js';
import { currentResource } from './current-resource.js';
import type { CurrentResourceDecorator } from './current-resource.js';

/**
 * Passes the active {@link Organization} of the caller, as the Backend API returns it, or one field of it to a handler;
 * `null` without an active organization.
 *
 * Each request or message fetches it at most once, and only for handlers with this parameter. If id, slug, role or
 * permissions are enough, use `@Auth()`, which makes no call.
 *
 * @param field - the name of a field
 * @throws {@link UnauthenticatedException} `organization-not-found`, if the organization has been deleted
 * @throws {@link ClerkUnavailableException} 503, if the Backend API does not respond
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
  ownDecorator((field: keyof Organization | undefined, context: ExecutionContext): Promise<unknown> =>
    currentResource('organization', context, field),
  ),
);
