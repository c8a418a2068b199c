import type { ExecutionContext } from '@nestjs/common';
import type { SignedInAuth } from 'nest-clerk';

/**
 * Whether the organization in the URL is the active one, for `@Protect()`.
 *
 * `organizationSyncOptions` make it the active one when a browser loads a page. An API call comes with a token that is
 * for one organization, and might name any other in its URL.
 */
export function isOrganizationOfUrl({ orgSlug }: SignedInAuth, context: ExecutionContext): boolean {
  const { params } = context.switchToHttp().getRequest<{ params: { slug?: string } }>();
  return orgSlug !== undefined && orgSlug === params.slug;
}
