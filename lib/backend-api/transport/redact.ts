/** Blanks out, in a text from outside, what must not leave the process. */
export type Redact = (text: string) => string;

/** How many causes of causes are worth following; one could be its own. */
export const MAX_CAUSES = 4;

/** Makes a {@link Redact} for the given values; empty ones are left out, as they occur everywhere. */
export function redactor(...values: string[]): Redact {
  const hidden = values.filter(value => value !== '');
  return text => hidden.reduce((rest, value) => rest.replaceAll(value, '[redacted]'), text);
}

/**
 * A copy of an error that is safe to hand on as `cause`: name, code, message, stack and its own causes.
 *
 * The original is not: whatever `fetch` the application plugged in may hang the whole request on it, headers
 * included, and Node's own repeats a header value that it refuses.
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

/** What an error says; anything can be thrown, and an `Error` of another realm is no `instanceof Error`. */
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
