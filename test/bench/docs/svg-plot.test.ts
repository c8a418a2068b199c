import { describe, expect, it } from '@jest/globals';

import { linearAxis, logarithmicAxis } from './axis.js';
import { svgPlot } from './svg-plot.js';
import type { Plot } from './svg-plot.js';

describe('linearAxis', () => {
  it.each([
    [
      [3, 40],
      [0, 10, 20, 30, 40],
    ],
    [[41], [0, 20, 40, 60]],
    [[0.07], [0, 0.02, 0.04, 0.06, 0.08]],
    [[2_000_000], [0, 500_000, 1_000_000, 1_500_000, 2_000_000]],
  ])('for %j has the ticks %j', (values, ticks) => {
    const axis = linearAxis(values);
    expect(axis.ticks).toEqual(ticks);
    expect(axis.place(0)).toBe(0);
    expect(axis.place(ticks.at(-1)!)).toBeCloseTo(1);
  });

  it('is not empty for zeros', () => {
    expect(linearAxis([0, 0]).place(0)).toBe(0);
  });
});

describe('logarithmicAxis', () => {
  it.each([
    [
      [1, 1000],
      [1, 10, 100, 1000],
    ],
    [
      [0.03, 85],
      [0.01, 0.1, 1, 10, 100],
    ],
    [
      [10, 10],
      [10, 100],
    ],
  ])('for %j has the powers of ten %j', (values, ticks) => {
    const axis = logarithmicAxis(values);
    expect(axis.ticks.map(tick => Number(tick.toPrecision(6)))).toEqual(ticks);
    expect(axis.place(ticks[0]!)).toBeCloseTo(0);
    expect(axis.place(ticks.at(-1)!)).toBeCloseTo(1);
  });

  it('rejects zero', () => {
    expect(() => logarithmicAxis([0, 1])).toThrow('positive values only');
  });
});

describe('svgPlot', () => {
  const plot: Plot = {
    title: 'Latency <ms> & "load"',
    xLabel: 'connections',
    yLabel: 'ms',
    xScale: 'logarithmic',
    yScale: 'linear',
    lines: [
      { name: 'ours', points: [[1, 0], [10, 5], [100, 10]] }, // prettier-ignore
      { name: 'theirs', points: [[1, 10], [100, 0]] }, // prettier-ignore
    ],
  };

  it('draws each line from the left to the right, with higher values further up', () => {
    const [ours, theirs] = [...svgPlot(plot).matchAll(/<path class="line line\d" d="(M[\d. ]+L[^"]+)"/g)].map(
      ([, path]) => path,
    );
    expect(ours).toBe('M72 344L376 210L680 76');
    expect(theirs).toBe('M72 76L680 344');
  });

  it('escapes text', () => {
    expect(svgPlot(plot)).toContain('>Latency &lt;ms&gt; &amp; &quot;load&quot;</text>');
  });

  it('has colors for light and dark schemes', () => {
    const [light, dark] = svgPlot(plot).split('@media (prefers-color-scheme:dark)');
    for (const rule of ['.line0{stroke:#', '.line1{stroke:#', '.paper{fill:#', 'text{f']) {
      expect(light).toContain(rule);
      expect(dark).toContain(rule);
    }
  });

  it('draws a limit, which belongs to the range of the axis', () => {
    const image = svgPlot({ ...plot, limit: { y: 20, name: 'limit' } });
    expect(image).toContain('<path class="limit" d="M72 76H680"/>');
    expect(image).toContain('>20</text>');
  });
});
