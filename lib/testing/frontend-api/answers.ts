import { json } from '../http/api-answer.js';
import type { ApiAnswer } from '../http/api-answer.js';
import type { OperationCall } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalBrowser } from '../store/browsers.js';
import { itemsOfPage } from '../backend-api/lists.js';
import { cookie, sharedDomain } from '../tokens/session-cookies.js';
import { CLIENT_COOKIE, issuerOf, originOf } from './caller.js';
import { clientJson } from './client-json.js';

/**
 * A response in Clerk's envelope: the resource, and the current client, without which ClerkJS would not know that a
 * user is signed in.
 */
export async function wrapped(
  response: unknown,
  browser: LocalBrowser,
  call: OperationCall,
  instance: LocalInstance,
): Promise<ApiAnswer> {
  const client = await clientJson(browser, instance, originOf(call, instance));
  return withBrowserCookies(json({ response, client }), browser, call, instance);
}

/** The client itself as the resource. */
export async function clientAnswer(
  browser: LocalBrowser,
  call: OperationCall,
  instance: LocalInstance,
): Promise<ApiAnswer> {
  const response = await clientJson(browser, instance, originOf(call, instance));
  return withBrowserCookies(json({ response, client: null }), browser, call, instance);
}

/** A list in Clerk's envelope. */
export function page(data: readonly unknown[], totalCount: number): Record<string, unknown> {
  return { data, total_count: totalCount };
}

/** A page of a list by `limit` and `offset`, in Clerk's envelope. */
export function pageFor<T>(
  items: readonly T[],
  query: URLSearchParams,
  view: (item: T) => unknown,
): Record<string, unknown> {
  return page(itemsOfPage(items, query).map(view), items.length);
}

/** As {@link pageFor}, for a list that is bare unless the query has `paginated=true`. */
export function listFor<T>(items: readonly T[], query: URLSearchParams, view: (item: T) => unknown): unknown {
  const found = pageFor(items, query, view);
  return query.get('paginated') === 'true' ? found : found.data;
}

/** The values of a filter, which may come several times, or as a list with commas. */
export function filterOf(query: URLSearchParams, name: string): string[] {
  return [...query.getAll(name), ...query.getAll(`${name}[]`)]
    .flatMap(value => value.split(','))
    .filter(Boolean);
}

/** The records with one of the statuses that a list is filtered by; all without such a filter. */
export function withStatus<T extends { readonly status: string }>(records: T[], query: URLSearchParams): T[] {
  const statuses = filterOf(query, 'status');
  return records.filter(({ status }) => statuses.length === 0 || statuses.includes(status));
}

/**
 * The cookies of a browser, as `Set-Cookie` lines. In production the Frontend API identifies browsers by a cookie, and
 * another one says whether a user is signed in: also to the application's server, if the two share a domain. In
 * development ClerkJS stores both.
 */
export function browserCookies(
  browser: LocalBrowser,
  call: OperationCall,
  instance: LocalInstance,
): string[] {
  if (instance.instanceType !== 'production') return [];
  const { clientUat, suffixedClientUat } = instance.cookieNames;
  const origin = originOf(call, instance);
  const domain = URL.canParse(origin)
    ? sharedDomain(issuerOf(call, instance), new URL(origin).hostname)
    : undefined;
  return [
    `${cookie(instance, CLIENT_COOKIE, browser.token)}; HttpOnly`,
    ...[clientUat, suffixedClientUat].map(name =>
      cookie(instance, name, String(browser.clientUat), { domain }),
    ),
  ];
}

function withBrowserCookies(
  answer: ApiAnswer,
  browser: LocalBrowser,
  call: OperationCall,
  instance: LocalInstance,
): ApiAnswer {
  const lines = browserCookies(browser, call, instance);
  return { ...answer, headers: [...answer.headers, ...lines.map(line => ['set-cookie', line] as const)] };
}
