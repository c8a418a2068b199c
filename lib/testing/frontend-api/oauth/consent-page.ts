import type { ApiAnswer } from '../../http/api-answer.js';
import type { LocalInstance } from '../../local-instance.js';
import { html, htmlPage } from '../../pages/html.js';
import type { LocalBrowser } from '../../store/browsers.js';
import { identifierOf } from '../public-user-data.js';
import type { AuthorizationRequest } from './authorization-request.js';

/** The counterpart of Clerk's consent page: it shows what a client asks for, and lets the user allow or deny it. */
export function consentPage(
  { client, redirectUri, scopes, resources, parameters }: AuthorizationRequest,
  browser: LocalBrowser,
  { store, instanceType, cookieNames }: LocalInstance,
): ApiAnswer {
  const user = store.users.get(browser.session?.userId ?? '');
  const identity = instanceType === 'development' ? `?${cookieNames.devBrowser}=${browser.token}` : '';
  const action = `/v1/me/oauth/consent/${encodeURIComponent(client.clientId)}${identity}`;
  const fields = [...parameters].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  const body = html`<h1>${client.name} asks for access</h1>
    <p>
      Local Clerk: you are ${identifierOf(user)}, and return to ${new URL(redirectUri).host || redirectUri}.
    </p>
    <ul class="scopes">
      ${scopes.map(scope => html`<li>${scope}</li>`)}
    </ul>
    ${resources.length > 0 ? html`<p>For ${resources.join(', ')}.</p>` : undefined}
    <form method="post" action="${action}">
      ${fields}
      <button name="consented" value="true">Allow</button>
      <button name="consented" value="false">Deny</button>
    </form>`;
  return htmlPage('Consent – Local Clerk', body);
}
