import type { ApiAnswer } from '../http/api-answer.js';
import type { OperationCall, OperationHandler } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import { seeOther } from '../pages/html.js';
import type { AttemptVerification, ExternalVerification, LocalProviderVisit } from '../store/attempts.js';
import type { LocalBrowser } from '../store/browsers.js';
import { browserCookies } from './answers.js';
import { ownUrl } from './caller.js';
import { connectAccount, requireVisit, userOfAccount } from './external-accounts.js';
import { text } from './parameters.js';
import { withDevBrowser } from './return-url.js';
import { afterFirstFactor, saveSignIn } from './sign-ins.js';
import { completeIfPossible, saveSignUp } from './sign-ups.js';

type Failure = NonNullable<ExternalVerification['error']>;

const DENIED: Failure = { code: 'oauth_access_denied', message: 'You did not grant access to your account.' };
const NO_USER: Failure = {
  code: 'external_account_not_found',
  message: 'No user has this external account.',
};
const HAS_USER: Failure = { code: 'external_account_exists', message: 'A user has this external account.' };
const LOCKED: Failure = { code: 'user_locked', message: 'The account is locked.' };
const BANNED: Failure = { code: 'user_banned', message: 'The account is banned.' };

/**
 * Ends a visit to an OAuth provider: completes the sign-in or the sign-up, or connects the account, and sends the browser
 * back to the application.
 *
 * @see https://clerk.com/docs/guides/development/custom-flows/authentication/oauth-connections
 */
export const getOauthCallback: OperationHandler = (call, instance) => {
  const visit = requireVisit(call.query.get('state'), instance);
  instance.store.attempts.providerVisits.delete(visit.id);
  const browser = instance.store.browsers.list().find(({ id }) => id === visit.browserId);
  if (!browser) return seeOther(visit.redirectUrl);
  const isGranted = visit.code !== null && call.query.get('code') === visit.code;
  const isDone = ENDINGS[visit.purpose](visit, browser, instance, isGranted);
  const target = new URL(isDone ? visit.completeUrl : visit.redirectUrl);
  return seeOther(withDevBrowser(target, browser, instance), browserCookies(browser, call, instance));
};

/** A provider may answer with a form, which a browser sends without the cookies of the Frontend API. */
export const postOauthCallback: OperationHandler = (call, instance): ApiAnswer => {
  const parameters = ['state', 'code', 'scope', 'error'].flatMap(name => {
    const value = text(call.body, name);
    return value === undefined ? [] : [[name, value] as [string, string]];
  });
  return seeOther(`${callbackUrl(call, instance)}?${new URLSearchParams(parameters)}`);
};

/** The URL to which a provider sends the browser back. */
export function callbackUrl(call: OperationCall, instance: LocalInstance): string {
  return `${ownUrl(call, instance)}/v1/oauth_callback`;
}

/** @returns whether nothing is left to do */
type Ending = (
  visit: LocalProviderVisit,
  browser: LocalBrowser,
  instance: LocalInstance,
  isGranted: boolean,
) => boolean;

const ENDINGS: Readonly<Record<LocalProviderVisit['purpose'], Ending>> = {
  sign_in: (visit, browser, instance, isGranted) => {
    const signIn = instance.store.attempts.signIns.find(visit.subjectId);
    const { account } = visit;
    if (!signIn?.firstFactor || signIn.status === 'complete') return false;
    const fail = (status: AttemptVerification['status'], error: Failure): boolean => {
      const firstFactor = ended(signIn.firstFactor!, visit, status, error);
      saveSignIn({ ...signIn, firstFactor }, browser, instance);
      return false;
    };
    if (!isGranted || !account) return fail('failed', DENIED);
    const user = userOfAccount(visit.strategy, account, instance);
    if (!user) return fail('transferable', NO_USER);
    if (user.locked) return fail('failed', LOCKED);
    if (user.banned) return fail('failed', BANNED);
    connectAccount(user, visit, account, instance);
    const firstFactor = ended(signIn.firstFactor, visit, 'verified');
    const identified = { ...signIn, userId: user.id, firstFactor };
    return afterFirstFactor(identified, user, browser, instance).status === 'complete';
  },

  sign_up: (visit, browser, instance, isGranted) => {
    const signUp = instance.store.attempts.signUpAttempts.find(visit.subjectId);
    const { account } = visit;
    if (!signUp?.externalVerification || signUp.createdUserId !== null) return false;
    const fail = (status: AttemptVerification['status'], error: Failure): boolean => {
      const externalVerification = ended(signUp.externalVerification!, visit, status, error);
      saveSignUp({ ...signUp, externalVerification }, browser, instance);
      return false;
    };
    if (!isGranted || !account) return fail('failed', DENIED);
    if (userOfAccount(visit.strategy, account, instance)) return fail('transferable', HAS_USER);
    const externalVerification = ended(signUp.externalVerification, visit, 'verified');
    const identified = { ...signUp, externalVerification };
    return completeIfPossible(identified, browser, instance).createdUserId !== null;
  },

  connect: (visit, _browser, instance, isGranted) => {
    const { account } = visit;
    if (!isGranted || !account) return false;
    const owner = userOfAccount(visit.strategy, account, instance);
    if (owner && owner.id !== visit.subjectId) return false;
    connectAccount(instance.store.users.get(visit.subjectId), visit, account, instance);
    return true;
  },
};

function ended(
  verification: AttemptVerification,
  { account }: LocalProviderVisit,
  status: AttemptVerification['status'],
  error?: Failure,
): AttemptVerification {
  const redirectUrl = verification.external?.redirectUrl ?? '';
  return {
    ...verification,
    status,
    expireAt: null,
    external: { redirectUrl, ...(account && { account }), ...(error && { error }) },
  };
}
