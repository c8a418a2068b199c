import { apiError } from '../api-errors.js';
import type { OperationCall } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import type { AttemptVerification, LocalProviderVisit, ProviderAccount } from '../store/attempts.js';
import type { LocalBrowser } from '../store/browsers.js';
import type { LocalUser } from '../store/records.js';
import { newExternalAccount } from '../store/user-record.js';
import { ownUrl } from './caller.js';
import { parameterFormatInvalid, parameterValueInvalid } from './errors.js';
import { isVerified } from './identifiers.js';
import { list, requiredText, text } from './parameters.js';

/** The path of the page that stands in for every OAuth provider. */
export const PROVIDER_PAGE_PATH = '/oauth-provider';

type Visit = Pick<LocalProviderVisit, 'strategy' | 'purpose' | 'subjectId'> & {
  readonly browser: LocalBrowser;
};

export function isOAuthStrategy(strategy: string | undefined): strategy is string {
  return strategy?.startsWith('oauth_') === true;
}

/**
 * Begins a visit to an OAuth provider.
 *
 * @returns the verification, which has the URL of the provider's page
 * @throws {@link ClerkAPIResponseError} 422 for a provider that the instance does not have, or an invalid redirect URL
 */
export function visitProvider(
  call: OperationCall,
  instance: LocalInstance,
  { browser, strategy, purpose, subjectId }: Visit,
): AttemptVerification {
  const strategies = instance.oauthProviders.map(provider => `oauth_${provider}`);
  if (!strategies.includes(strategy)) throw parameterValueInvalid('strategy', strategies);
  const redirectUrl = absoluteUrl(requiredText(call.body, 'redirect_url'), 'redirect_url');
  const completeUrl = text(call.body, 'action_complete_redirect_url') ?? redirectUrl;
  const visit = instance.store.attempts.providerVisits.add({
    browserId: browser.id,
    strategy,
    purpose,
    subjectId,
    redirectUrl,
    completeUrl: absoluteUrl(completeUrl, 'action_complete_redirect_url', redirectUrl),
    scopes: list(call.body, 'additional_scope'),
    account: null,
    code: null,
  });
  const url = `${ownUrl(call, instance)}${PROVIDER_PAGE_PATH}?state=${visit.id}`;
  return pendingVerification(strategy, url, instance);
}

/** The user of an account: the one who has connected it, or whose verified email address the provider names. */
export function userOfAccount(
  strategy: string,
  { providerUserId, emailAddress }: ProviderAccount,
  { store }: LocalInstance,
): LocalUser | undefined {
  const connected = store.users
    .list()
    .find(({ externalAccounts }) =>
      externalAccounts.some(
        account => account.provider === strategy && account.providerUserId === providerUserId,
      ),
    );
  if (connected) return connected;
  const wanted = emailAddress.toLowerCase();
  const user = store.users.records.findBy('email_address', wanted);
  const isOwner = user?.emailAddresses.some(
    email => isVerified(email) && email.emailAddress.toLowerCase() === wanted,
  );
  return isOwner ? user : undefined;
}

/** Connects an account to a user, or renews it. */
export function connectAccount(
  user: LocalUser,
  { strategy, scopes }: Pick<LocalProviderVisit, 'strategy' | 'scopes'>,
  account: ProviderAccount,
  { store }: LocalInstance,
): LocalUser {
  const now = store.now();
  const isSame = (other: LocalUser['externalAccounts'][number]): boolean =>
    other.provider === strategy && other.providerUserId === account.providerUserId;
  const known = user.externalAccounts.find(isSame);
  const approvedScopes = [...new Set([...(known?.approvedScopes.split(' ') ?? SCOPES), ...scopes])];
  const connected = known
    ? { ...known, approvedScopes: approvedScopes.join(' '), updatedAt: now }
    : newExternalAccount({ ...account, provider: strategy, approvedScopes }, account.emailAddress, now);
  return store.users.records.update(user.id, {
    externalAccounts: [...user.externalAccounts.filter(other => !isSame(other)), connected],
  });
}

/** The scopes that every sign-in requests. */
const SCOPES = ['email', 'profile'];

/** The verification of an account that the user has not chosen yet. */
export function pendingVerification(
  strategy: string,
  redirectUrl: string,
  { store }: LocalInstance,
): AttemptVerification {
  return {
    strategy,
    status: 'unverified',
    attempts: 0,
    expireAt: store.now() + VISIT_LIFETIME,
    code: null,
    identifier: null,
    external: { redirectUrl },
  };
}

const VISIT_LIFETIME = 10 * 60 * 1000;

/** @throws {@link ClerkAPIResponseError} 400 for an unknown or used `state` */
export function requireVisit(state: string | null, { store }: LocalInstance): LocalProviderVisit {
  const visit = state === null ? undefined : store.attempts.providerVisits.find(state);
  if (visit && store.now() - visit.createdAt < VISIT_LIFETIME) return visit;
  const longMessage =
    'The state of the OAuth request is unknown, used or expired. Start again at the application.';
  throw apiError(400, 'oauth_callback_invalid', 'Invalid OAuth state', longMessage);
}

function absoluteUrl(url: string, parameter: string, base?: string): string {
  const parsed = URL.canParse(url, base) ? new URL(url, base) : undefined;
  if (parsed?.protocol === 'http:' || parsed?.protocol === 'https:') return parsed.href;
  throw parameterFormatInvalid(parameter, 'an absolute http or https URL');
}
