/** A range of values, and where they are on an axis. */
export interface Axis {
  readonly ticks: readonly number[];
  /** @returns 0 at the beginning of the axis, 1 at its end */
  place(value: number): number;
}

/** Each place is a multiple of the one before. Values are positive; the axis begins and ends at a power of ten. */
export function logarithmicAxis(values: readonly number[]): Axis {
  assertPositive(values);
  const first = Math.floor(tolerant(Math.log10(Math.min(...values))));
  const last = Math.max(first + 1, Math.ceil(tolerant(Math.log10(Math.max(...values)))));
  return {
    ticks: Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index)),
    place: value => (Math.log10(value) - first) / (last - first),
  };
}

/** Begins at zero, and ends at a tick. Ticks are multiples of 1, 2 or 5 times a power of ten. */
export function linearAxis(values: readonly number[]): Axis {
  const highest = Math.max(...values) || 1;
  const step = niceStep(highest / 4);
  const count = Math.ceil(tolerant(highest / step));
  return {
    ticks: Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12))),
    place: value => value / (count * step),
  };
}

function niceStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  return power * [1, 2, 5, 10].find(factor => factor * power >= atLeast * (1 - 1e-9))!;
}

/** Without the last digits, in which the logarithm of a power of ten may differ from a whole number. */
function tolerant(value: number): number {
  return Number(value.toFixed(9));
}

function assertPositive(values: readonly number[]): void {
  if (!values.every(value => value > 0)) {
    throw new TypeError('A logarithmic axis has positive values only.');
  }
}
