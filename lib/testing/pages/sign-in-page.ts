import { ClerkAPIResponseError } from '../../errors/clerk-api-response-error.js';
import type { ApiAnswer } from '../http/api-answer.js';
import type { ApiDefinition, OperationCall, OperationHandler } from '../http/local-api.js';
import { OperationRouter } from '../http/operation-router.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalBrowser } from '../store/browsers.js';
import type { LocalUser } from '../store/records.js';
import { findBrowser } from '../frontend-api/caller.js';
import { identifierNotFound, passwordIncorrect } from '../frontend-api/errors.js';
import { browserCookies } from '../frontend-api/answers.js';
import { requiredText, text } from '../frontend-api/parameters.js';
import { readParameters } from '../frontend-api/request-encoding.js';
import { isOfApplication, withDevBrowser } from '../frontend-api/return-url.js';
import { requireUnblocked, findUser } from '../frontend-api/sign-ins.js';
import { identifierOf } from '../frontend-api/public-user-data.js';
import { html, htmlPage, seeOther } from './html.js';
import type { Html } from './html.js';
import { assertSameOrigin } from './same-origin.js';

const OPERATIONS = [
  ['GET', '/sign-in', 'getSignInPage'],
  ['POST', '/sign-in', 'submitSignInPage'],
] as const;

const getSignInPage: OperationHandler = (call, instance) =>
  signInPage(
    instance,
    {
      redirectUrl: call.query.get('redirect_url') ?? '',
      devBrowser: findBrowser(call, instance)?.token ?? '',
    },
    call.query.get('signed_in') ?? undefined,
  );

/** Signs in the selected user, or the user with the entered credentials, and redirects the browser back. */
const submitSignInPage: OperationHandler = (call, instance) => {
  assertSameOrigin(call);
  const fields = {
    redirectUrl: text(call.body, 'redirect_url') ?? '',
    devBrowser: text(call.body, 'dev_browser') ?? '',
  };
  try {
    const user = chosenUser(call, instance);
    const browser = browserOf(call, fields.devBrowser, instance);
    browser.signIn({ userId: user.id });
    return seeOther(
      returnUrl(fields.redirectUrl, user, browser, instance),
      browserCookies(browser, call, instance),
    );
  } catch (error) {
    if (!(error instanceof ClerkAPIResponseError)) throw error;
    return signInPage(instance, fields, undefined, error);
  }
};

/** The counterpart of Clerk's hosted sign-in page. */
export const SIGN_IN_PAGE: ApiDefinition<(typeof OPERATIONS)[number][2]> = {
  router: new OperationRouter('', OPERATIONS),
  authenticate: () => undefined,
  readBody: readParameters,
  handlers: { getSignInPage, submitSignInPage },
};

interface SignInFields {
  readonly redirectUrl: string;
  readonly devBrowser: string;
}

function signInPage(
  { store }: LocalInstance,
  { redirectUrl, devBrowser }: SignInFields,
  signedInUserId?: string,
  error?: ClerkAPIResponseError,
): ApiAnswer {
  const hidden = html`<input type="hidden" name="redirect_url" value="${redirectUrl}" />
    <input type="hidden" name="dev_browser" value="${devBrowser}" />`;
  const users = store.users.list().reverse();
  const body = html`<h1>Sign in</h1>
    <p>Local Clerk: every user of this instance is here, and none of them is real.</p>
    ${signedInUserId && html`<p role="status">Signed in as ${signedInUserId}.</p>`}
    ${error && html`<p role="alert">${error.message}</p>`}
    <h2 id="users">Choose a user</h2>
    ${users.length === 0 ? html`<p>There are no users yet.</p>` : userList(users, hidden)}
    <h2>Or use credentials</h2>
    <form method="post" action="/sign-in">
      ${hidden}
      <label
        >Email address, phone number or username <input name="identifier" autocomplete="username" required
      /></label>
      <label
        >Password <input name="password" type="password" autocomplete="current-password" required
      /></label>
      <button>Sign in</button>
    </form>`;
  return htmlPage('Sign in – Local Clerk', body, { status: error?.status ?? 200 });
}

function userList(users: readonly LocalUser[], hidden: Html): Html {
  const items = users.map(user => {
    const name = [user.firstName, user.lastName].filter(Boolean).join(' ');
    const identifier = identifierOf(user);
    return html`<li>
      <button name="user_id" value="${user.id}">${name ? `${name} (${identifier})` : identifier}</button>
    </li>`;
  });
  return html`<form method="post" action="/sign-in" aria-labelledby="users">
    ${hidden}
    <ul class="users">
      ${items}
    </ul>
  </form>`;
}

function chosenUser({ body }: OperationCall, instance: LocalInstance): LocalUser {
  const userId = text(body, 'user_id');
  if (userId !== undefined) return requireUnblocked(instance.store.users.get(userId));
  const user = findUser(requiredText(body, 'identifier'), instance);
  if (!user) throw identifierNotFound();
  if (!instance.store.users.verifyPassword(user.id, requiredText(body, 'password')))
    throw passwordIncorrect();
  return requireUnblocked(user);
}

function browserOf(call: OperationCall, devBrowser: string, instance: LocalInstance): LocalBrowser {
  const { browsers } = instance.store;
  return browsers.find(devBrowser) ?? findBrowser(call, instance) ?? browsers.create();
}

/** Where the browser goes after the sign-in. */
function returnUrl(
  redirectUrl: string,
  user: LocalUser,
  browser: LocalBrowser,
  instance: LocalInstance,
): string {
  const url = URL.canParse(redirectUrl) ? new URL(redirectUrl) : undefined;
  if (!url || !isOfApplication(url, instance)) return `/sign-in?signed_in=${encodeURIComponent(user.id)}`;
  return withDevBrowser(url, browser, instance);
}
