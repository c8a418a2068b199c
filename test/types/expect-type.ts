/**
 * `true` if two types are identical, and `false` if they are only assignable to each other: `any` equals only `any`,
 * and a readonly or optional property differs from a plain one.
 */
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/**
 * Fails `npm run typecheck` unless its type argument is `true`. It does nothing at run time: files named
 * `*.test-d.ts` are compiled, never run.
 *
 * @example
 * ```ts
 * expectTrue<Equal<typeof auth.userId, string>>();
 * // @ts-expect-error -- a signed-out user has no id to read
 * signedOut.userId.length;
 * ```
 */
export declare function expectTrue<_Assertion extends true>(): void;
