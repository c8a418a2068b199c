import { match } from 'path-to-regexp';
import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
/**
 * Prepares the patterns, in the syntax of path-to-regexp 6, which Clerk's SDKs use.
 *
 * @throws {@link ClerkConfigurationError} `option_invalid` for a pattern that is none
 */
export function createOrganizationMatcher(options) {
  if (!options) return undefined;
  const matchOrganization = matcher('organizationPatterns', options.organizationPatterns);
  const matchPersonalAccount = matcher('personalAccountPatterns', options.personalAccountPatterns);
  return pathname => {
    const { id, slug } = matchOrganization(pathname) ?? {};
    if (id) return { type: 'organization', id };
    if (slug) return { type: 'organization', slug };
    return matchPersonalAccount(pathname) ? { type: 'personalAccount' } : undefined;
  };
}
function matcher(option, patterns) {
  if (!patterns) return () => undefined;
  try {
    const matches = match(patterns);
    return pathname => {
      const found = matches(pathname);
      return found ? found.params : undefined;
    };
  } catch (error) {
    throw new ClerkConfigurationError(
      'option_invalid',
      `organizationSyncOptions.${option} has a pattern that cannot be read: ${error.message}`,
    );
  }
}
