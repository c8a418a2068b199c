/** A value, or a promise of it if a remote call is necessary: the common case stays synchronous. */
export type MaybePromise<T> = T | Promise<T>;

/** Whether a value is a promise, of this or another implementation. */
export function isThenable<T>(value: T | PromiseLike<T>): value is PromiseLike<T> {
  return typeof (value as PromiseLike<T> | null | undefined)?.then === 'function';
}
