import { ClerkError } from '../../errors/clerk-error.js';
import { toSnakeCase } from './wire-names.js';

/**
 * Writes the query of a request, `?` included; an empty string when there is nothing to send.
 *
 * Names go out in snake case. `undefined` and `null` mean "not given"; everything else is sent, `false`, `0` and `''`
 * too. An array repeats its parameter, a `Date` becomes milliseconds since 1970.
 *
 * @throws ClerkError `query_parameter_invalid` for a value that has no form in a query
 */
export function toQueryString(parameters: object | undefined): string {
  if (parameters === undefined) return '';
  const query = new URLSearchParams();
  for (const [name, given] of Object.entries(parameters)) {
    for (const value of Array.isArray(given) ? (given as unknown[]) : [given]) {
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
    `The parameter "${name}" must be text, a finite number, a boolean, a valid Date or an array of these.`,
  );
}
