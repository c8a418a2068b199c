import { decodeFields } from '../decode.js';
/** Reads the API's `{ "object": "total_count", "total_count": 3 }`. */
export const decodeTotalCount = json => {
  const counted = decodeFields({}, json, { totalCount: 'total_count' });
  if (!Number.isInteger(counted.totalCount)) throw new TypeError('Expected a count.');
  return counted.totalCount;
};
