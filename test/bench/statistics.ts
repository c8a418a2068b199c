/** A median, and the quartiles around it. */
export interface Spread {
  readonly median: number;
  /** The first quartile. */
  readonly low: number;
  /** The third quartile. */
  readonly high: number;
}

/** @returns the value below which the fraction `fraction` of the values lies, interpolated; `NaN` without values */
export function quantile(values: ArrayLike<number>, fraction: number): number {
  const sorted = Float64Array.from(values).sort();
  const position = (sorted.length - 1) * fraction;
  const below = sorted[Math.floor(position)] ?? NaN;
  const above = sorted[Math.ceil(position)] ?? NaN;
  return below + (above - below) * (position - Math.floor(position));
}

export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

export function spreadOf(values: ArrayLike<number>): Spread {
  return { median: median(values), low: quantile(values, 0.25), high: quantile(values, 0.75) };
}

/**
 * Combines the values of two servers that were measured in the same rounds. Load on the machine during a round affects both, so
 * the spread of the result is smaller than that of the values.
 *
 * @throws TypeError if they were not measured in the same number of rounds
 */
export function pairedSpread(
  values: readonly number[],
  base: readonly number[],
  combine: (value: number, baseValue: number) => number,
): Spread {
  if (values.length !== base.length) {
    throw new TypeError(`${values.length} rounds cannot be paired with ${base.length}.`);
  }
  return spreadOf(values.map((value, round) => combine(value, base[round]!)));
}

export const difference = (value: number, baseValue: number): number => value - baseValue;
export const ratio = (value: number, baseValue: number): number => value / baseValue;
