import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { ClerkError } from '../../../lib/errors/clerk-error.js';
import { apiPath } from '../../../lib/backend-api/transport/path.js';

describe('apiPath', () => {
  it('returns the template unchanged without ids', () => {
    expect(apiPath`/users/count`.encode()).toBe('/users/count');
  });

  it('inserts each id', () => {
    expect(apiPath`/users/${'user_1'}/passkeys/${'idn_2'}`.encode()).toBe('/users/user_1/passkeys/idn_2');
  });

  it.each([
    ['a?b#c', 'a%3Fb%23c'],
    ['a/b', 'a%2Fb'],
    ['a\\b', 'a%5Cb'],
    ['//evil.test', '%2F%2Fevil.test'],
    ['@evil.test:80', '%40evil.test%3A80'],
    ['100%', '100%25'],
    ['a%2Fb', 'a%252Fb'],
    ['a b', 'a%20b'],
    ['...', '...'],
    ['a..b', 'a..b'],
    ['é', '%C3%A9'],
  ])('keeps %p in one path segment', (id, segment) => {
    expect(apiPath`/users/${id}/ban`.encode()).toBe(`/users/${segment}/ban`);
    const url = new URL(`https://api.clerk.com/v1${apiPath`/users/${id}/ban`.encode()}`);
    expect(url.host).toBe('api.clerk.com');
    expect(url.pathname.split('/')).toHaveLength(5);
  });

  it.each([
    '',
    '.',
    '..',
    '../x',
    'x/..',
    'x\\..\\y',
    '%2e',
    '%2e%2e',
    '%2E.',
    '%252e%252e',
    'x%2f..%2fy',
    '\ud800',
    undefined,
    null,
    0,
    7,
    {},
    ['user_1'],
  ])('rejects %p', id => {
    const encode = () => apiPath`/users/${id as string}`.encode();
    expect(encode).toThrow(ClerkError);
    expect(encode).toThrow(expect.objectContaining({ code: 'resource_id_invalid' }));
  });

  it('rejects an id with a dot segment, however often it is encoded', () => {
    const id = Array.from({ length: 30 }).reduce<string>(encoded => encodeURIComponent(encoded), '/..');
    expect(() => apiPath`/users/${id}`.encode()).toThrow(ClerkError);
  });

  it('names the position of an invalid id but not the id', () => {
    const path = apiPath`/users/${'user_private'}/passkeys/${'..'}`;
    expect(() => path.encode()).toThrow('ID 2 of /users/{id}/passkeys/{id} must not');
    expect(inspect(path)).not.toContain('user_private');
  });
});
