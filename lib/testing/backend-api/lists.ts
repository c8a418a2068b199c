import { parameterError, parametersInvalid } from '../api-errors.js';
import { Page } from './shaping.js';
import { readQueryParameters } from './validation.js';

interface PageQuery {
  readonly limit: number;
  readonly offset?: number | null;
}

/** The orders of a list, by the names of `order_by`. */
export type Orders<T> = Readonly<Record<string, (item: T) => string | number | null>>;

export const BY_CREATION: Orders<{ readonly createdAt: number }> = {
  created_at: ({ createdAt }) => createdAt,
};

/**
 * A page of a list by `limit` and `offset`.
 *
 * @param view - converts an item to its result; called for the items of the page only
 */
export function pageOf<T>(
  items: readonly T[],
  { limit, offset }: PageQuery,
  view: (item: T) => unknown = item => item,
): Page {
  const start = offset ?? 0;
  return new Page(items.slice(start, start + limit).map(view), items.length);
}

const PAGE_QUERY = {
  limit: { type: 'integer', minimum: 1, maximum: 500, default: 10 },
  offset: { type: 'integer', minimum: 0, default: 0 },
} as const;

/**
 * The items of a page, by the `limit` and `offset` of a query.
 *
 * @throws {@link ClerkAPIResponseError} 422 if one of them is out of bounds
 */
export function itemsOfPage<T>(items: readonly T[], query: URLSearchParams): T[] {
  const { limit, offset } = readQueryParameters(PAGE_QUERY, query) as { limit: number; offset: number };
  return items.slice(offset, offset + limit);
}

/**
 * Sorts a list that has the newest item first.
 *
 * @param orderBy - a name, optionally after `+` (ascending, as without a sign) or `-`
 * @throws {@link ClerkAPIResponseError} 422 for a name that is not in `orders`
 */
export function sorted<T>(newestFirst: readonly T[], orders: Orders<T>, orderBy = '-created_at'): T[] {
  // A plus sign that was not percent-encoded arrives as a space.
  const [, sign, name = ''] = /^([+ -]?)(.*)$/.exec(orderBy) ?? [];
  const valueOf = Object.hasOwn(orders, name) ? orders[name] : undefined;
  if (valueOf === undefined) {
    const problem = `must be one of ${Object.keys(orders).join(', ')}, after + or -`;
    throw parametersInvalid(parameterError('form_param_value_invalid', 'order_by', problem));
  }
  // Sorting is stable, so equal items stay in the order of their creation.
  const ascending = [...newestFirst].reverse().sort((a, b) => compare(valueOf(a), valueOf(b)));
  return sign === '-' ? ascending.reverse() : ascending;
}

/** Whether a repeatable filter matches an item: a value after `-` excludes, any other includes. */
export function passes(filter: readonly string[], own: readonly (string | null)[]): boolean {
  if (filter.length === 0) return true;
  const excluded = filter.filter(value => value.startsWith('-')).map(value => value.slice(1));
  const included = filter.filter(value => !value.startsWith('-')).map(value => value.replace(/^[+ ]/, ''));
  return (
    !own.some(value => value !== null && excluded.includes(value)) &&
    (included.length === 0 || own.some(value => value !== null && included.includes(value)))
  );
}

/** Whether a phone number filter matches an item. The plus sign of a number is a part of it. */
export function passesNumbers(filter: readonly string[], own: readonly string[]): boolean {
  const excluded = filter
    .filter(value => value.startsWith('-'))
    .map(value => `+${value.slice(1).replace(/^\+/, '')}`);
  const included = filter
    .filter(value => !value.startsWith('-'))
    .map(value => `+${value.trim().replace(/^\++/, '')}`);
  return (
    !own.some(value => excluded.includes(value)) &&
    (included.length === 0 || own.some(value => included.includes(value)))
  );
}

/** Whether one of the values contains a string, in any case. */
export function contains(values: readonly (string | null)[], text: string | undefined): boolean {
  if (text === undefined || text === '') return true;
  const lower = text.toLowerCase();
  return values.some(value => value?.toLowerCase().includes(lower) === true);
}

/** Whether a time lies between two inclusive limits. */
export function isWithin(
  time: number | null,
  { after, before }: { after?: number | undefined; before?: number | undefined },
): boolean {
  if (after === undefined && before === undefined) return true;
  if (time === null) return false;
  return (after === undefined || time >= after) && (before === undefined || time <= before);
}

function compare(a: string | number | null, b: string | number | null): number {
  const left = a ?? '';
  const right = b ?? '';
  return left < right ? -1 : left > right ? 1 : 0;
}
