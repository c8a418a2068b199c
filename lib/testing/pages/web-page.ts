import { randomBytes } from 'node:crypto';

import { json } from '../http/api-answer.js';
import type { ApiAnswer } from '../http/api-answer.js';
import type { ApiDefinition, LocalClerkRequest, OperationCall, OperationHandler } from '../http/local-api.js';
import { OperationRouter } from '../http/operation-router.js';
import type { LocalInstance } from '../local-instance.js';
import { ClerkAPIResponseError } from '../../errors/clerk-api-response-error.js';
import { nullableText, requiredText, text } from '../frontend-api/parameters.js';
import { readParameters } from '../frontend-api/request-encoding.js';
import { html, htmlPage, seeOther } from './html.js';
import { assertSameOrigin } from './same-origin.js';
import { inboxSection, organizationsSection, requestRows, requestsSection } from './web-page-activity.js';
import { editUserSection, sessionsSection, usersSection } from './web-page-users.js';

const OPERATIONS = [
  ['GET', '/', 'getWebPage'],
  ['GET', '/_local/requests', 'getRequestLog'],
  ['GET', '/_local/users/{user_id}', 'getUserPage'],
  ['POST', '/_local/users', 'createUser'],
  ['POST', '/_local/users/{user_id}', 'updateUser'],
  ['POST', '/_local/users/{user_id}/delete', 'deleteUser'],
  ['POST', '/_local/sessions/{session_id}/revoke', 'revokeSession'],
  ['POST', '/_local/organizations', 'createOrganization'],
  ['POST', '/_local/inbox/clear', 'clearInbox'],
] as const;

type WebPageOperation = (typeof OPERATIONS)[number][2];

const ROUTER = new OperationRouter<WebPageOperation>('', OPERATIONS);

/** Whether a path is one of the web page's. */
export function isPathOfWebPage(path: string): boolean {
  return path === '/' || path.startsWith('/_local/');
}

/**
 * The web page of `npx nest-clerk local`: what the instance has, and forms that change it. It works without scripts; one
 * refreshes the request log.
 *
 * @param requests - the request log
 */
export function webPage(requests: readonly LocalClerkRequest[]): ApiDefinition<WebPageOperation> {
  return {
    router: ROUTER,
    authenticate: () => undefined,
    readBody: readParameters,
    handlers: {
      getWebPage: (call, instance) => mainPage(call, instance, requests),
      getRequestLog: () => json({ rows: requestRows(requests).markup }),
      getUserPage: (call, instance) =>
        htmlPage('Edit a user – Local Clerk', editUserSection(userOf(call, instance))),
      createUser: write(createUser),
      updateUser: write(updateUser),
      deleteUser: write((call, { store }) => {
        store.users.delete(call.pathParameters.user_id ?? '');
        return 'The user is deleted.';
      }),
      revokeSession: write((call, { store }) => {
        store.sessions.revoke(call.pathParameters.session_id ?? '');
        return 'The session is revoked.';
      }),
      createOrganization: write((call, { store }) => {
        const { name } = store.organizations.create({ name: requiredText(call.body, 'name') });
        return `The organization ${name} is created.`;
      }),
      clearInbox: write((_call, { store }) => {
        store.inbox.clear();
        return 'The inbox is empty.';
      }),
    },
  };
}

/** A form of the page: what it did, or what is wrong with it, is said on the page that follows. */
function write(change: (call: OperationCall, instance: LocalInstance) => string): OperationHandler {
  return (call, instance) => {
    assertSameOrigin(call);
    try {
      return seeOther(`/?done=${encodeURIComponent(change(call, instance))}`);
    } catch (error) {
      if (!(error instanceof ClerkAPIResponseError)) throw error;
      return seeOther(`/?problem=${encodeURIComponent(error.message)}`);
    }
  };
}

function mainPage(
  { query }: OperationCall,
  instance: LocalInstance,
  requests: readonly LocalClerkRequest[],
): ApiAnswer {
  const done = query.get('done');
  const problem = query.get('problem');
  const body = html`<h1>Local Clerk</h1>
    ${done ? html`<p role="status">${done}</p>` : undefined}
    ${problem ? html`<p role="alert">${problem}</p>` : undefined}
    <nav aria-label="Sections">
      <ul>
        <li><a href="#users">Users</a></li>
        <li><a href="#sessions">Sessions</a></li>
        <li><a href="#organizations">Organizations</a></li>
        <li><a href="#inbox">Inbox</a></li>
        <li><a href="#requests">Requests</a></li>
      </ul>
    </nav>
    ${usersSection(instance)} ${sessionsSection(instance)} ${organizationsSection(instance)}
    ${inboxSection(instance)} ${requestsSection(requests)}`;
  const nonce = randomBytes(16).toString('base64url');
  return htmlPage('Local Clerk', body, { script: { nonce, code: REFRESH } });
}

/** Only while the page is visible, and quietly: a screen reader is not told of every request. */
const REFRESH = `
const rows = document.getElementById('request-rows');
setInterval(async () => {
  if (document.hidden) return;
  try {
    const response = await fetch('/_local/requests');
    const { rows: markup } = await response.json();
    if (rows.innerHTML !== markup) rows.innerHTML = markup;
  } catch { /* Local Clerk was stopped. */ }
}, 2000);
`;

function userOf({ pathParameters }: OperationCall, { store }: LocalInstance) {
  return store.users.get(pathParameters.user_id ?? '');
}

function createUser({ body }: OperationCall, { store }: LocalInstance): string {
  const user = store.users.create({
    firstName: text(body, 'first_name'),
    lastName: text(body, 'last_name'),
    emailAddress: [requiredText(body, 'email_address')],
    password: text(body, 'password'),
  });
  return `The user ${user.id} is created.`;
}

function updateUser(call: OperationCall, instance: LocalInstance): string {
  const { id } = userOf(call, instance);
  instance.store.users.update(id, {
    firstName: nullableText(call.body, 'first_name'),
    lastName: nullableText(call.body, 'last_name'),
    username: nullableText(call.body, 'username'),
    password: text(call.body, 'password'),
  });
  return `The user ${id} is changed.`;
}
