import type { ClerkAPIError } from '../../errors/clerk-api-response-error.js';
import type { OperationCall } from '../http/local-api.js';
import { notImplemented, parameterError, parametersInvalid } from '../api-errors.js';
import type { Metadata } from '../store/records.js';

interface ParameterValues {
  string: string;
  strings: string[];
  boolean: boolean;
  integer: number;
  object: Record<string, unknown>;
  metadata: Metadata;
  /** A time in RFC 3339 form. */
  date: Date;
}

type ParameterKind = keyof ParameterValues;

/** The kind of each parameter of an operation; `unsupported` for those that Clerk has and LocalClerk has not. */
export type ParameterKinds = Readonly<Record<string, ParameterKind | 'unsupported'>>;

type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

/** Parameters as they were read: under camelCase names, each perhaps missing or `null`. */
export type ReadParameters<Kinds extends ParameterKinds> = {
  [Name in keyof Kinds & string as CamelCase<Name>]?: Kinds[Name] extends ParameterKind
    ? ParameterValues[Kinds[Name]] | null
    : never;
};

/** Clerk's own limit. @see https://clerk.com/docs/guides/users/extending */
const METADATA_LIMIT_BYTES = 8 * 1024;

const KIND_NAMES: Readonly<Record<ParameterKind, string>> = {
  string: 'a string',
  strings: 'an array of strings',
  boolean: 'a boolean',
  integer: 'an integer',
  object: 'an object',
  metadata: 'an object',
  date: 'a time in RFC 3339 form',
};

/**
 * Reads the body of a call.
 *
 * @throws {@link ClerkAPIResponseError} 422 that names every parameter which is unknown or of the wrong type; 501 for
 *   one that is not supported here, rather than leaving it out
 */
export function readBodyParameters<Kinds extends ParameterKinds>(
  { operation, body }: OperationCall,
  kinds: Kinds,
): ReadParameters<Kinds> {
  const errors: ClerkAPIError[] = [];
  const values: [string, unknown][] = [];
  for (const [name, value] of Object.entries(body)) {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === 'unsupported') throw notImplemented(`'${operation}' with the parameter '${name}'`);
    const problem = kind === undefined ? UNKNOWN : problemOf(kind, value);
    if (problem !== undefined) errors.push(parameterError(problem.code, name, problem.text));
    else
      values.push([camelCase(name), kind === 'date' && value !== null ? new Date(value as string) : value]);
  }
  if (errors.length > 0) throw parametersInvalid(...errors);
  return Object.fromEntries(values) as ReadParameters<Kinds>;
}

/**
 * Reads a number from the query.
 *
 * @throws {@link ClerkAPIResponseError} 422 when it is no integer within the bounds
 */
export function readQueryInteger(
  query: URLSearchParams,
  name: string,
  bounds: { min: number; max: number; default: number },
): number {
  const text = query.get(name);
  if (text === null) return bounds.default;
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= bounds.min && value <= bounds.max)) throw outOfBounds(name, bounds);
  return value;
}

/** A page of a list by `limit` (1 to 500, default 10) and `offset`. */
export function pageOf<T>(items: readonly T[], query: URLSearchParams): T[] {
  const limit = readQueryInteger(query, 'limit', { min: 1, max: 500, default: 10 });
  const offset = readQueryInteger(query, 'offset', { min: 0, max: Number.MAX_SAFE_INTEGER, default: 0 });
  return items.slice(offset, offset + limit);
}

/**
 * @throws {@link ClerkAPIResponseError} 501 for a query parameter that is not supported here: leaving a filter out
 *   would answer with what was not asked for
 */
export function refuseOtherQueryParameters(
  { operation, query }: OperationCall,
  supported: readonly string[],
): void {
  for (const name of query.keys()) {
    if (!supported.includes(name)) throw notImplemented(`'${operation}' with the query parameter '${name}'`);
  }
}

/** @returns a 422 that says between which values a parameter has to be */
export function outOfBounds(name: string, { min, max }: { min: number; max: number }): Error {
  return parametersInvalid(
    parameterError('form_param_value_invalid', name, `must be an integer from ${min} to ${max}`),
  );
}

interface Problem {
  readonly code: string;
  readonly text: string;
}

const UNKNOWN: Problem = { code: 'form_param_unknown', text: 'is not a parameter of this operation' };

function problemOf(kind: ParameterKind, value: unknown): Problem | undefined {
  if (value === null) return undefined;
  if (!isOfKind(kind, value)) {
    return { code: 'form_param_type_invalid', text: `must be ${KIND_NAMES[kind]}` };
  }
  if (kind === 'metadata' && isLargerThan(METADATA_LIMIT_BYTES, value)) {
    return { code: 'form_param_exceeds_allowed_size', text: `must not exceed ${METADATA_LIMIT_BYTES} bytes` };
  }
  return undefined;
}

function isOfKind(kind: ParameterKind, value: unknown): boolean {
  switch (kind) {
    case 'strings':
      return Array.isArray(value) && value.every(item => typeof item === 'string');
    case 'integer':
      return Number.isSafeInteger(value);
    case 'object':
    case 'metadata':
      return typeof value === 'object' && !Array.isArray(value);
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) && !isNaN(Date.parse(value));
    case 'string':
    case 'boolean':
      return typeof value === kind;
  }
}

function isLargerThan(limit: number, value: unknown): boolean {
  try {
    return Buffer.byteLength(JSON.stringify(value)) > limit;
  } catch {
    // Nested deeper than the stack is, which takes more bytes than the limit.
    return true;
  }
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
