import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { excludedPaths } from '../../../lib/nest/middleware/excluded-paths.js';

/** What paths are made of, and what they are attacked with. */
const PIECES = [
  '/',
  'assets',
  'admin',
  '.',
  '..',
  '%2e',
  '%2E%2e',
  '%2f',
  '%5c',
  '\\',
  '%',
  '%25',
  ';',
  '?',
  '#',
  'é',
];
const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map(list => list.join(''));
const targets = fc.tuple(fc.constantFrom('/', '/assets/', '/admin/'), pieces).map(parts => parts.join(''));

describe('a target that is excluded by /assets/*', () => {
  const isExcluded = excludedPaths(['/assets/*']);

  it('is below /assets/ once it is decoded and its dots are resolved, and can be read in no other way', () => {
    let found = 0;
    fc.assert(
      fc.property(targets, target => {
        if (!isExcluded(target)) return;
        found++;
        const path = decodeURIComponent(target.split(/[?#]/)[0]!);
        expect(new URL(path, 'http://a').pathname).toMatch(/^\/assets\//);
        expect(path).not.toMatch(/\/\/|\\|%/);
      }),
      { numRuns: 10_000, seed: 1 },
    );
    expect(found).toBeGreaterThan(200);
  });

  it('is never told by throwing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => typeof isExcluded(text) === 'boolean'),
      { numRuns: 5_000, seed: 1 },
    );
  });
});

it('an expression with y looks at the whole path every time', () => {
  const isExcluded = excludedPaths([/\/docs$/y]);
  expect([isExcluded('/docs'), isExcluded('/docs'), isExcluded('/v1/docs')]).toEqual([true, true, true]);
});

it('an expression of the caller is not changed', () => {
  const pattern = /docs/g;
  excludedPaths([pattern])('/docs');
  expect(pattern.lastIndex).toBe(0);
});
