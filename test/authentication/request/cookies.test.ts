import { describe, expect, it } from '@jest/globals';
import { parseCookie } from 'cookie';
import fc from 'fast-check';

import { readCookies } from '../../../lib/authentication/request/cookies.js';

const WANTED = ['__session', '__client_uat', 'a', '__proto__'];

const entriesOf = (header: string | undefined) =>
  readCookies(header, WANTED).flatMap((value, position) =>
    value === undefined ? [] : [[WANTED[position]!, value] as const],
  );

const read = (header: string | undefined) => Object.fromEntries(entriesOf(header));

describe('readCookies', () => {
  it.each([
    ['__session=abc', { __session: 'abc' }],
    ['x=1; __session=abc; y=2', { __session: 'abc' }],
    ['__session=abc;__client_uat=5', { __session: 'abc', __client_uat: '5' }],
    [' \t__session\t = \tabc\t ; ', { __session: 'abc' }],
    ['__session=first; __session=second', { __session: 'first' }],
    ['__session=a=b==', { __session: 'a=b==' }],
    ['__session=', { __session: '' }],
    ['__session="abc"', { __session: '"abc"' }],
    ['__session=%7Bx%7D', { __session: '{x}' }],
    ['__session=100%; a=%zz', { __session: '100%', a: '%zz' }],
    ['__SESSION=abc', {}],
    ['__session', {}],
    ['__session; a=1', { a: '1' }],
    [';;;=;', {}],
    ['', {}],
    [undefined, {}],
  ])('reads %j as %j', (header, cookies) => {
    expect(read(header)).toEqual(cookies);
  });

  it('splits before it decodes, so that one value cannot forge another cookie', () => {
    expect(read('a=1%3B%20__session%3Dforged')).toEqual({ a: '1; __session=forged' });
  });

  it('returns what the package "cookie" returns, which @clerk/backend uses', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '__session',
        '__client_uat',
        'a',
        'b',
        '__proto__',
        '=',
        ';',
        '; ',
        ' ',
        '\t',
        '%',
        '%20',
        '%3B',
      ),
      fc.constantFrom('%C3%A9', '%E0%A4', '%zz', '"', '\u00a0', '\u00e9', 'x=1', ',', '\\'),
      fc.string({ maxLength: 3 }),
    );
    const header = fc.array(piece, { maxLength: 14 }).map(pieces => pieces.join(''));

    fc.assert(
      fc.property(header, text => {
        const all = parseCookie(text);
        const wanted = Object.entries(all).filter(([name]) => WANTED.includes(name));
        expect(entriesOf(text).sort()).toEqual(wanted.sort());
      }),
      { numRuns: 5000 },
    );
  });

  it('takes time in proportion to the length of the header', () => {
    const startedAt = performance.now();

    for (const junk of ['x', 'x;', ';', ' ', ' ;', 'x=;', '=']) {
      expect(read(`${junk.repeat(1_000_000)}; __session=abc`)).toEqual({ __session: 'abc' });
    }

    // Quadratic time would be minutes.
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });
});
