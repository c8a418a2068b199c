import type { AuthObject } from '../../authorization/auth-object.js';
import type { AuthenticationResult } from '../authentication-result.js';
import { handshakeOrSignedOut } from './handshake.js';
import type { OrganizationTarget } from './organization-matcher.js';
import type { RequestContext } from '../request/request-context.js';

/** After this number of attempts the user is probably not a member of the organization. */
const MAX_ATTEMPTS = 3;

/**
 * Activates the organization of the URL if another one is active.
 *
 * @returns the handshake that activates it; `undefined` if it is active already or cannot be activated, which the page
 *   must handle
 *
 * @see https://clerk.com/docs/guides/organizations/org-slugs-in-urls
 */
export function activateOrganization(
  context: RequestContext,
  session: AuthenticationResult,
): AuthenticationResult | undefined {
  const target = context.instance.organizationMatcher?.(context.url.pathname);
  if (!target || isActive(target, session.toAuth())) return undefined;

  if (context.redirectCount >= MAX_ATTEMPTS) {
    context.instance.warn(
      `The organization in the URL could not be activated within ${MAX_ATTEMPTS} redirects, which is the limit: it may not ` +
        'exist, or the user may not be a member. Check the id or slug in the URL and `organizationSyncOptions`.',
      'organization',
    );
    return undefined;
  }
  const result = handshakeOrSignedOut(context, 'active-organization-mismatch');
  return result.status === 'handshake' ? result : undefined;
}

/** Without a signed-in user there is nothing to activate. */
function isActive(target: OrganizationTarget, auth: AuthObject | null): boolean {
  if (auth?.tokenType !== 'session_token' || !auth.userId) return true;
  if (target.type === 'personalAccount') return !auth.orgId;
  return 'id' in target ? target.id === auth.orgId : target.slug === auth.orgSlug;
}
