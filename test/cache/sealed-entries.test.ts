import { describe, expect, it } from '@jest/globals';

import { MAX_VALUE_BYTES, resourceKeyOf, SealedEntries } from '../../lib/cache/sealed-entries.js';

const mine = new SealedEntries('sk_test_mine', ['sk_test_mine', 'https://api.clerk.com']);
const value = { id: 'key_1', scopes: ['a'] };

describe('the key of a secret', () => {
  it('does not contain the secret or an unkeyed digest of it', () => {
    const key = mine.secretKeyOf('api_key', 'ak_secret');
    expect(key).toMatch(/^nest-clerk:1:[\w-]{43}$/);
    expect(key).not.toContain('ak_secret');
  });

  it.each([
    ['another kind', mine, 'm2m_token', 'ak_secret'],
    ['another secret', mine, 'api_key', 'ak_secret2'],
    [
      'another secret key',
      new SealedEntries('sk_test_x', ['sk_test_mine', 'https://api.clerk.com']),
      'api_key',
      'ak_secret',
    ],
    [
      'another configuration',
      new SealedEntries('sk_test_mine', ['sk_test_mine', 'https://x']),
      'api_key',
      'ak_secret',
    ],
    [
      'a part that moved',
      new SealedEntries('sk_test_mine', ['sk_test_minehttps://api.clerk.com']),
      'api_key',
      'ak_secret',
    ],
  ])('is another one for %s', (_name, sealed, kind, secret) => {
    expect(sealed.secretKeyOf(kind, secret)).not.toBe(mine.secretKeyOf('api_key', 'ak_secret'));
  });

  it('is the same one in another process with the same configuration', () => {
    const other = new SealedEntries('sk_test_mine', ['sk_test_mine', 'https://api.clerk.com']);
    expect(other.secretKeyOf('api_key', 'ak_secret')).toBe(mine.secretKeyOf('api_key', 'ak_secret'));
    expect(other.open('k', mine.seal('k', value))).toEqual(value);
  });
});

describe('a sealed value', () => {
  it('shows nothing of itself, and differs each time', () => {
    const sealed = mine.seal('k', value)!;
    expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('key_1');
    expect(mine.seal('k', value)).not.toBe(sealed);
  });

  it('is not opened for another key, by another instance or under another configuration', () => {
    const sealed = mine.seal('k', value);
    expect(mine.open('other', sealed)).toBeUndefined();
    expect(
      new SealedEntries('sk_test_x', ['sk_test_mine', 'https://api.clerk.com']).open('k', sealed),
    ).toBeUndefined();
    expect(new SealedEntries('sk_test_mine', ['other']).open('k', sealed)).toBeUndefined();
  });

  it('is not opened after a change of any byte, or if it is cut', () => {
    const bytes = Buffer.from(mine.seal('k', value)!, 'base64');
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed[index]! ^= 1;
      expect(mine.open('k', changed.toString('base64'))).toBeUndefined();
      expect(mine.open('k', bytes.subarray(0, index).toString('base64'))).toBeUndefined();
    }
  });

  it.each([
    undefined,
    null,
    '',
    'x',
    'null',
    '{}',
    42,
    true,
    {},
    [],
    Buffer.from('x'),
    'A'.repeat(3_000_000),
    Symbol('s'),
  ])('is not anything else that a store may answer: %#', garbage => {
    expect(mine.open('k', garbage)).toBeUndefined();
  });

  it('does not exist for a value that is too large or no JSON', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    expect(mine.seal('k', cyclic)).toBeUndefined();
    expect(mine.seal('k', 1n)).toBeUndefined();
    expect(mine.seal('k', undefined)).toBeUndefined();
    expect(mine.seal('k', 'é'.repeat(MAX_VALUE_BYTES / 2))).toBeUndefined();
    const large = 'é'.repeat(MAX_VALUE_BYTES / 2 - 10);
    expect(mine.open('k', mine.seal('k', large))).toBe(large);
  });
});

it('the key of a resource is the same one for every instance, since webhooks do not know the instance', () => {
  expect(resourceKeyOf('user', 'user_1')).toMatch(/^nest-clerk:1:user:[\w-]{43}$/);
  expect(resourceKeyOf('user', 'user_1')).not.toBe(resourceKeyOf('organization', 'user_1'));
});
