/**
 * A time claim of a token that nobody has verified, for comparing it with a number.
 *
 * An object may have no value at all, and comparing it would throw: it compares as neither less nor more. Everything
 * else compares as JavaScript has it, as in `@clerk/backend`; what is no number is refused when the token is verified.
 */
export function comparableClaim(claim: unknown): number {
  return typeof claim === 'object' && claim !== null ? Number.NaN : (claim as number);
}
