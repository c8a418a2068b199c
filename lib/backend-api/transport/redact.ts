/** Replaces secrets in a string from outside. */
export type Redact = (text: string) => string;

/** The depth to which causes are followed; an error can be its own cause. */
export const MAX_CAUSES = 4;

/** A {@link Redact} for the values. Empty values are ignored, because they occur everywhere. */
export function redactor(...values: string[]): Redact {
  const hidden = values.filter(value => value !== '');
  return text => hidden.reduce((rest, value) => rest.replaceAll(value, '[redacted]'), text);
}

/**
 * A copy of an error without secrets, for `cause`: name, code, message, stack and causes.
 *
 * The `fetch` of an application may attach the request with its headers to an error, and the message of Node's `fetch`
 * contains a header value that is invalid.
 */
export function redactError(failure: unknown, redact: Redact, depth = 0): Error {
  const { message, name, stack, code, cause } = failureParts(failure);
  const copy = new Error(redact(message));
  if (name) copy.name = name;
  if (stack) copy.stack = redact(stack);
  if (code) Object.assign(copy, { code });
  if (cause !== undefined && depth < MAX_CAUSES) copy.cause = redactError(cause, redact, depth + 1);
  return copy;
}

/** The parts of an error. Any value can be thrown, and an `Error` of another realm is not an `instanceof Error`. */
export function failureParts(failure: unknown): {
  message: string;
  name: string;
  stack: string;
  code: string;
  cause: unknown;
} {
  const parts = typeof failure === 'object' && failure !== null ? failure : { message: failure };
  const { message, name, stack, code, cause } = parts as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { message: text(message), name: text(name), stack: text(stack), code: text(code), cause };
}
