import { afterEach, expect, it, jest } from '@jest/globals';

import { limitedWarnings } from '../../lib/instance/limited-warnings.js';

afterEach(() => void jest.restoreAllMocks());

it('limited warnings pass one warning of each kind per minute and count the others', () => {
  let now = 1_000_000;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  const warn = jest.fn();
  const limited = limitedWarnings(warn);
  for (let count = 0; count < 4; count++) limited('a nonce', 'nonce');
  limited('a loop', 'loop');
  limited('a setting');
  limited('a setting');
  now += 60_000;
  limited('a nonce', 'nonce');
  expect(warn.mock.calls.flat()).toEqual([
    'a nonce',
    'a loop',
    'a setting',
    'a setting',
    'a nonce (3 more of this kind since the last such message.)',
  ]);
});
