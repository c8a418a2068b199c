import { decodeFields, type Decoder, isRecord, listOf } from './decode.js';

/** Which part of a list to return. */
export interface PaginationParams {
  /** How many items at most: 1 to 500, by default 10. */
  limit?: number;
  /** How many items to pass over first; by default none. */
  offset?: number;
}

/** A part of a list, as {@link PaginationParams} chose it. */
export interface PaginatedResourceResponse<T> {
  /** The items of this part. */
  data: T;
  /** How many items there are in all. */
  totalCount: number;
}

/** A part that an iterator asks for. */
export type Page = Required<PaginationParams>;

/** The most that the API returns at once. */
const LARGEST_PAGE = 500;
const DEFAULT_PAGE = 100;

/** Reads the API's `{ "object": "total_count", "total_count": 3 }`. */
export const decodeTotalCount: Decoder<number> = json => {
  const counted = decodeFields({} as { totalCount: number }, json, { totalCount: 'total_count' });
  if (!Number.isInteger(counted.totalCount)) throw new TypeError('Expected a count.');
  return counted.totalCount;
};

/**
 * Reads `{ "data": […], "total_count": 3 }`. A plain list, which is what some endpoints sent in older versions, is a
 * page that holds everything.
 *
 * @param listName - what the list is called, where it is not `data`
 */
export function pageOf<T>(decode: Decoder<T>, listName = 'data'): Decoder<PaginatedResourceResponse<T[]>> {
  return json => {
    if (Array.isArray(json)) return { data: json.map(decode), totalCount: json.length };
    if (!isRecord(json) || !Array.isArray(json[listName])) throw new TypeError('Expected a page of a list.');
    return { data: listOf(decode)(json[listName]), totalCount: json.total_count as number };
  };
}

/**
 * Goes through a list page by page. A page is fetched when its first item is asked for, and none after the consumer
 * has stopped.
 *
 * @param fetchPage - gets one page: with the count of all, or as a plain list, which ends with a page that is not full
 * @param params - `limit` is the size of a page, 100 by default; `offset` is where to begin
 */
export async function* iteratePages<T>(
  fetchPage: (page: Page) => Promise<PaginatedResourceResponse<T[]> | T[]>,
  { limit = DEFAULT_PAGE, offset = 0 }: PaginationParams,
): AsyncGenerator<T, void, undefined> {
  const size = Math.min(limit, LARGEST_PAGE);
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

/** Goes through a list that the API returns all at once. */
export async function* iterateOnce<T>(
  fetchAll: () => Promise<PaginatedResourceResponse<T[]> | T[]>,
): AsyncGenerator<T, void, undefined> {
  const all = await fetchAll();
  yield* Array.isArray(all) ? all : all.data;
}
