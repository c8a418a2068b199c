import { settingsOf } from '../../backend-api/operations/settings.js';
import type { LocalOAuthApplication } from '../../store/instance-records.js';
import type { LocalStore } from '../../store/local-store.js';
import { OAuthEndpointError } from './oauth-error.js';

/**
 * The scopes that every instance of Clerk has.
 *
 * @see https://clerk.com/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth#scopes
 */
export const BUILT_IN_SCOPES = [
  'openid',
  'profile',
  'email',
  'public_metadata',
  'private_metadata',
  'offline_access',
  'user:org:read',
];

const CLERK_DEFAULT_SCOPES = ['profile', 'email'];

/** The scopes for a client that names none. */
export function defaultScopes(store: LocalStore): string[] {
  const { defaultScopes: own } = settingsOf(store, 'oauthApplication');
  return Array.isArray(own) && own.length > 0 ? (own as string[]) : CLERK_DEFAULT_SCOPES;
}

/** The scopes of a parameter, each once; `undefined` without any. */
export function scopesIn(parameter: string | undefined): string[] | undefined {
  const scopes = [...new Set((parameter ?? '').split(' ').filter(Boolean))];
  return scopes.length > 0 ? scopes : undefined;
}

/**
 * Checks that a client may request these scopes. A client that registered itself may request any, because LocalClerk has
 * no list of custom scopes; any other may request Clerk's own scopes and those of its application.
 *
 * @throws {@link OAuthEndpointError} `invalid_scope`
 */
export function assertAllowedScopes(scopes: readonly string[], client: LocalOAuthApplication): void {
  const own = [...BUILT_IN_SCOPES, ...client.scopes.split(' ')];
  const unknown = client.dynamicallyRegistered
    ? scopes.find(scope => !/^[!#-[\]-~]+$/.test(scope))
    : scopes.find(scope => !own.includes(scope));
  if (unknown === undefined) return;
  throw new OAuthEndpointError(400, 'invalid_scope', 'The client may not request one of the scopes.');
}
