import { linearAxis, logarithmicAxis } from './axis.js';
import type { Axis } from './axis.js';

/** A line of a plot. */
export interface PlotLine {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Plot {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xScale: 'linear' | 'logarithmic';
  readonly yScale: 'linear' | 'logarithmic';
  /** Up to four. */
  readonly lines: readonly PlotLine[];
  /** A horizontal line with a name. */
  readonly limit?: { readonly y: number; readonly name: string };
}

const WIDTH = 720;
const HEIGHT = 400;
const AREA = { left: 72, right: WIDTH - 40, top: 76, bottom: HEIGHT - 56 };
/** Where the title and the legend begin. */
const HEAD_LEFT = 24;
/** Of the legend, in which letters are 12 pixels high. */
const SAMPLE_WIDTH = 20;
const CHARACTER_WIDTH = 6.6;
/** Of equal contrast on white and on near-black; dashes distinguish the lines without colors. */
const COLORS = [
  { light: '#0b5cad', dark: '#6cb6ff', dashes: 'none' },
  { light: '#b3480b', dark: '#f69d50', dashes: '7 4' },
  { light: '#1a7f37', dark: '#6bc46d', dashes: '2 3' },
  { light: '#8250df', dark: '#dcbdfb', dashes: '10 3 2 3' },
];

/** Draws lines as an SVG image that follows the light or dark color scheme of the reader. */
export function svgPlot(plot: Plot): string {
  const points = plot.lines.flatMap(line => line.points);
  const x = axis(
    plot.xScale,
    points.map(([value]) => value),
  );
  const y = axis(plot.yScale, [...points.map(([, value]) => value), ...(plot.limit ? [plot.limit.y] : [])]);
  const toX = (value: number) => round(AREA.left + x.place(value) * (AREA.right - AREA.left));
  const toY = (value: number) => round(AREA.bottom - y.place(value) * (AREA.bottom - AREA.top));

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escape(plot.title)}">`,
    `<style>${styles(plot.lines.length)}</style>`,
    `<rect class="paper" width="${WIDTH}" height="${HEIGHT}"/>`,
    text('title', HEAD_LEFT, 26, plot.title),
    ...legend(plot.lines),
    ...y.ticks.flatMap(tick => [
      `<path class="grid" d="M${AREA.left} ${toY(tick)}H${AREA.right}"/>`,
      text('tick end', AREA.left - 8, toY(tick) + 4, number(tick)),
    ]),
    ...x.ticks.map(tick => text('tick middle', toX(tick), AREA.bottom + 18, number(tick))),
    text('label middle', (AREA.left + AREA.right) / 2, HEIGHT - 14, plot.xLabel),
    `<g transform="translate(16 ${(AREA.top + AREA.bottom) / 2}) rotate(-90)">${text('label middle', 0, 0, plot.yLabel)}</g>`,
    ...(plot.limit ? limit(plot.limit.name, toY(plot.limit.y)) : []),
    ...plot.lines.flatMap((line, index) => drawn(line, index, toX, toY)),
    '</svg>',
    '',
  ].join('\n');
}

function axis(scale: Plot['xScale'], values: readonly number[]): Axis {
  return scale === 'linear' ? linearAxis(values) : logarithmicAxis(values);
}

function styles(lines: number): string {
  const colors = (scheme: 'light' | 'dark') =>
    COLORS.slice(0, lines)
      .map((color, index) => `.line${index}{stroke:${color[scheme]}}.dot${index}{fill:${color[scheme]}}`)
      .join('');
  const dashes = COLORS.slice(0, lines)
    .map(({ dashes: pattern }, index) => `.line${index}{stroke-dasharray:${pattern}}`)
    .join('');
  return [
    'text{font:13px system-ui,sans-serif;fill:#1f2328}.title{font-size:16px;font-weight:600}.tick{font-size:12px}',
    '.end{text-anchor:end}.middle{text-anchor:middle}.paper{fill:#fff}.grid{stroke:#d1d9e0}.limit{stroke:#59636e;stroke-dasharray:4 4}',
    `path{fill:none}.line{stroke-width:2}${dashes}${colors('light')}`,
    `@media (prefers-color-scheme:dark){text{fill:#e6edf3}.paper{fill:#0d1117}.grid{stroke:#30363d}.limit{stroke:#9198a1}${colors('dark')}}`,
  ].join('\n');
}

/** A sample of each line and its name, in a row. */
function legend(lines: readonly PlotLine[]): string[] {
  let left = HEAD_LEFT;
  return lines.flatMap(({ name }, index) => {
    const at = round(left);
    left += SAMPLE_WIDTH + 6 + name.length * CHARACTER_WIDTH + 10;
    return [
      `<path class="line line${index}" d="M${at} 50h${SAMPLE_WIDTH}"/>`,
      text('tick', at + SAMPLE_WIDTH + 6, 54, name),
    ];
  });
}

function limit(name: string, y: number): string[] {
  return [
    `<path class="limit" d="M${AREA.left} ${y}H${AREA.right}"/>`,
    text('tick end', AREA.right, y - 6, name),
  ];
}

function drawn(
  { points }: PlotLine,
  index: number,
  toX: (value: number) => number,
  toY: (value: number) => number,
): string[] {
  const places = points.map(([x, y]) => [toX(x), toY(y)] as const);
  return [
    `<path class="line line${index}" d="M${places.map(([x, y]) => `${x} ${y}`).join('L')}"/>`,
    ...places.map(([x, y]) => `<circle class="dot${index}" cx="${x}" cy="${y}" r="2.5"/>`),
  ];
}

function text(classes: string, x: number, y: number, content: string): string {
  return `<text class="${classes}" x="${x}" y="${y}">${escape(content)}</text>`;
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 6 });
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

function escape(content: string): string {
  return content
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
