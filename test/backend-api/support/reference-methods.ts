import { createClerkClient } from '@clerk/backend';

import type { Api } from './api-document.js';
import { HANDWRITTEN_ARGUMENTS } from './outside-the-document.js';
import { sampleArguments } from './sample-arguments.js';

/** A client, as its methods by resource. */
export type Methods = Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>;

/** Every method of every resource of @clerk/backend, as `users.getUser`. Its telemetry is not a resource. */
export const REFERENCE_METHODS: readonly string[] = Object.entries(
  createClerkClient({ secretKey: 'sk_test_x' }) as unknown as Record<string, object>,
)
  .filter(([resource]) => resource !== 'telemetry')
  .flatMap(([resource, api]) => publicMethods(api).map(method => `${resource}.${method}`));

function publicMethods(api: object): string[] {
  const prototype = Object.getPrototypeOf(api) as object | null;
  if (typeof api !== 'object' || !prototype || prototype === Object.prototype) return [];
  return Object.getOwnPropertyNames(prototype).filter(name => name !== 'constructor');
}

/** The sets of arguments with which a method is compared. */
export function argumentSetsOf(api: Api, name: string): unknown[][] {
  const handwritten = HANDWRITTEN_ARGUMENTS[name];
  if (handwritten) return handwritten;
  const [id, named] = Object.entries(api.names).find(([, { method }]) => method === name)!;
  const operation = api.operations.find(candidate => candidate.id === id)!;
  const all = sampleArguments(api, operation, named);
  const optional = named.takes?.at(-1)?.startsWith('params?') && !named.takes.at(-1)!.includes('{');
  return optional ? [all, all.slice(0, -1)] : [all];
}
