import type { LocalInstance } from '../local-instance.js';
import type { LocalMembership, LocalOrganization } from '../store/records.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { actionButton, counted, section, table } from './table.js';
import { jsonField, nameOf } from './web-page-users.js';

/** The organizations, and a form for a new one. */
export function organizationsSection(instance: LocalInstance): Html {
  const { store } = instance;
  const organizations = store.organizations.list();
  return section(
    'organizations',
    'Organizations',
    table({
      caption: counted(organizations.length, 'organization'),
      columns: ['Name', 'Slug', 'Id', 'Members', 'Actions'],
      rows: organizations.map(
        ({ id, name, slug }) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${slug}</td>
            <td><code>${id}</code></td>
            <td>${store.memberships.list({ organizationId: id }).length}</td>
            <td>
              <a href="/_local/organizations/${encodeURIComponent(id)}"
                >Edit<span class="about"> ${name}</span></a
              >
            </td>
          </tr>`,
      ),
    }),
    html`<form method="post" action="/_local/organizations">
      <fieldset>
        <legend>New organization</legend>
        <label>Name <input name="name" required autocomplete="off" /></label>
        <label>Slug <input name="slug" autocomplete="off" /></label>
        ${userSelect('Administrator', instance)}
        <button>Create the organization</button>
      </fieldset>
    </form>`,
  );
}

/** Forms that change an organization and its members, and delete it. */
export function editOrganizationSection(organization: LocalOrganization, instance: LocalInstance): Html {
  const { id, name, slug, maxAllowedMemberships, publicMetadata, privateMetadata } = organization;
  const { store } = instance;
  const action = `/_local/organizations/${encodeURIComponent(id)}`;
  const members = store.memberships.list({ organizationId: id });
  const memberIds = new Set(members.map(({ userId }) => userId));
  return html`<h1>${name}</h1>
    <p><a href="/#organizations">Back to all organizations</a></p>
    <p><code>${id}</code></p>
    <form method="post" action="${action}">
      <label>Name <input name="name" value="${name}" required autocomplete="off" /></label>
      <label>Slug <input name="slug" value="${slug}" required autocomplete="off" /></label>
      <label
        >Members at most, 0 for any number
        <input name="max_allowed_memberships" type="number" min="0" value="${maxAllowedMemberships}" required
      /></label>
      ${jsonField('Public metadata', 'public_metadata', publicMetadata)}
      ${jsonField('Private metadata', 'private_metadata', privateMetadata)}
      <button>Save</button>
    </form>
    ${section(
      'members',
      'Members',
      table({
        caption: counted(members.length, 'member'),
        columns: ['User', 'Role', 'Actions'],
        rows: members.map(membership => memberRow(membership, action, instance)),
      }),
      html`<form method="post" action="${action}/members">
        <fieldset>
          <legend>New member</legend>
          ${userSelect('User', instance, memberIds)} ${roleSelect('Role', 'org:member', instance)}
          <button>Add the member</button>
        </fieldset>
      </form>`,
    )}
    <h2>Delete</h2>
    ${actionButton(`${action}/delete`, 'Delete', `${name} with all memberships`)}`;
}

function memberRow({ userId, role }: LocalMembership, action: string, instance: LocalInstance): Html {
  const name = nameOf(instance.store.users.get(userId));
  return html`<tr>
    <th scope="row">${name}</th>
    <td>
      <form class="inline" method="post" action="${action}/members/${encodeURIComponent(userId)}">
        ${roleSelect(`Role of ${name}`, role, instance)}
        <button>Change<span class="about"> the role of ${name}</span></button>
      </form>
    </td>
    <td>${actionButton(`${action}/members/${encodeURIComponent(userId)}/remove`, 'Remove', name)}</td>
  </tr>`;
}

function userSelect(label: string, { store }: LocalInstance, except = new Set<string>()): Html {
  const users = store.users.list().filter(({ id }) => !except.has(id));
  return html`<label
    >${label}
    <select name="user_id">
      <option value="">No user</option>
      ${users.map(user => html`<option value="${user.id}">${nameOf(user)} (${user.id})</option>`)}
    </select></label
  >`;
}

function roleSelect(label: string, selected: string, { store }: LocalInstance): Html {
  const keys = new Set([...store.roles.roles.list().map(({ key }) => key), selected]);
  const options = [...keys].map(key =>
    key === selected
      ? html`<option value="${key}" selected>${key}</option>`
      : html`<option value="${key}">${key}</option>`,
  );
  return html`<label
    >${label}
    <select name="role">
      ${options}
    </select></label
  >`;
}
