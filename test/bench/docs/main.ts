/**
 * Writes the tables of docs/performance.md and the images beside it from the measured figures in test/bench/figures/:
 *
 *     npm run bench:docs
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { format, resolveConfig } from 'prettier';

import { performancePlots, performanceSections } from './performance-page.js';
import { readFigures } from './figures.js';
import { replaceSections } from './generated-sections.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PAGE = `${ROOT}/docs/performance.md`;

const figures = readFigures(ROOT);
const page = replaceSections(readFileSync(PAGE, 'utf8'), performanceSections(figures));
writeFileSync(PAGE, await format(page, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
mkdirSync(`${ROOT}/docs/performance`, { recursive: true });
for (const [name, image] of performancePlots(figures)) {
  writeFileSync(`${ROOT}/docs/performance/${name}`, image);
}
