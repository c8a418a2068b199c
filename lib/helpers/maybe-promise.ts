/** A value, or a promise of it where a remote call is needed: the common case stays synchronous. */
export type MaybePromise<T> = T | Promise<T>;
