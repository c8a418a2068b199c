import { identifierOf } from '../frontend-api/public-user-data.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalSession, LocalUser } from '../store/records.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { actionButton, counted, section, table, time } from './table.js';

/** The users with their actions, and a form for a new one. */
export function usersSection({ store }: LocalInstance): Html {
  const users = store.users.list();
  return section(
    'users',
    'Users',
    table({
      caption: `${counted(users.length, 'user')}; times in UTC`,
      columns: ['Name', 'Identifier', 'Id', 'Last sign-in', 'Actions'],
      rows: users.map(userRow),
    }),
    NEW_USER,
  );
}

function userRow(user: LocalUser): Html {
  const name = nameOf(user);
  return html`<tr>
    <th scope="row">${name}${user.banned ? html` <strong>banned</strong>` : undefined}</th>
    <td>${identifierOf(user)}</td>
    <td><code>${user.id}</code></td>
    <td>${user.lastSignInAt === null ? 'never' : time(user.lastSignInAt)}</td>
    <td>
      <a href="/_local/users/${encodeURIComponent(user.id)}">Edit<span class="about"> ${name}</span></a>
      ${user.banned ? undefined : signInForm(user, name)}
    </td>
  </tr>`;
}

function signInForm(user: LocalUser, name: string): Html {
  return html`<form class="inline" method="post" action="/sign-in">
    <input type="hidden" name="user_id" value="${user.id}" />
    <label
      >Application <input name="redirect_url" type="url" value="http://localhost:3000/" required
    /></label>
    <button>Sign in as ${name}</button>
  </form>`;
}

const NEW_USER = html`<form method="post" action="/_local/users">
  <fieldset>
    <legend>New user</legend>
    <label>Email address <input name="email_address" type="email" required autocomplete="off" /></label>
    <label>First name <input name="first_name" autocomplete="off" /></label>
    <label>Last name <input name="last_name" autocomplete="off" /></label>
    <label>Password <input name="password" type="password" autocomplete="new-password" /></label>
    <button>Create the user</button>
  </fieldset>
</form>`;

/** Forms that change, ban and delete one user. */
export function editUserSection(user: LocalUser): Html {
  const name = nameOf(user);
  const action = `/_local/users/${encodeURIComponent(user.id)}`;
  const email = user.emailAddresses.find(({ id }) => id === user.primaryEmailAddressId)?.emailAddress ?? '';
  return html`<h1>${name}</h1>
    <p><a href="/#users">Back to all users</a></p>
    <p><code>${user.id}</code>${user.banned ? html` <strong>banned</strong>` : undefined}</p>
    <form method="post" action="${action}">
      <label>First name <input name="first_name" value="${user.firstName ?? ''}" autocomplete="off" /></label>
      <label>Last name <input name="last_name" value="${user.lastName ?? ''}" autocomplete="off" /></label>
      <label>Username <input name="username" value="${user.username ?? ''}" autocomplete="off" /></label>
      <label
        >Primary email address <input name="email_address" type="email" value="${email}" autocomplete="off"
      /></label>
      <label>New password <input name="password" type="password" autocomplete="new-password" /></label>
      ${jsonField('Public metadata', 'public_metadata', user.publicMetadata)}
      ${jsonField('Private metadata', 'private_metadata', user.privateMetadata)}
      <button>Save</button>
    </form>
    <h2>Ban</h2>
    <p>A banned user cannot sign in. Banning ends every session of the user.</p>
    ${user.banned ? actionButton(`${action}/unban`, 'Unban', name) : actionButton(`${action}/ban`, 'Ban', name)}
    <h2>Delete</h2>
    ${actionButton(`${action}/delete`, 'Delete', `${name} with all sessions and memberships`)}`;
}

/** A field for a JSON object. */
export function jsonField(label: string, name: string, value: object): Html {
  return html`<label
    >${label} (JSON)
    <textarea name="${name}" rows="3" spellcheck="false">${JSON.stringify(value, null, 2)}</textarea>
  </label>`;
}

/** The open sessions. */
export function sessionsSection(instance: LocalInstance): Html {
  const sessions = openSessions(instance);
  return section(
    'sessions',
    'Sessions',
    table({
      caption: `${counted(sessions.length, 'open session')}; times in UTC`,
      columns: ['Id', 'User', 'Organization', 'Since', 'Actions'],
      rows: sessions.map(
        ({ id, userId, activeOrganizationId, createdAt }) =>
          html`<tr>
            <th scope="row"><code>${id}</code></th>
            <td>${nameOf(instance.store.users.get(userId))} <code>${userId}</code></td>
            <td>${activeOrganizationId ?? 'personal account'}</td>
            <td>${time(createdAt)}</td>
            <td>${actionButton(`/_local/sessions/${id}/revoke`, 'Revoke', id)}</td>
          </tr>`,
      ),
    }),
  );
}

function openSessions({ store }: LocalInstance): LocalSession[] {
  return store.sessions.list().filter(session => store.sessions.isOpen(session));
}

/** The full name, or else the identifier. */
export function nameOf(user: LocalUser): string {
  return [user.firstName, user.lastName].filter(Boolean).join(' ') || identifierOf(user);
}
