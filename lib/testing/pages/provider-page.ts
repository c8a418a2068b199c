import { randomLettersAndDigits } from '../random.js';
import type { OperationCall, OperationHandler } from '../http/local-api.js';
import { OperationRouter } from '../http/operation-router.js';
import type { ApiDefinition } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import { callbackUrl } from '../frontend-api/oauth-callback.js';
import { PROVIDER_PAGE_PATH, requireVisit } from '../frontend-api/external-accounts.js';
import { requiredText, text } from '../frontend-api/parameters.js';
import { readParameters } from '../frontend-api/request-encoding.js';
import type { LocalProviderVisit, ProviderAccount } from '../store/attempts.js';
import type { LocalExternalAccount } from '../store/records.js';
import { html, htmlPage, seeOther } from './html.js';
import type { Html } from './html.js';
import { assertSameOrigin } from './same-origin.js';

const OPERATIONS = [
  ['GET', PROVIDER_PAGE_PATH, 'getProviderPage'],
  ['POST', PROVIDER_PAGE_PATH, 'submitProviderPage'],
] as const;

const getProviderPage: OperationHandler = ({ query }, instance) => {
  const visit = requireVisit(query.get('state'), instance);
  const provider = nameOf(visit);
  const state = html`<input type="hidden" name="state" value="${visit.id}" />`;
  const accounts = accountsOf(visit, instance);
  const body = html`<h1>Sign in with ${provider}</h1>
    <p>
      Local Clerk: this page stands in for ${provider}. Every account is accepted, and none of them is real.
    </p>
    ${accounts.length > 0 ? accountList(accounts, state) : undefined}
    <h2>${accounts.length > 0 ? 'Or use another account' : 'Use any account'}</h2>
    <form method="post">
      ${state}
      <label>Email address <input name="email_address" type="email" autocomplete="off" required /></label>
      <label>First name <input name="first_name" autocomplete="off" /></label>
      <label>Last name <input name="last_name" autocomplete="off" /></label>
      <button>Continue</button>
    </form>
    <form method="post">
      ${state}
      <button name="denied" value="true">Deny access</button>
    </form>`;
  return htmlPage(`${provider} – Local Clerk`, body);
};

/** Sends the browser back with a code, as a provider does, or with the error of a user who denies access. */
const submitProviderPage: OperationHandler = (call, instance) => {
  assertSameOrigin(call);
  const visit = requireVisit(text(call.body, 'state') ?? null, instance);
  const answer = new URLSearchParams({ state: visit.id });
  if (text(call.body, 'denied') === undefined) {
    const code = randomLettersAndDigits(32);
    const account = chosenAccount(call, visit, instance);
    instance.store.attempts.providerVisits.update(visit.id, { account, code });
    answer.set('code', code);
  } else {
    answer.set('error', 'access_denied');
  }
  return seeOther(`${callbackUrl(call, instance)}?${answer}`);
};

/** The page of every OAuth provider. */
export const PROVIDER_PAGE: ApiDefinition<(typeof OPERATIONS)[number][2]> = {
  router: new OperationRouter('', OPERATIONS),
  authenticate: () => undefined,
  readBody: readParameters,
  handlers: { getProviderPage, submitProviderPage },
};

function nameOf({ strategy }: LocalProviderVisit): string {
  const name = strategy.replace('oauth_', '');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** The accounts that users have connected. */
function accountsOf({ strategy }: LocalProviderVisit, { store }: LocalInstance): LocalExternalAccount[] {
  return store.users
    .list()
    .flatMap(({ externalAccounts }) => externalAccounts)
    .filter(({ provider }) => provider === strategy)
    .reverse();
}

function accountList(accounts: readonly LocalExternalAccount[], state: Html): Html {
  const items = accounts.map(
    ({ id, emailAddress }) => html`<li><button name="account_id" value="${id}">${emailAddress}</button></li>`,
  );
  return html`<h2 id="accounts">Choose an account</h2>
    <form method="post" aria-labelledby="accounts">
      ${state}
      <ul class="users">
        ${items}
      </ul>
    </form>`;
}

function chosenAccount(
  { body }: OperationCall,
  visit: LocalProviderVisit,
  instance: LocalInstance,
): ProviderAccount {
  const id = text(body, 'account_id');
  const known = accountsOf(visit, instance).find(account => account.id === id);
  if (known) {
    const { providerUserId, emailAddress, firstName, lastName } = known;
    return { providerUserId, emailAddress, firstName, lastName };
  }
  const emailAddress = requiredText(body, 'email_address').trim();
  return {
    // The same address is the same account, in another visit too.
    providerUserId: `local_${emailAddress.toLowerCase()}`,
    emailAddress,
    firstName: text(body, 'first_name') ?? '',
    lastName: text(body, 'last_name') ?? '',
  };
}
