/**
 * Lets concurrent calls with the same argument share one call.
 *
 * No result is remembered, because a token may be revoked at any time.
 */
export function sharedCalls<T>(call: (argument: string) => Promise<T>): (argument: string) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  return argument => {
    let pending = underWay.get(argument);
    if (!pending) {
      pending = call(argument).finally(() => underWay.delete(argument));
      underWay.set(argument, pending);
    }
    return pending;
  };
}
