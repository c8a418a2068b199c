import type { OperationCall } from '../http/local-api.js';
import { parameterFormatInvalid, parameterMissing } from './errors.js';

type Body = OperationCall['body'];

/** A string parameter; `undefined` for a missing or empty one, because a form sends `null` as an empty string. */
export function text(body: Body, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw parameterFormatInvalid(name, 'a string');
  return value;
}

/**
 * A required string parameter.
 *
 * @throws {@link ClerkAPIResponseError} 422 `form_param_missing`
 */
export function requiredText(body: Body, name: string): string {
  const value = text(body, name);
  if (value === undefined) throw parameterMissing(name);
  return value;
}

/** A nullable parameter: `undefined` if it is missing, `null` if it is empty. */
export function nullableText(body: Body, name: string): string | null | undefined {
  return Object.hasOwn(body, name) ? (text(body, name) ?? null) : undefined;
}

/** A boolean, which a form sends as a string. */
export function flag(body: Body, name: string): boolean | undefined {
  const value = body[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (value === true || value === 'true' || value === '1') return true;
  if (value === false || value === 'false' || value === '0') return false;
  throw parameterFormatInvalid(name, 'true or false');
}

/** A list, which a form sends as a name that comes again. The components of ClerkJS send empty items too. */
export function list(body: Body, name: string): string[] {
  const value = body[name];
  if (value === undefined || value === null || value === '') return [];
  return (Array.isArray(value) ? value : [value]).map(String).filter(item => item !== '');
}

/** An object, which a form sends as JSON. */
export function object(body: Body, name: string): Record<string, unknown> | undefined {
  const value = body[name];
  if (value === undefined || value === null || value === '') return undefined;
  const parsed = typeof value === 'string' ? parse(value) : value;
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw parameterFormatInvalid(name, 'a JSON object');
  }
  return parsed as Record<string, unknown>;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
