import { expectTrue, type Equal } from './expect-type.js';

// The type assertions must themselves be able to fail.
expectTrue<Equal<string, string>>();
expectTrue<Equal<{ readonly a: 1 }, { readonly a: 1 }>>();
expectTrue<Equal<Equal<string, string | null>, false>>();
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the case that a looser comparison lets through
expectTrue<Equal<Equal<string, any>, false>>();
expectTrue<Equal<Equal<{ a: 1 }, { a?: 1 }>, false>>();
expectTrue<Equal<Equal<{ a: 1 }, { readonly a: 1 }>, false>>();

// @ts-expect-error -- an assertion that does not hold
expectTrue<Equal<string, number>>();
