import { identifierOf } from '../frontend-api/public-user-data.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalUser } from '../store/records.js';
import { html } from './html.js';
import type { Html } from './html.js';

/** The users, with what can be done with each, and a form for a new one. */
export function usersSection({ store }: LocalInstance): Html {
  const rows = store.users.list().map(
    user =>
      html`<tr>
        <th scope="row">${nameOf(user)}</th>
        <td>${identifierOf(user)}</td>
        <td><code>${user.id}</code></td>
        <td>
          <a href="/_local/users/${user.id}">Edit<span> ${nameOf(user)}</span></a>
          <form class="inline" method="post" action="/sign-in">
            <input type="hidden" name="user_id" value="${user.id}" />
            <label
              >Application <input name="redirect_url" type="url" value="http://localhost:3000/" required
            /></label>
            <button>Sign in as ${nameOf(user)}</button>
          </form>
        </td>
      </tr>`,
  );
  return html`<section aria-labelledby="users">
    <h2 id="users">Users</h2>
    <table>
      <caption>
        ${rows.length} users
      </caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Identifier</th>
          <th scope="col">Id</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    <form method="post" action="/_local/users">
      <fieldset>
        <legend>New user</legend>
        <label>Email address <input name="email_address" type="email" required autocomplete="off" /></label>
        <label>First name <input name="first_name" autocomplete="off" /></label>
        <label>Last name <input name="last_name" autocomplete="off" /></label>
        <label>Password <input name="password" type="password" autocomplete="new-password" /></label>
        <button>Create the user</button>
      </fieldset>
    </form>
  </section>`;
}

/** A form that changes one user, and one that deletes them. */
export function editUserSection(user: LocalUser): Html {
  return html`<h1>${nameOf(user)}</h1>
    <p><a href="/">Back to all users</a></p>
    <form method="post" action="/_local/users/${user.id}">
      <label>First name <input name="first_name" value="${user.firstName ?? ''}" autocomplete="off" /></label>
      <label>Last name <input name="last_name" value="${user.lastName ?? ''}" autocomplete="off" /></label>
      <label>Username <input name="username" value="${user.username ?? ''}" autocomplete="off" /></label>
      <label>New password <input name="password" type="password" autocomplete="new-password" /></label>
      <button>Save</button>
    </form>
    <h2>Delete</h2>
    <form method="post" action="/_local/users/${user.id}/delete">
      <button>Delete ${nameOf(user)} with all sessions and memberships</button>
    </form>`;
}

/** The sessions that are open. */
export function sessionsSection({ store }: LocalInstance): Html {
  const rows = store.sessions
    .list()
    .filter(session => store.sessions.isOpen(session))
    .map(
      ({ id, userId, activeOrganizationId, createdAt }) =>
        html`<tr>
          <th scope="row"><code>${id}</code></th>
          <td><code>${userId}</code></td>
          <td>${activeOrganizationId ?? 'personal account'}</td>
          <td>${new Date(createdAt).toISOString()}</td>
          <td>
            <form method="post" action="/_local/sessions/${id}/revoke">
              <button>Revoke<span> ${id}</span></button>
            </form>
          </td>
        </tr>`,
    );
  return html`<section aria-labelledby="sessions">
    <h2 id="sessions">Sessions</h2>
    <table>
      <caption>
        ${rows.length} open sessions
      </caption>
      <thead>
        <tr>
          <th scope="col">Id</th>
          <th scope="col">User</th>
          <th scope="col">Organization</th>
          <th scope="col">Since</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section>`;
}

function nameOf(user: LocalUser): string {
  return [user.firstName, user.lastName].filter(Boolean).join(' ') || identifierOf(user);
}
