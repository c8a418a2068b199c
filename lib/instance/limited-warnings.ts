/** A minute in milliseconds. */
export const MINUTE_MS = 60_000;

/**
 * Limits warnings that strangers can cause to one per kind and minute. The next one contains the number of suppressed
 * ones.
 *
 * @param warn - receives the messages
 * @returns a function that takes a message and its kind; a message without a kind is always passed
 */
export function limitedWarnings(warn: (message: string) => void): (message: string, kind?: string) => void {
  const kinds = new Map<string, { since: number; suppressed: number }>();
  return (message, kind) => {
    if (kind === undefined) return warn(message);
    const now = Date.now();
    const last = kinds.get(kind);
    if (last && now >= last.since && now < last.since + MINUTE_MS) {
      last.suppressed++;
      return;
    }
    const suppressed = last?.suppressed ?? 0;
    kinds.set(kind, { since: now, suppressed: 0 });
    warn(
      suppressed > 0 ? `${message} (${suppressed} more of this kind since the last such message.)` : message,
    );
  };
}
