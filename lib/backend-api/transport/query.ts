import { ClerkError } from '../../errors/clerk-error.js';
import { toSnakeCase } from './wire-names.js';

/**
 * The query string of a request, with `?`; an empty string if there are no parameters.
 *
 * Names are sent in snake case. `undefined` and `null` are left out; all other values are sent, including `false`, `0`
 * and `''`. An array repeats its parameter, a `Date` becomes Unix time in milliseconds.
 *
 * @throws ClerkError `query_parameter_invalid` for a value that a query cannot represent
 */
export function toQueryString(parameters: object | undefined): string {
  if (parameters === undefined) return '';
  const query = new URLSearchParams();
  for (const [name, parameter] of Object.entries(parameters)) {
    for (const value of Array.isArray(parameter) ? (parameter as unknown[]) : [parameter]) {
      if (value !== undefined && value !== null) query.append(toSnakeCase(name), toQueryValue(name, value));
    }
  }
  return query.size === 0 ? '' : `?${query}`;
}

function toQueryValue(name: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  const number = value instanceof Date ? value.getTime() : value;
  if (typeof number === 'number' && Number.isFinite(number)) return String(number);
  throw new ClerkError(
    'query_parameter_invalid',
    `The parameter "${name}" must be a string, a finite number, a boolean, a valid Date or an array of these.`,
  );
}
