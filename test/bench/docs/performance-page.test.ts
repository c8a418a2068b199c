import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { readFigures } from './figures.js';
import { replaceSections } from './generated-sections.js';
import { performancePlots, performanceSections } from './performance-page.js';

describe('docs/performance.md', () => {
  const figures = readFigures('.');
  const page = readFileSync('docs/performance.md', 'utf8');

  it('has the tables of the measured figures (npm run bench:docs)', () => {
    // Prettier aligns the tables of the page in its own way.
    const words = (text: string) => text.replace(/-{3,}:?/g, '---').split(/\s+/);
    const written = words(replaceSections(page, performanceSections(figures)));
    expect(words(page)).toEqual(written);
  });

  it.each([...performancePlots(figures)])('shows %s, drawn from the measured figures', (name, image) => {
    expect(page).toContain(`](performance/${name})`);
    expect(readFileSync(`docs/performance/${name}`, 'utf8')).toBe(image);
  });
});

describe('replaceSections', () => {
  const page = 'Before\n<!-- generated: a -->\nold\n<!-- end: a -->\nAfter\n';

  it('replaces what is between the comments', () => {
    expect(replaceSections(page, new Map([['a', 'new']]))).toBe(
      'Before\n<!-- generated: a -->\n\nnew\n\n<!-- end: a -->\nAfter\n',
    );
  });

  it.each([
    ['lacks a section', page, ['a', 'b'], 'The page has no section "b".'],
    ['has a section that nothing generates', page, [], 'Nothing generates the section "a".'],
    ['has a section without an end', '<!-- generated: a -->', ['a'], 'The section "a" has no end.'],
  ])('rejects a page that %s', (_, text, names, message) => {
    expect(() => replaceSections(text, new Map(names.map(name => [name, ''])))).toThrow(message);
  });
});
