import type { ClerkAPIError } from '../../errors/clerk-api-response-error.js';
import { apiError, bodyInvalid, parameterError, parametersInvalid } from '../api-errors.js';
import { camelCase } from './names.js';
import type { QueryShape, Shape } from './operation.js';

/** Clerk's limit. @see https://clerk.com/docs/guides/users/extending */
const METADATA_LIMIT_BYTES = 8 * 1024;

/** Strings in the schema for which Clerk's API requires a format. */
const FORMATS: Readonly<Record<string, { pattern: RegExp; description: string }>> = {
  email_address: { pattern: /^[^\s@]+@[^\s@]+$/, description: 'must be a valid email address' },
  phone_number: { pattern: /^\+[1-9]\d{4,14}$/, description: 'must be a valid phone number in E.164 form' },
};

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a string',
  boolean: 'a boolean',
  integer: 'an integer',
  number: 'a number',
  array: 'an array',
  object: 'an object',
};

/**
 * Reads the body of a call.
 *
 * @param body - the JSON of the body
 * @returns the parameters, with names in camel case
 * @throws {@link ClerkAPIResponseError} 422 with every unknown, missing or invalid parameter; 400 for an array in place
 *   of an object, or the reverse
 */
export function readBodyParameters(shape: Shape | undefined, body: unknown): unknown {
  if (shape === undefined) return {};
  const errors: ClerkAPIError[] = [];
  if (shape.type === 'array') return readItems(shape, body, errors);
  if (Array.isArray(body)) throw bodyInvalid('The request body has to be a JSON object.');
  const parameters = readObject(shape, body as Record<string, unknown>, '', errors);
  if (errors.length > 0) throw parametersInvalid(...errors);
  return parameters;
}

/**
 * Reads the query of a call.
 *
 * @returns the parameters, with names in camel case and default values
 * @throws {@link ClerkAPIResponseError} 422 with every missing or invalid parameter
 */
export function readQueryParameters(
  shapes: Readonly<Record<string, QueryShape>> = {},
  query: URLSearchParams,
): Record<string, unknown> {
  const errors: ClerkAPIError[] = [];
  const parameters: Record<string, unknown> = {};
  for (const [name, shape] of Object.entries(shapes)) {
    const given = query.getAll(name);
    if (shape.type === 'array') {
      parameters[camelCase(name)] = given.map(value =>
        readQueryValue(name, shape.items ?? {}, value, errors),
      );
      continue;
    }
    const [value] = given;
    if (value === undefined && shape.isRequired) errors.push(missing(name));
    const read = value === undefined ? shape.default : readQueryValue(name, shape, value, errors);
    // For a parameter with two spellings, the present one counts.
    if (read !== undefined) parameters[camelCase(name)] = read;
  }
  if (errors.length > 0) throw parametersInvalid(...errors);
  return parameters;
}

function readItems(shape: Shape, body: unknown, errors: ClerkAPIError[]): unknown[] {
  if (!Array.isArray(body)) throw bodyInvalid('The request body has to be a JSON array.');
  if (shape.maxItems !== undefined && body.length > shape.maxItems) {
    const longMessage = `Parameters exceed the maximum allowed bulk processing size of ${shape.maxItems}.`;
    throw apiError(400, 'bulk_size_exceeded', 'bulk size exceeded', longMessage);
  }
  if (body.length === 0) throw bodyInvalid('The request body has to have at least one item.');
  const items = body.map(item => {
    if (!isObject(item)) throw bodyInvalid('Each item of the request body has to be a JSON object.');
    return readObject(shape.items ?? {}, item, '', errors);
  });
  if (errors.length > 0) throw parametersInvalid(...errors);
  return items;
}

function readObject(
  { properties = {}, required = [] }: Shape,
  given: Readonly<Record<string, unknown>>,
  prefix: string,
  errors: ClerkAPIError[],
): Record<string, unknown> {
  const values: [string, unknown][] = [];
  for (const [name, value] of Object.entries(given)) {
    const shape = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (shape === undefined) {
      errors.push(
        parameterError('form_param_unknown', prefix + name, 'is not a parameter of this operation'),
      );
      continue;
    }
    values.push([camelCase(name), readValue(shape, value, prefix + name, errors)]);
  }
  for (const name of required) {
    if (given[name] === undefined) errors.push(missing(prefix + name));
    else if (given[name] === null && properties[name]?.nullable !== true) errors.push(missing(prefix + name));
  }
  return Object.fromEntries(values);
}

/** `null` is accepted: it counts as missing if the schema does not allow it. */
function readValue(shape: Shape, value: unknown, name: string, errors: ClerkAPIError[]): unknown {
  if (value === null) return null;
  const problem = problemOf(shape, value, name);
  if (problem !== undefined) {
    errors.push(problem);
    return undefined;
  }
  if (shape.format === 'date-time') return new Date(value as string);
  if (shape.type === 'array') {
    return (value as unknown[]).map(item => readValue(shape.items ?? {}, item, name, errors));
  }
  if (shape.type === 'object' && shape.properties !== undefined) {
    return readObject(shape, value as Record<string, unknown>, `${name}.`, errors);
  }
  return value;
}

function problemOf(shape: Shape, value: unknown, name: string): ClerkAPIError | undefined {
  const { type } = shape;
  if (type !== undefined && !isOfType(type, value)) {
    return parameterError('form_param_type_invalid', name, `must be ${TYPE_NAMES[type] ?? type}`);
  }
  if (shape.enum !== undefined && !shape.enum.includes(value)) {
    return parameterError('form_param_value_invalid', name, `must be one of ${shape.enum.join(', ')}`);
  }
  if (typeof value === 'string') return problemOfString(shape, value, name);
  if (typeof value === 'number') return problemOfNumber(shape, value, name);
  if (Array.isArray(value)) return problemOfArray(shape, value, name);
  if (name.endsWith('metadata') && isLargerThan(METADATA_LIMIT_BYTES, value)) {
    const problem = `must not exceed ${METADATA_LIMIT_BYTES} bytes`;
    return parameterError('form_param_exceeds_allowed_size', name, problem);
  }
  return undefined;
}

function problemOfString(shape: Shape, value: string, name: string): ClerkAPIError | undefined {
  if (shape.format === 'date-time' && !(/^\d{4}-\d{2}-\d{2}T/.test(value) && !isNaN(Date.parse(value)))) {
    return parameterError('form_param_invalid_time', name, 'must be a time in RFC 3339 form');
  }
  const format = FORMATS[name];
  if (format !== undefined && !format.pattern.test(value)) {
    return parameterError('form_param_format_invalid', name, format.description);
  }
  if (shape.minLength !== undefined && value.length < shape.minLength) {
    const problem = `must be at least ${shape.minLength} characters long`;
    return parameterError('form_param_min_length_exceeded', name, problem);
  }
  if (shape.maxLength !== undefined && value.length > shape.maxLength) {
    return parameterError(
      'form_param_max_length_exceeded',
      name,
      `must not exceed ${shape.maxLength} characters`,
    );
  }
  return undefined;
}

function problemOfNumber(
  { minimum, maximum }: Shape,
  value: number,
  name: string,
): ClerkAPIError | undefined {
  if (maximum !== undefined && value > maximum) {
    return parameterError('form_param_value_too_large', name, `must not be greater than ${maximum}`);
  }
  if (minimum !== undefined && value < minimum) {
    return parameterError('form_param_value_invalid', name, `must be at least ${minimum}`);
  }
  return undefined;
}

function problemOfArray(shape: Shape, value: readonly unknown[], name: string): ClerkAPIError | undefined {
  if (shape.maxItems !== undefined && value.length > shape.maxItems) {
    return parameterError('form_param_array_size_exceeded', name, `must not exceed ${shape.maxItems} items`);
  }
  if (shape.minItems !== undefined && value.length < shape.minItems) {
    return parameterError('form_param_missing', name, 'must have at least one item');
  }
  const { items = {} } = shape;
  if (items.properties !== undefined) return undefined;
  return value.map(item => problemOf(items, item, name)).find(problem => problem !== undefined);
}

function readQueryValue(name: string, shape: Shape, text: string, errors: ClerkAPIError[]): unknown {
  const value = parseQueryValue(shape, text);
  const problem = problemOf(shape, value, name);
  if (problem !== undefined) errors.push({ ...problem, code: 'form_param_value_invalid' });
  return problem === undefined ? value : undefined;
}

function parseQueryValue({ type }: Shape, text: string): unknown {
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (type !== 'integer' && type !== 'number') return text;
  return /^-?\d+$/.test(text) ? Number(text) : text;
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    default:
      return typeof value === type;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isLargerThan(limit: number, value: unknown): boolean {
  try {
    return Buffer.byteLength(JSON.stringify(value)) > limit;
  } catch {
    // Deeper nesting than the stack, which takes more bytes than the limit.
    return true;
  }
}

function missing(name: string): ClerkAPIError {
  return parameterError('form_param_missing', name, 'must be included');
}
