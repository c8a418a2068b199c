import type { Instance } from '../authentication/instance.js';
import type { ClerkOptions } from './options.js';

/** What an instance was made from. Apart from the instance, which may be logged, since it holds the keys. */
const relevantOptions = new WeakMap<Instance, ReadonlyMap<string, unknown>>();

/**
 * Options that change no decision. Every other option counts, one that is added later too: a record must never be reused
 * under requirements that it was not made with.
 */
const IRRELEVANT_OPTIONS: readonly string[] = ['debug', 'timeoutMs', 'retries', 'onRequest', 'onResponse'];

/** Remembers the options of an instance for {@link isSameConfiguration}. */
export function rememberConfiguration(instance: Instance, options: ClerkOptions): void {
  const entries = Object.entries(options)
    .filter(([name, value]) => value !== undefined && !IRRELEVANT_OPTIONS.includes(name))
    .map(([name, value]): [string, unknown] => [name, comparable(value)]);
  relevantOptions.set(instance, new Map(entries));
}

/**
 * Whether two instances decide every request alike: the same keys, the same requirements, the same everything.
 *
 * An instance of another copy of this package is never the same.
 */
export function isSameConfiguration(a: Instance, b: Instance): boolean {
  if (a === b) return true;
  const left = relevantOptions.get(a);
  const right = relevantOptions.get(b);
  if (!left || !right || left.size !== right.size) return false;
  for (const [name, value] of left) if (right.get(name) !== value || !right.has(name)) return false;
  return true;
}

/** Functions are compared by identity, everything else by value. */
function comparable(value: unknown): unknown {
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
