import { describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import fc from 'fast-check';

import type { PathPattern } from '../../../lib/nest/middleware/excluded-paths.js';
import { excludedPaths } from '../../../lib/nest/middleware/excluded-paths.js';

/** The parts of paths, and of attacks on them. */
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

describe('target that matches exclude: ["/assets/*"]', () => {
  const isExcluded = (target: string) => excludedPaths(['/assets/*'])(target, 'GET');

  it('is below /assets/ after decoding and resolving dots, in every reading', () => {
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

  it('is decided without an exception for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => typeof isExcluded(text) === 'boolean'),
      { numRuns: 5_000, seed: 1 },
    );
  });
});

it('a sticky expression matches from the start of the path each time', () => {
  const test = excludedPaths([/\/docs$/y]);
  const isExcluded = (target: string) => test(target, 'GET');
  expect([isExcluded('/docs'), isExcluded('/docs'), isExcluded('/v1/docs')]).toEqual([true, true, true]);
});

it('an expression of the caller is not modified', () => {
  const pattern = /docs/g;
  excludedPaths([pattern])('/docs', 'GET');
  expect(pattern.lastIndex).toBe(0);
});

describe('exclude pattern in the syntax of forRoutes()', () => {
  it.each<[PathPattern, string[], string[]]>([
    ['/x/:id', ['/x/1', '/x/a%20b', '/x/1/'], ['/x', '/x/', '/x/1/2', '/X/1']],
    ['/x/:id/file', ['/x/1/file'], ['/x/1', '/x/1/2/file']],
    ['/x/:name.json', ['/x/a.json'], ['/x/a', '/x/.json', '/x/axjson']],
    ['/x/*splat', ['/x/1', '/x/1/2'], ['/x', '/x/', '/y/1']],
    ['/x/*splat/end', ['/x/1/2/end'], ['/x/end', '/x/1']],
    ['/*splat', ['/x', '/x/y'], []],
    ['/x{/:id}', ['/x', '/x/1'], ['/x/1/2']],
    ['/a.b', ['/a.b'], ['/aXb']],
    ['/a\\:b', ['/a:b'], ['/a', '/ab']],
    [{ path: '/hook', method: RequestMethod.GET }, ['/hook'], ['/hooks']],
    [{ path: /^\/h/, method: RequestMethod.ALL }, ['/hook'], ['/x']],
  ])('%j matches %j and not %j', (pattern, matching, others) => {
    const isExcluded = excludedPaths([pattern]);
    expect(matching.filter(target => !isExcluded(target, 'GET'))).toEqual([]);
    expect(others.filter(target => isExcluded(target, 'GET'))).toEqual([]);
  });

  it('with a method matches no other method, except HEAD for GET', () => {
    const isExcluded = excludedPaths([{ path: '/hook', method: RequestMethod.GET }]);
    const methods = ['GET', 'HEAD', 'POST', 'OPTIONS'];
    expect(methods.filter(method => isExcluded('/hook', method))).toEqual(['GET', 'HEAD']);
  });

  it('takes linear time for a long path', () => {
    const isExcluded = excludedPaths(['/a/*splat/end', '/:a/:b/:c', '/x/:name.json']);
    const start = process.cpuUsage();
    for (const target of [
      `/a/${'/x'.repeat(50_000)}`,
      `/${'a'.repeat(100_000)}`,
      `/x/${'.json'.repeat(20_000)}!`,
    ]) {
      isExcluded(target.replaceAll('//', '/'), 'GET');
    }
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(500);
  });
});

it.each([
  ['/health'],
  [{}],
  [['health']],
  [['/a/*x/*y']],
  [['/:a-:b']],
  [['/a(b)']],
  [['/a{b']],
  [['/a}b']],
  [['/a?']],
  [['/:']],
  [[5]],
  [[null]],
  [[{ path: '/a' }]],
  [[{ path: '/a', method: 'GET' }]],
])('excluding %j is rejected with a typed error', exclude => {
  expect(() => excludedPaths(exclude as never)).toThrow(
    expect.objectContaining({ name: 'ClerkConfigurationError', code: 'option_invalid' }),
  );
});
