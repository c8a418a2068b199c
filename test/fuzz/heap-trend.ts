/** What the heap was after a number of requests, in bytes. */
export interface HeapPoint {
  readonly requests: number;
  readonly bytes: number;
}

/** What may be lost for each request, in bytes: the noise of measuring. A forgotten listener costs more. */
const TOLERATED_SLOPE = 10;
/** What caches and compiled code still add after the first third, in bytes; a short run measures little else. */
const TOLERATED_NOISE = 2_500_000;

/**
 * The growth of a heap by least squares, over the points after the first third, in which caches fill.
 *
 * @returns bytes for each request, and whether that is a leak
 */
export function heapTrend(points: readonly HeapPoint[]): { slope: number; growth: number; isLeak: boolean } {
  const late = points.slice(Math.floor(points.length / 3));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanRequests = mean(late.map(({ requests }) => requests));
  const meanBytes = mean(late.map(({ bytes }) => bytes));
  let covariance = 0;
  let variance = 0;
  for (const { requests, bytes } of late) {
    covariance += (requests - meanRequests) * (bytes - meanBytes);
    variance += (requests - meanRequests) ** 2;
  }
  const slope = variance === 0 ? 0 : covariance / variance;
  const span = (late.at(-1)?.requests ?? 0) - (late[0]?.requests ?? 0);
  return { slope, growth: slope * span, isLeak: slope * span > TOLERATED_NOISE + TOLERATED_SLOPE * span };
}
