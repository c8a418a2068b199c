import { decodeFields, type Decoder, isRecord, listOf } from './decode.js';

/** The part of a list that a method returns. */
export interface PaginationParams {
  /** The maximum number of items: 1 to 500, by default 10. */
  limit?: number;
  /** The number of items to skip; by default 0. */
  offset?: number;
}

/** A part of a list. */
export interface PaginatedResourceResponse<T> {
  /** The items of this part. */
  data: T;
  /** The number of items in the whole list. */
  totalCount: number;
}

/** A page of an iterator. */
export type Page = Required<PaginationParams>;

/** The largest page of the API. */
const MAX_PAGE_SIZE = 500;
const DEFAULT_PAGE = 100;

/** Decodes `{ "object": "total_count", "total_count": 3 }`. */
export const decodeTotalCount: Decoder<number> = json => {
  const counted = decodeFields({} as { totalCount: number }, json, { totalCount: 'total_count' });
  if (!Number.isInteger(counted.totalCount)) throw new TypeError('Expected a count.');
  return counted.totalCount;
};

/**
 * Decodes `{ "data": […], "total_count": 3 }`. A plain list, which some endpoints sent in older versions, is a page with
 * all items.
 *
 * @param listName - the name of the list, if it is not `data`
 */
export function pageOf<T>(decode: Decoder<T>, listName = 'data'): Decoder<PaginatedResourceResponse<T[]>> {
  return json => {
    if (Array.isArray(json)) return { data: json.map(decode), totalCount: json.length };
    if (!isRecord(json) || !Array.isArray(json[listName])) throw new TypeError('Expected a page of a list.');
    return { data: listOf(decode)(json[listName]), totalCount: json.total_count as number };
  };
}

/**
 * Iterates over a list page by page. A page is fetched when its first item is needed.
 *
 * @param fetchPage - fetches one page: with the count of all items, or as a plain list, whose last page is not full
 * @param params - `limit` is the page size, 100 by default; `offset` is the first item
 */
export async function* iteratePages<T>(
  fetchPage: (page: Page) => Promise<PaginatedResourceResponse<T[]> | T[]>,
  { limit = DEFAULT_PAGE, offset = 0 }: PaginationParams,
): AsyncGenerator<T, void, undefined> {
  const size = Math.min(limit, MAX_PAGE_SIZE);
  let reached = offset;
  for (;;) {
    const page = await fetchPage({ limit: size, offset: reached });
    const items = Array.isArray(page) ? page : page.data;
    yield* items;
    reached += items.length;
    const isLast = Array.isArray(page) ? items.length < size : reached >= page.totalCount;
    if (isLast || items.length === 0) return;
  }
}

/** Iterates over a list that the API returns without pages. */
export async function* iterateOnce<T>(
  fetchAll: () => Promise<PaginatedResourceResponse<T[]> | T[]>,
): AsyncGenerator<T, void, undefined> {
  const all = await fetchAll();
  yield* Array.isArray(all) ? all : all.data;
}
