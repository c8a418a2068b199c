import type { LocalClerkRequest } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalWebhookDelivery, LocalWebhooks } from '../webhooks/local-webhooks.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { actionButton, counted, section, table, time } from './table.js';

const SHOWN = 100;

/** The emails and text messages of the inbox. */
export function inboxSection(instance: LocalInstance): Html {
  return section(
    'inbox',
    'Inbox',
    table({
      caption: 'Messages, newest first; times in UTC',
      columns: ['To', 'Subject', 'Code or link', 'Time'],
      rows: messageRows(instance),
      rowsId: 'message-rows',
    }),
    html`<form method="post" action="/_local/inbox/clear"><button>Clear the inbox</button></form>`,
  );
}

/** The rows of the inbox. */
export function messageRows({ store }: LocalInstance): readonly Html[] {
  return store.inbox.list().map(
    ({ to, subject, code, url, sentAt }) =>
      html`<tr>
        <th scope="row">${to}</th>
        <td>${subject}</td>
        <td>
          ${code === null ? undefined : html`<code>${code}</code>`} ${url === null ? undefined : link(url)}
        </td>
        <td>${time(sentAt)}</td>
      </tr>`,
  );
}

/** Only a link that a browser loads: a script as an address would run on this page. */
function link(url: string): Html {
  return /^https?:\/\//i.test(url) ? html`<a href="${url}" rel="noreferrer">${url}</a>` : html`${url}`;
}

/** The endpoints and the deliveries of webhooks. */
export function webhooksSection(webhooks: LocalWebhooks): Html {
  const endpoints = webhooks.endpoints.map(
    ({ url, types }) =>
      html`<tr>
        <th scope="row">${url}</th>
        <td>${types.join(', ')}</td>
        <td>
          <form class="inline" method="post" action="/_local/endpoints/remove">
            <input type="hidden" name="url" value="${url}" />
            <button>Remove<span class="about"> ${url}</span></button>
          </form>
        </td>
      </tr>`,
  );
  return section(
    'webhooks',
    'Webhooks',
    html`<p>Signing secret: <code>${webhooks.signingSecret}</code></p>`,
    table({
      caption: counted(endpoints.length, 'endpoint'),
      columns: ['URL', 'Events', 'Actions'],
      rows: endpoints,
    }),
    html`<form method="post" action="/_local/endpoints">
      <fieldset>
        <legend>New endpoint</legend>
        <label
          >URL <input name="url" type="url" placeholder="http://localhost:3000/webhooks/clerk" required
        /></label>
        <label>Events, such as user.* session.created <input name="types" value="*" required /></label>
        <button>Add the endpoint</button>
      </fieldset>
    </form>`,
    table({
      caption: `The last ${SHOWN} deliveries, newest first`,
      columns: ['Event', 'Endpoint', 'Status', 'Attempts', 'Payload', 'Actions'],
      rows: deliveryRows(webhooks),
      rowsId: 'delivery-rows',
    }),
  );
}

/** The rows of the deliveries. */
export function deliveryRows({ deliveries }: LocalWebhooks): readonly Html[] {
  return deliveries.slice(-SHOWN).reverse().map(deliveryRow);
}

function deliveryRow({ id, url, event, status, attempts, nextAttemptAt }: LocalWebhookDelivery): Html {
  const statuses = attempts.map(attempt => (attempt.status === 0 ? 'no answer' : String(attempt.status)));
  const next = nextAttemptAt === null ? undefined : html`; next at ${time(nextAttemptAt)}`;
  return html`<tr>
    <th scope="row">${event.type}<br /><code>${id}</code></th>
    <td>${url}</td>
    <td>${status}</td>
    <td>${statuses.join(', ') || 'none yet'}${next}</td>
    <td>
      <details>
        <summary>Show<span class="about"> the payload of ${id}</span></summary>
        <pre>${JSON.stringify(event, null, 2)}</pre>
      </details>
    </td>
    <td>${actionButton(`/_local/deliveries/${id}/redeliver`, 'Redeliver', `${event.type} ${id}`)}</td>
  </tr>`;
}

/** The last requests to the two APIs, newest first. */
export function requestsSection(requests: readonly LocalClerkRequest[]): Html {
  return section(
    'requests',
    'Requests',
    // The script shows it: without one there is nothing to pause.
    html`<p><button type="button" id="pause" aria-pressed="false" hidden>Pause updates</button></p>`,
    table({
      caption: `The last ${SHOWN} requests, newest first`,
      columns: ['Method', 'Path', 'Operation', 'Status'],
      rows: requestRows(requests),
      rowsId: 'request-rows',
    }),
  );
}

/** The rows of the request log. */
export function requestRows(requests: readonly LocalClerkRequest[]): readonly Html[] {
  return requests
    .slice(-SHOWN)
    .reverse()
    .map(
      ({ method, path, query, operation, status }) =>
        html`<tr>
          <td>${method}</td>
          <td>${path}${shownQuery(query)}</td>
          <td>${operation ?? ''}</td>
          <td>${status === 0 ? 'no answer' : status}</td>
        </tr>`,
    );
}

/** Values in a query can be tokens and tickets, which do not belong on a page. */
function shownQuery(query: string): string {
  const names = [...new Set(new URLSearchParams(query).keys())];
  return names.length === 0 ? '' : `?${names.map(name => `${name}=…`).join('&')}`;
}
