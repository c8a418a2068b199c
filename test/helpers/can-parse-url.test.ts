import { describe, expect, it } from '@jest/globals';

import { canParseUrl } from '../../lib/helpers/can-parse-url.js';

describe('canParseUrl()', () => {
  // Literals: Node 20's URL.canParse() is wrong for them after some thousand calls.
  it.each([
    ['https://m\u00fcnchen.example', true],
    ['https://example.com/\u00e4', true],
    ['https://example.com', true],
    ['https://m\u00fcn chen.example', false],
    ['https://', false],
  ])('for %s always returns %s', (text, isUrl) => {
    let wrong = 0;
    for (let call = 0; call < 20_000; call++) if (canParseUrl(text) !== isUrl) wrong++;
    expect(wrong).toBe(0);
  });
});
