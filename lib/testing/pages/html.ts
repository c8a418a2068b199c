import type { ApiAnswer } from '../http/api-answer.js';

/** Markup that can be inserted into a page without escaping. */
export class Html {
  constructor(readonly markup: string) {}
}

type Part = string | number | Html | readonly Html[] | undefined;

/** Builds markup from a template; every value that is not markup itself is escaped. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((text, index) => text + markupOf(parts[index])).join(''));
}

/** A page of Local Clerk: it loads nothing external, and no other page can frame it. */
export function htmlPage(title: string, body: Html, { status = 200, script }: PageSettings = {}): ApiAnswer {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <main id="main" tabindex="-1">${body}</main>
        ${script === undefined ? undefined : new Html(`<script nonce="${script.nonce}">${script.code}</script>`)}
      </body>
    </html>`;
  return {
    status,
    headers: [
      ['content-type', 'text/html; charset=utf-8'],
      ['cache-control', 'no-store'],
      ['referrer-policy', 'same-origin'],
      ['x-content-type-options', 'nosniff'],
      ['content-security-policy', policy(script?.nonce)],
    ],
    body: page.markup,
  };
}

/** The settings of a page. */
export interface PageSettings {
  /** Default: 200. */
  readonly status?: number;
  /** A script in the page, and the nonce that lets it run. */
  readonly script?: { readonly nonce: string; readonly code: string };
}

/** Redirects the browser with a GET. */
export function seeOther(location: string, cookies: readonly string[] = []): ApiAnswer {
  return {
    status: 303,
    headers: [
      ['location', location],
      ['cache-control', 'no-store'],
      ...cookies.map(line => ['set-cookie', line] as const),
    ],
    body: null,
  };
}

// No form-action: Chromium applies it also to the redirect after the form, which leads to the application.
function policy(nonce: string | undefined): string {
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(nonce === undefined ? [] : [`script-src 'nonce-${nonce}'`, "connect-src 'self'"]),
  ].join('; ');
}

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(markupOf).join('');
  return String(part).replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 80rem; margin: 0 auto; padding: 1rem; }
table { border-collapse: collapse; width: 100%; margin-block: .5rem; }
caption { text-align: start; }
th, td { text-align: start; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #8886; }
td code, th code { overflow-wrap: anywhere; }
button { white-space: nowrap; }
label { display: block; margin-block: .5rem; }
textarea { display: block; font: .875rem/1.4 ui-monospace, monospace; width: 100%; }
input, button, select { font: inherit; padding: .3rem .6rem; min-height: 2rem; }
input { max-width: 100%; }
form.inline { display: inline; }
fieldset { border: 1px solid #8886; margin-block: 1rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 1rem; list-style: none; padding: 0; }
section { margin-block-start: 2rem; }
.scroll { overflow-x: auto; }
.about { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
pre { overflow: auto; max-height: 20rem; max-width: 24rem; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
:focus-visible { outline: 3px solid #6c47ff; outline-offset: 2px; }
[role=alert] { border-inline-start: 4px solid #c00; padding: .5rem 1rem; }
[role=status] { border-inline-start: 4px solid #080; padding: .5rem 1rem; }
.users { list-style: none; padding: 0; }
.users button { width: 100%; text-align: start; margin-block: .25rem; }
`;
