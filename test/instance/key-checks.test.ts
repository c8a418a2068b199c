import { expect, it } from '@jest/globals';

import { assertKeys } from '../../lib/instance/key-checks.js';

it.each([
  ['"sk_test_abc"', 'quotation marks'],
  ["'sk_test_abc'", 'quotation marks'],
  ['sk_test_a\nbc', 'line break'],
  ['sk_test_a bc', 'white space'],
  ['sk_test_', 'truncated'],
  ['sk_', 'truncated'],
  ['sk_prod_abc', 'starts with sk_test_'],
  ['YOUR_SECRET_KEY', 'placeholder'],
  ['<secret key>'.replace(' ', '-'), 'placeholder'],
])('the error for the secret key %j says what is wrong', (secretKey, what) => {
  expect(() => assertKeys({ secretKey }, 'any')).toThrow(
    expect.objectContaining({ code: 'secret_key_invalid', message: expect.stringContaining(what) }),
  );
});
