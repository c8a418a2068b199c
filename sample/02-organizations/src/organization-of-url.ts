import type { ExecutionContext } from '@nestjs/common';
import type { SignedInAuth } from 'nest-clerk';

/**
 * Whether the organization in the URL is the active one, for `@Protect()`.
 *
 * `organizationSyncOptions` activate it when a browser loads a page. The token of an API call belongs to one
 * organization, and the URL may name another.
 */
export function isOrganizationOfUrl({ orgSlug }: SignedInAuth, context: ExecutionContext): boolean {
  const { params } = context.switchToHttp().getRequest<{ params: { slug?: string } }>();
  return orgSlug !== undefined && orgSlug === params.slug;
}
