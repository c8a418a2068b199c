import type { UnverifiedClaims } from '../tokens/jwt.js';

/** The claims of Clerk that are objects or lists: the organization, the ages of verifications, the actor. */
interface NestedClaims {
  o?: object;
  fva?: readonly unknown[];
  act?: object;
}

const NESTED: readonly string[] = ['o', 'fva', 'act'] satisfies (keyof NestedClaims)[];

/**
 * Whether claims have the nesting of Clerk's own claims and no other, so that {@link copyOfUsualClaims} copies all of
 * them.
 */
export function hasUsualNesting(claims: UnverifiedClaims): boolean {
  for (const name of Object.keys(claims)) {
    const value = claims[name];
    if (!isFlat(value) && !(NESTED.includes(name) && isUsual(name, value))) return false;
  }
  return true;
}

function isUsual(name: string, value: unknown): boolean {
  return Array.isArray(value) === (name === 'fva') && Object.values(value as object).every(isFlat);
}

function isFlat(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** Copies claims that {@link hasUsualNesting}, in half the time that `copyOfJson()` takes. */
export function copyOfUsualClaims(claims: UnverifiedClaims): UnverifiedClaims {
  const copy: NestedClaims & Record<string, unknown> = { ...claims };
  if (isNested(copy.o)) copy.o = { ...copy.o };
  if (isNested(copy.fva)) copy.fva = copy.fva.slice();
  if (isNested(copy.act)) copy.act = { ...copy.act };
  return copy;
}

function isNested<T extends object>(value: T | null | undefined): value is T {
  return typeof value === 'object' && value !== null;
}
