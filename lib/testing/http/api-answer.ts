import { randomBytes } from 'node:crypto';

import { ClerkAPIResponseError } from '../../errors/clerk-api-response-error.js';

/** A response, before it becomes a web `Response` or is written to a socket. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | null;
}

/** A connection that breaks without a response; `0` is not an HTTP status. */
export const NO_ANSWER: ApiAnswer = { status: 0, headers: [], body: null };

/** A missing response. */
export const HANG: ApiAnswer = { status: 0, headers: [], body: null };

/** A JSON response with exactly Clerk's media type: `@clerk/backend` reads any other as text. */
export function json(body: unknown, status = 200): ApiAnswer {
  return { status, headers: [['content-type', 'application/json']], body: JSON.stringify(body) };
}

/** An error in the form of Clerk's API. An unexpected error becomes a 500 without its message. */
export function errorAnswer(error: unknown): ApiAnswer {
  if (!(error instanceof ClerkAPIResponseError)) return failureAnswer(500);
  const errors = error.errors.map(({ code, message, longMessage, meta }) => ({
    message,
    long_message: longMessage,
    code,
    ...(typeof meta.paramName === 'string' && { meta: { param_name: meta.paramName } }),
    ...(typeof meta.sessionId === 'string' && { meta: { session_id: meta.sessionId } }),
  }));
  return json({ errors, clerk_trace_id: newTraceId() }, error.status);
}

const FAILURES: Readonly<Record<number, readonly [code: string, message: string]>> = {
  429: ['too_many_requests', 'Too many requests. Please try again in a bit.'],
  503: ['service_unavailable', 'Service unavailable'],
  504: ['gateway_timeout', 'Gateway Timeout'],
};

/** The response of a failing API. */
export function failureAnswer(status: number, code?: string): ApiAnswer {
  const [ownCode, message] = FAILURES[status] ?? ['internal_clerk_error', 'LocalClerk simulates a failure.'];
  const error = { message, long_message: message, code: code ?? ownCode };
  return json({ errors: [error], clerk_trace_id: newTraceId() }, status);
}

function newTraceId(): string {
  return randomBytes(16).toString('hex');
}
