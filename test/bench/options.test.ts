import { describe, expect, it } from '@jest/globals';

import { ADAPTERS, CASE_NAMES, parseBenchOptions } from './options.js';

describe('the options of npm run bench', () => {
  it('measure everything by default', () => {
    expect(parseBenchOptions([])).toEqual({
      processes: 3,
      rounds: 3,
      seconds: 1,
      adapters: ADAPTERS,
      cases: CASE_NAMES,
      connections: [16, 200],
      hasReference: true,
      against: undefined,
      json: undefined,
    });
  });

  it('choose what is measured', () => {
    const text =
      '--processes 2 --rounds 5 --seconds 0.5 --adapters graphql,express --cases first-use --connections 1_000 --no-reference';
    expect(parseBenchOptions([...text.split(' '), '--against=main', '--json', 'figures.json'])).toEqual({
      processes: 2,
      rounds: 5,
      seconds: 0.5,
      adapters: ['express', 'graphql'],
      cases: ['first-use'],
      connections: [1000],
      hasReference: false,
      against: 'main',
      json: 'figures.json',
    });
  });

  it.each([
    ['--adapters', 'koa', '--adapters is a list of express, fastify, graphql, websocket; unknown: koa.'],
    ['--cases', 'bearer,basic', '--cases is a list of'],
    ['--cases', '', '--cases is a list of'],
    ['--rounds', '0', '--rounds is a positive number, not "0".'],
    ['--rounds', '2.5', '--rounds is a whole number, not "2.5".'],
    ['--rounds', 'many', '--rounds is a positive number, not "many".'],
    ['--seconds', '-1', '--seconds'],
    ['--seconds', 'Infinity', '--seconds is a positive number, not "Infinity".'],
    ['--connections', '16,,200', '--connections is a positive number, not "".'],
    ['--round', '3', "Unknown option '--round'"],
  ])('reject %s %s', (option, value, message) => {
    expect(() => parseBenchOptions([`${option}=${value}`])).toThrow(message);
  });
});
