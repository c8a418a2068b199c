import { notImplemented, parameterError, parametersInvalid } from '../refusals.js';
/** Clerk's own limit. @see https://clerk.com/docs/guides/users/extending */
const METADATA_LIMIT_BYTES = 8 * 1024;
const KIND_NAMES = {
  string: 'a string',
  strings: 'an array of strings',
  boolean: 'a boolean',
  integer: 'an integer',
  metadata: 'an object',
  date: 'a time in RFC 3339 form',
};
/**
 * Reads the body of a call.
 *
 * @throws {@link ClerkAPIResponseError} 422 that names every parameter which is unknown or of the wrong type; 501 for
 *   one that is not supported here, rather than leaving it out
 */
export function readBodyParameters({ operation, body }, kinds) {
  const errors = [];
  const values = [];
  for (const [name, value] of Object.entries(body)) {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === 'unsupported') throw notImplemented(`'${operation}' with the parameter '${name}'`);
    const problem = kind === undefined ? UNKNOWN : problemOf(kind, value);
    if (problem !== undefined) errors.push(parameterError(problem.code, name, problem.text));
    else values.push([camelCase(name), kind === 'date' && value !== null ? new Date(value) : value]);
  }
  if (errors.length > 0) throw parametersInvalid(...errors);
  return Object.fromEntries(values);
}
/**
 * Reads a number from the query.
 *
 * @throws {@link ClerkAPIResponseError} 422 when it is no integer within the bounds
 */
export function readQueryInteger(query, name, bounds) {
  const text = query.get(name);
  if (text === null) return bounds.default;
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= bounds.min && value <= bounds.max)) throw outOfBounds(name, bounds);
  return value;
}
/** A page of a list by `limit` (1 to 500, default 10) and `offset`. */
export function pageOf(items, query) {
  const limit = readQueryInteger(query, 'limit', { min: 1, max: 500, default: 10 });
  const offset = readQueryInteger(query, 'offset', { min: 0, max: Number.MAX_SAFE_INTEGER, default: 0 });
  return items.slice(offset, offset + limit);
}
/**
 * @throws {@link ClerkAPIResponseError} 501 for a query parameter that is not supported here: leaving a filter out
 *   would answer with what was not asked for
 */
export function refuseOtherQueryParameters({ operation, query }, supported) {
  for (const name of query.keys()) {
    if (!supported.includes(name)) throw notImplemented(`'${operation}' with the query parameter '${name}'`);
  }
}
/** @returns a 422 that says between which values a parameter has to be */
export function outOfBounds(name, { min, max }) {
  return parametersInvalid(
    parameterError('form_param_value_invalid', name, `must be an integer from ${min} to ${max}`),
  );
}
const UNKNOWN = { code: 'form_param_unknown', text: 'is not a parameter of this operation' };
function problemOf(kind, value) {
  if (value === null) return undefined;
  if (!isOfKind(kind, value)) {
    return { code: 'form_param_type_invalid', text: `must be ${KIND_NAMES[kind]}` };
  }
  if (kind === 'metadata' && isLargerThan(METADATA_LIMIT_BYTES, value)) {
    return { code: 'form_param_exceeds_allowed_size', text: `must not exceed ${METADATA_LIMIT_BYTES} bytes` };
  }
  return undefined;
}
function isOfKind(kind, value) {
  switch (kind) {
    case 'strings':
      return Array.isArray(value) && value.every(item => typeof item === 'string');
    case 'integer':
      return Number.isSafeInteger(value);
    case 'metadata':
      return typeof value === 'object' && !Array.isArray(value);
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) && !isNaN(Date.parse(value));
    case 'string':
    case 'boolean':
      return typeof value === kind;
  }
}
function isLargerThan(limit, value) {
  try {
    return Buffer.byteLength(JSON.stringify(value)) > limit;
  } catch {
    // Nested deeper than the stack is, which takes more bytes than the limit.
    return true;
  }
}
function camelCase(name) {
  return name.replace(/_([a-z])/g, (_match, letter) => letter.toUpperCase());
}
