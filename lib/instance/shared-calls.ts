/**
 * Lets calls with the same argument that are under way at the same time share one.
 *
 * Nothing is remembered once the call is answered: a token may be revoked the next moment.
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
