/**
 * Creates an error without a stack trace, which takes longer than the rest of a rejection.
 *
 * For errors that are answers to clients: anyone can cause them, and their traces are all the same.
 */
export function withoutStackTrace<T extends Error>(make: () => T): T {
  const { stackTraceLimit } = Error;
  if (!setStackTraceLimit(0)) return make();
  try {
    return make();
  } finally {
    setStackTraceLimit(stackTraceLimit);
  }
}

/** Fails where the application has frozen the intrinsics (`node --frozen-intrinsics`, SES). */
function setStackTraceLimit(limit: number): boolean {
  try {
    // Not `Reflect.set()`, which takes ten times as long.
    Error.stackTraceLimit = limit;
    return true;
  } catch {
    return false;
  }
}
