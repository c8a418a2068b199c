/** A value, or a promise of it if a remote call is necessary: the common case stays synchronous. */
export type MaybePromise<T> = T | Promise<T>;
