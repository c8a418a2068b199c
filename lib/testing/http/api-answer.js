import { randomBytes } from 'node:crypto';
import { ClerkAPIResponseError } from '../../errors/clerk-api-response-error.js';
/** Stands for a connection that broke before an answer came; `0` is no HTTP status. */
export const NO_ANSWER = { status: 0, headers: [], body: null };
/** A JSON answer under the exact media type Clerk sends: `@clerk/backend` takes any other for text. */
export function json(body, status = 200) {
  return { status, headers: [['content-type', 'application/json']], body: JSON.stringify(body) };
}
/** An error as Clerk's API answers it. What was not meant as an answer becomes a 500 without its message. */
export function errorAnswer(error) {
  if (!(error instanceof ClerkAPIResponseError)) return failureAnswer(500);
  const errors = error.errors.map(({ code, message, longMessage, meta }) => ({
    message,
    long_message: longMessage,
    code,
    ...(typeof meta.paramName === 'string' && { meta: { param_name: meta.paramName } }),
  }));
  return json({ errors, clerk_trace_id: newTraceId() }, error.status);
}
/** What an API that is out of order answers. */
export function failureAnswer(status) {
  const message = 'LocalClerk is out of order.';
  const code = status === 503 ? 'service_unavailable' : 'internal_clerk_error';
  return json({ errors: [{ message, long_message: message, code }], clerk_trace_id: newTraceId() }, status);
}
function newTraceId() {
  return randomBytes(16).toString('hex');
}
