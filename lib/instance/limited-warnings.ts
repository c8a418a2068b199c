const INTERVAL_MS = 60_000;

/**
 * Limits warnings that strangers can cause, to one of each kind in a minute. The next one says how many were left out.
 *
 * @param warn - takes the messages
 * @returns takes a message and its kind; a message without a kind is always passed on
 */
export function limitedWarnings(warn: (message: string) => void): (message: string, kind?: string) => void {
  const kinds = new Map<string, { since: number; leftOut: number }>();
  return (message, kind) => {
    if (kind === undefined) return warn(message);
    const now = Date.now();
    const last = kinds.get(kind);
    if (last && now >= last.since && now < last.since + INTERVAL_MS) {
      last.leftOut++;
      return;
    }
    const leftOut = last?.leftOut ?? 0;
    kinds.set(kind, { since: now, leftOut: 0 });
    warn(leftOut > 0 ? `${message} (${leftOut} more of this kind since the last such message.)` : message);
  };
}
