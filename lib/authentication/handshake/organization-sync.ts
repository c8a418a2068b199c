import type { AuthObject } from '../../authorization/auth-object.js';
import type { AuthenticationResult } from '../authentication-result.js';
import { handshakeOrSignedOut } from './handshake.js';
import type { OrganizationTarget } from './organization-matcher.js';
import type { RequestContext } from '../request/request-context.js';

/** After so many attempts the organization is one that this person is not in. */
const MAX_ATTEMPTS = 3;

/**
 * Makes the organization that the URL speaks of the active one, if another is.
 *
 * @returns the handshake that does it; `undefined` when there is nothing to do or it cannot be done, which leaves it
 *   to the page to say so
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
      'The organization in the URL could not be activated: its id or slug may not exist.',
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
