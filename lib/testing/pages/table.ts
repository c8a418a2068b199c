import { html } from './html.js';
import type { Html } from './html.js';

/** What a table shows. */
export interface TableContent {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Each a `<tr>`. */
  readonly rows: readonly Html[];
  /** The id of the rows, for the script that refreshes them. */
  readonly rowsId?: string;
}

/** A table with a caption and a header for each column, as screen readers need them. */
export function table({ caption, columns, rows, rowsId }: TableContent): Html {
  const headers = columns.map(column => html`<th scope="col">${column}</th>`);
  return html`<div class="scroll">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${headers}
        </tr>
      </thead>
      ${
        rowsId === undefined
          ? html`<tbody>
              ${rows}
            </tbody>`
          : html`<tbody id="${rowsId}">
              ${rows}
            </tbody>`
      }
    </table>
  </div>`;
}

/** A number of things, such as `1 user` and `2 users`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** A section of the page, under a heading that the navigation links to. */
export function section(id: string, title: string, ...content: readonly Html[]): Html {
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}" tabindex="-1">${title}</h2>
    ${content}
  </section>`;
}

/** One button that changes something. The second part of its name is for screen readers: what it is about. */
export function actionButton(action: string, label: string, about: string): Html {
  return html`<form class="inline" method="post" action="${action}">
    <button>${label}<span class="about"> ${about}</span></button>
  </form>`;
}

/** As dates are read most easily: `2027-01-01 12:00:00`, in UTC. */
export function time(instant: number): Html {
  const iso = new Date(instant).toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')}</time>`;
}
