import { randomBytes } from 'node:crypto';

import { ClerkAPIResponseError } from '../../errors/clerk-api-response-error.js';
import { readParameters } from '../frontend-api/request-encoding.js';
import { json } from '../http/api-answer.js';
import type { ApiAnswer } from '../http/api-answer.js';
import type { ApiDefinition, LocalClerkRequest, OperationCall, OperationHandler } from '../http/local-api.js';
import { OperationRouter } from '../http/operation-router.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalWebhooks } from '../webhooks/local-webhooks.js';
import { html, htmlPage, seeOther } from './html.js';
import type { Html } from './html.js';
import { assertSameOrigin } from './same-origin.js';
import {
  ACTIVITY_ACTIONS,
  ORGANIZATION_ACTIONS,
  organizationOf,
  USER_ACTIONS,
  userOf,
} from './web-page-actions.js';
import type { Action } from './web-page-actions.js';
import {
  deliveryRows,
  inboxSection,
  messageRows,
  requestRows,
  requestsSection,
  webhooksSection,
} from './web-page-activity.js';
import { editOrganizationSection, organizationsSection } from './web-page-organizations.js';
import { editUserSection, sessionsSection, usersSection } from './web-page-users.js';

const OPERATIONS = [
  ['GET', '/', 'getWebPage'],
  ['GET', '/_local/activity', 'getActivity'],
  ['GET', '/_local/users/{user_id}', 'getUserPage'],
  ['GET', '/_local/organizations/{organization_id}', 'getOrganizationPage'],
  ['POST', '/_local/users', 'createUser'],
  ['POST', '/_local/users/{user_id}', 'updateUser'],
  ['POST', '/_local/users/{user_id}/ban', 'banUser'],
  ['POST', '/_local/users/{user_id}/unban', 'unbanUser'],
  ['POST', '/_local/users/{user_id}/delete', 'deleteUser'],
  ['POST', '/_local/sessions/{session_id}/revoke', 'revokeSession'],
  ['POST', '/_local/organizations', 'createOrganization'],
  ['POST', '/_local/organizations/{organization_id}', 'updateOrganization'],
  ['POST', '/_local/organizations/{organization_id}/delete', 'deleteOrganization'],
  ['POST', '/_local/organizations/{organization_id}/members', 'addMember'],
  ['POST', '/_local/organizations/{organization_id}/members/{user_id}', 'changeRole'],
  ['POST', '/_local/organizations/{organization_id}/members/{user_id}/remove', 'removeMember'],
  ['POST', '/_local/inbox/clear', 'clearInbox'],
  ['POST', '/_local/endpoints', 'addEndpoint'],
  ['POST', '/_local/endpoints/remove', 'removeEndpoint'],
  ['POST', '/_local/deliveries/{delivery_id}/redeliver', 'redeliver'],
] as const;

type WebPageOperation = (typeof OPERATIONS)[number][2];
type WebPageRead = 'getWebPage' | 'getActivity' | 'getUserPage' | 'getOrganizationPage';

const ROUTER = new OperationRouter<WebPageOperation>('', OPERATIONS);

const ACTIONS: Readonly<Record<Exclude<WebPageOperation, WebPageRead>, Action>> = {
  ...USER_ACTIONS,
  ...ORGANIZATION_ACTIONS,
  ...ACTIVITY_ACTIONS,
};

/** What the page shows besides the records. */
export interface WebPageSources {
  /** The request log. */
  readonly requests: readonly LocalClerkRequest[];
  readonly webhooks: LocalWebhooks;
}

/** Whether a path belongs to the web page. */
export function isPathOfWebPage(path: string): boolean {
  return path === '/' || path.startsWith('/_local/');
}

/**
 * The web page of `npx nest-clerk local`: what the instance has, and forms that change it. It works without scripts; one
 * refreshes inbox, deliveries and requests.
 */
export function webPage(sources: WebPageSources): ApiDefinition<WebPageOperation> {
  const { requests, webhooks } = sources;
  const writes = Object.fromEntries(
    Object.entries(ACTIONS).map(([name, action]) => [name, write(action, webhooks)]),
  ) as Record<keyof typeof ACTIONS, OperationHandler>;
  return {
    router: ROUTER,
    authenticate: () => undefined,
    readBody: readParameters,
    handlers: {
      ...writes,
      getWebPage: (call, instance) => mainPage(call, instance, sources),
      getActivity: (_call, instance) =>
        json({
          'message-rows': markupOf(messageRows(instance)),
          'delivery-rows': markupOf(deliveryRows(webhooks)),
          'request-rows': markupOf(requestRows(requests)),
        }),
      getUserPage: (call, instance) => page(call, 'Edit a user', editUserSection(userOf(call, instance))),
      getOrganizationPage: (call, instance) =>
        page(call, 'Edit an organization', editOrganizationSection(organizationOf(call, instance), instance)),
    },
  };
}

/** A form of the page: the page that follows says what it did, or what is wrong with it. */
function write(action: Action, webhooks: LocalWebhooks): OperationHandler {
  return (call, instance) => {
    assertSameOrigin(call);
    try {
      const { done, page: next = '/' } = action(call, instance, webhooks);
      return seeOther(`${next}?done=${encodeURIComponent(done)}`);
    } catch (error) {
      if (!(error instanceof ClerkAPIResponseError)) throw error;
      return seeOther(`${pageWithForm(call)}?problem=${encodeURIComponent(error.message)}`);
    }
  };
}

/** The page that the form of a call is on: that of its record, if the record still exists. */
function pageWithForm({ pathParameters }: OperationCall): string {
  const { user_id: userId, organization_id: organizationId } = pathParameters;
  if (organizationId !== undefined) return `/_local/organizations/${encodeURIComponent(organizationId)}`;
  return userId === undefined ? '/' : `/_local/users/${encodeURIComponent(userId)}`;
}

function mainPage(call: OperationCall, instance: LocalInstance, sources: WebPageSources): ApiAnswer {
  const body = html`<h1>Local Clerk</h1>
    <nav aria-label="Sections">
      <ul>
        <li><a href="#users">Users</a></li>
        <li><a href="#sessions">Sessions</a></li>
        <li><a href="#organizations">Organizations</a></li>
        <li><a href="#inbox">Inbox</a></li>
        <li><a href="#webhooks">Webhooks</a></li>
        <li><a href="#requests">Requests</a></li>
      </ul>
    </nav>
    ${usersSection(instance)} ${sessionsSection(instance)} ${organizationsSection(instance)}
    ${inboxSection(instance)} ${webhooksSection(sources.webhooks)} ${requestsSection(sources.requests)}`;
  return page(call, undefined, body, REFRESH);
}

/** Focus is on the message of the last form, so that it is what a screen reader reads first. */
function page({ query }: OperationCall, title: string | undefined, body: Html, code?: string): ApiAnswer {
  const done = query.get('done');
  const problem = query.get('problem');
  const message =
    problem !== null
      ? html`<p role="alert" tabindex="-1" autofocus>${problem}</p>`
      : done !== null
        ? html`<p role="status" tabindex="-1" autofocus>${done}</p>`
        : undefined;
  const fullTitle = [problem === null ? undefined : 'Problem', title, 'Local Clerk']
    .filter(Boolean)
    .join(' – ');
  const nonce = randomBytes(16).toString('base64url');
  return htmlPage(fullTitle, html`${message} ${body}`, code === undefined ? {} : { script: { nonce, code } });
}

function markupOf(rows: readonly Html[]): string {
  return html`${rows}`.markup;
}

/**
 * Only while the page is visible and updates are not paused, and quietly: a screen reader is not told of every request.
 * Rows that have the focus, or whose details are open, stay as they are.
 */
const REFRESH = `
const pause = document.getElementById('pause');
pause.hidden = false;
pause.addEventListener('click', () => {
  const isPaused = pause.getAttribute('aria-pressed') !== 'true';
  pause.setAttribute('aria-pressed', String(isPaused));
});
const shown = {};
setInterval(async () => {
  if (document.hidden || pause.getAttribute('aria-pressed') === 'true') return;
  try {
    const tables = await (await fetch('/_local/activity')).json();
    for (const [id, markup] of Object.entries(tables)) {
      const rows = document.getElementById(id);
      const isInUse = rows.contains(document.activeElement) || rows.querySelector('details[open]');
      if (shown[id] === markup || isInUse) continue;
      rows.innerHTML = markup;
      shown[id] = markup;
    }
  } catch { /* Local Clerk was stopped. */ }
}, 1000);
`;
