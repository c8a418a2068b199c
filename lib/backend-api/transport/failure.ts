import { STATUS_CODES } from 'node:http';
import {
  type ClerkAPIError,
  type ClerkAPIErrorJSON,
  ClerkAPIResponseError,
} from '../../errors/clerk-api-response-error.js';
import type { Answer, AnswerBody } from './answer.js';
import { AttemptAborted } from './deadline.js';
import { failureParts, MAX_CAUSES, redactError, type Redact } from './redact.js';
import { renameKeys, toCamelCase } from './wire-names.js';

/** The code of `@clerk/backend` for failures without a code of the API. */
const UNEXPECTED_ERROR = 'unexpected_error';
const NO_REASON = 'the API gave no reason';

const MESSAGES_BY_CODE: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'connection refused'],
  ['ECONNRESET', 'connection reset'],
  ['ENOTFOUND', 'host name not found'],
  ['UND_ERR_SOCKET', 'connection closed early'],
  ['UND_ERR_CONNECT_TIMEOUT', 'could not connect in time'],
]);

/** The error for a call without a complete answer. */
export function noAnswer(
  call: string,
  failure: unknown,
  timeoutMs: number,
  redact: Redact,
): ClerkAPIResponseError {
  const message = `${call} got no answer: ${describeFailure(failure, timeoutMs, redact)}.`;
  return new ClerkAPIResponseError(message, {
    status: 0,
    errors: [unexpectedError(message)],
    cause: failure instanceof AttemptAborted ? (failure.cause ?? failure) : redactError(failure, redact),
  });
}

/** The error for an answer with a status of failure. */
export function failedAnswer(call: string, answer: Answer): ClerkAPIResponseError {
  const errors = apiErrors(answer.body);
  const words = errors[0] ? `${errors[0].longMessage || errors[0].message} (${errors[0].code})` : undefined;
  return responseError(call, answer, words ?? problemOf(answer.body, NO_REASON), errors);
}

/** The error for an answer with a status of success and unusable content. */
export function unusableAnswer(call: string, answer: Answer, cause?: Error): ClerkAPIResponseError {
  const words = problemOf(answer.body, 'the answer does not have the declared shape');
  return responseError(call, answer, words, [unexpectedError(words)], cause);
}

function describeFailure(failure: unknown, timeoutMs: number, redact: Redact): string {
  if (failure instanceof AttemptAborted) {
    return failure.by === 'timeout' ? `timed out after ${timeoutMs} ms` : 'aborted by the caller';
  }
  const { code, message } = rootCause(failure);
  const words = MESSAGES_BY_CODE.get(code) ?? (redact(message) || 'unknown network error');
  return code === '' ? words : `${words} (${code})`;
}

/** The message of `fetch` is only "fetch failed"; its causes say what failed. */
function rootCause(failure: unknown, depth = 0): { code: string; message: string } {
  const { cause, ...parts } = failureParts(failure);
  return cause === undefined || depth === MAX_CAUSES ? parts : rootCause(cause, depth + 1);
}

function responseError(
  call: string,
  { status, statusText, body, cfRay, retryAfter }: Answer,
  words: string,
  errors: ClerkAPIError[],
  cause?: Error,
): ClerkAPIResponseError {
  // HTTP/2 has no status text.
  const statusLine = `${status} ${statusText || (STATUS_CODES[status] ?? '')}`.trimEnd();
  return new ClerkAPIResponseError(`${call} failed with status ${statusLine}: ${words}`, {
    status,
    errors,
    // As in `@clerk/backend`. It is a field of the error only, never part of a message.
    clerkTraceId: traceId(body) ?? cfRay,
    retryAfter,
    cause,
  });
}

function problemOf(body: AnswerBody, problemOfJson: string): string {
  if (body.kind === 'json') return problemOfJson;
  return body.kind === 'empty' ? 'the answer is empty' : body.problem;
}

/**
 * The errors in an answer. As in `@clerk/backend`, an answer that is not JSON (the page of a gateway, an empty body) has
 * none, and JSON that cannot be parsed has one `unexpected_error`.
 */
function apiErrors(body: AnswerBody): ClerkAPIError[] {
  if (body.kind === 'invalid-json' || body.kind === 'too-large') return [unexpectedError(body.problem)];
  return toAPIErrors(fieldOf(body, 'errors'));
}

/** Decodes the API's list of errors; a value that is not a list becomes an empty list. */
export function toAPIErrors(json: unknown): ClerkAPIError[] {
  return Array.isArray(json) ? json.filter(isObject).map(decodeAPIError) : [];
}

/** Decodes one error of the API. */
export function decodeAPIError(value: unknown): ClerkAPIError {
  const json: Partial<ClerkAPIErrorJSON> = isObject(value) ? value : {};
  return {
    code: json.code || UNEXPECTED_ERROR,
    message: json.message || json.long_message || NO_REASON,
    longMessage: json.long_message,
    meta: isObject(json.meta) ? renameKeys(json.meta, toCamelCase) : {},
  };
}

function unexpectedError(message: string): ClerkAPIError {
  return { code: UNEXPECTED_ERROR, message, longMessage: undefined, meta: {} };
}

function traceId(body: AnswerBody): string | undefined {
  const traceId = fieldOf(body, 'clerk_trace_id');
  return typeof traceId === 'string' && traceId !== '' ? traceId : undefined;
}

function fieldOf(body: AnswerBody, name: string): unknown {
  return body.kind === 'json' && isObject(body.json) ? body.json[name] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
