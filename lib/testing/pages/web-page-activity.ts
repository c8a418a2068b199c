import type { LocalClerkRequest } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import { html } from './html.js';
import type { Html } from './html.js';

const SHOWN_REQUESTS = 100;

/** The organizations with their members, and a form for a new one. */
export function organizationsSection({ store }: LocalInstance): Html {
  const rows = store.organizations.list().map(
    ({ id, name, slug }) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td>${slug}</td>
        <td><code>${id}</code></td>
        <td>
          ${store.memberships
            .list({ organizationId: id })
            .map(({ userId, role }) => `${userId} (${role})`)
            .join(', ')}
        </td>
      </tr>`,
  );
  return html`<section aria-labelledby="organizations">
    <h2 id="organizations">Organizations</h2>
    <table>
      <caption>
        ${rows.length} organizations
      </caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Slug</th>
          <th scope="col">Id</th>
          <th scope="col">Members</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    <form method="post" action="/_local/organizations">
      <fieldset>
        <legend>New organization</legend>
        <label>Name <input name="name" required autocomplete="off" /></label>
        <button>Create the organization</button>
      </fieldset>
    </form>
  </section>`;
}

/** The emails and text messages that were not sent. */
export function inboxSection({ store }: LocalInstance): Html {
  const rows = store.inbox.list().map(
    ({ to, subject, code, url, sentAt }) =>
      html`<tr>
        <th scope="row">${to}</th>
        <td>${subject}</td>
        <td>${code === null ? undefined : html`<code>${code}</code>`} ${url ?? undefined}</td>
        <td>${new Date(sentAt).toISOString()}</td>
      </tr>`,
  );
  return html`<section aria-labelledby="inbox">
    <h2 id="inbox">Inbox</h2>
    <table>
      <caption>
        ${rows.length} messages
      </caption>
      <thead>
        <tr>
          <th scope="col">To</th>
          <th scope="col">Subject</th>
          <th scope="col">Code or link</th>
          <th scope="col">Time</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    <form method="post" action="/_local/inbox/clear"><button>Clear the inbox</button></form>
  </section>`;
}

/** The last requests to the two APIs, newest first. */
export function requestsSection(requests: readonly LocalClerkRequest[]): Html {
  return html`<section aria-labelledby="requests">
    <h2 id="requests">Requests</h2>
    <table>
      <caption>
        The last ${SHOWN_REQUESTS} requests, newest first; refreshed every two seconds
      </caption>
      <thead>
        <tr>
          <th scope="col">Method</th>
          <th scope="col">Path</th>
          <th scope="col">Operation</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      <tbody id="request-rows">
        ${requestRows(requests)}
      </tbody>
    </table>
  </section>`;
}

/** The rows of the request log. */
export function requestRows(requests: readonly LocalClerkRequest[]): Html {
  const rows = requests
    .slice(-SHOWN_REQUESTS)
    .reverse()
    .map(
      ({ method, path, operation, status }) =>
        html`<tr>
          <td>${method}</td>
          <td>${path}</td>
          <td>${operation ?? ''}</td>
          <td>${status}</td>
        </tr>`,
    );
  return html`${rows}`;
}
