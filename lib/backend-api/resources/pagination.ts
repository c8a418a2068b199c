import { decodeFields, type Decoder } from '../decode.js';

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

/** Reads the API's `{ "object": "total_count", "total_count": 3 }`. */
export const decodeTotalCount: Decoder<number> = json => {
  const counted = decodeFields({} as { totalCount: number }, json, { totalCount: 'total_count' });
  if (!Number.isInteger(counted.totalCount)) throw new TypeError('Expected a count.');
  return counted.totalCount;
};
