import type { Instance } from '../authentication/instance.js';
import type { ClerkOptions } from './options.js';

/** The options of an instance that decide, by name; everything but functions as text. */
export type ComparableOptions = ReadonlyMap<string, unknown>;

/** The options of an instance. Not part of the instance, which may be logged, because they contain the keys. */
const relevantOptions = new WeakMap<Instance, ComparableOptions>();

/**
 * Options that do not affect a result. Every other option does, a future one too: a record must never be reused under
 * other requirements than its own.
 */
const IRRELEVANT_OPTIONS: readonly string[] = ['debug', 'timeoutMs', 'retries', 'onRequest', 'onResponse'];

/** Stores the options of an instance for {@link isSameConfiguration}. */
export function rememberConfiguration(instance: Instance, options: ClerkOptions): void {
  const entries = [...comparableOptions(options)].filter(([name]) => !IRRELEVANT_OPTIONS.includes(name));
  relevantOptions.set(instance, new Map(entries));
}

/**
 * Whether two instances have the same options, except for irrelevant ones, and so give the same results.
 *
 * An instance of another copy of this package is never the same.
 */
export function isSameConfiguration(a: Instance, b: Instance): boolean {
  if (a === b) return true;
  const left = relevantOptions.get(a);
  const right = relevantOptions.get(b);
  return left !== undefined && right !== undefined && isSameOptions(left, right);
}

/** The options that are set, in a form that does not change if the application changes a list of them. */
export function comparableOptions(options: ClerkOptions): ComparableOptions {
  return new Map(
    Object.entries(options)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]): [string, unknown] => [name, comparable(value)]),
  );
}

/** Whether all options are the same. */
export function isSameOptions(a: ComparableOptions, b: ComparableOptions): boolean {
  if (a.size !== b.size) return false;
  for (const [name, value] of a) if (b.get(name) !== value || !b.has(name)) return false;
  return true;
}

/** Functions and instances of classes are compared by identity, everything else by value. */
function comparable(value: unknown): unknown {
  if (!isPlain(value)) return value;
  return JSON.stringify(value, (_name, inner: unknown) => (isPlain(inner) ? inner : textOf(inner)));
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** JSON has no functions, such as the `enabled` of a proxy: each gets a number. */
function textOf(value: unknown): unknown {
  if (typeof value !== 'function' && (typeof value !== 'object' || value === null)) return value;
  let identity = identities.get(value);
  if (identity === undefined) identities.set(value, (identity = ++lastIdentity));
  return { identity };
}
