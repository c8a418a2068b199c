import { describe, expect, it } from '@jest/globals';
import { ClerkError } from '../../../lib/errors/clerk-error.js';
import { toQueryString } from '../../../lib/backend-api/transport/query.js';

describe('toQueryString', () => {
  it('sends false, 0 and empty strings, and omits undefined and null', () => {
    expect(toQueryString({ banned: false, offset: 0, query: '', limit: undefined, orderBy: null })).toBe(
      '?banned=false&offset=0&query=',
    );
  });

  it('repeats a parameter for each value of an array', () => {
    expect(toQueryString({ userId: ['user_1', undefined, 'user_2'], externalId: [] })).toBe(
      '?user_id=user_1&user_id=user_2',
    );
  });

  it.each([
    ['emailAddress', 'email_address'],
    ['web3Wallet', 'web3_wallet'],
    ['lastSignInAtAfter', 'last_sign_in_at_after'],
    ['redirectURL', 'redirect_url'],
    ['ssoURLPath', 'sso_url_path'],
    ['last_active_at_since', 'last_active_at_since'],
  ])('sends %s as %s', (name, wireName) => {
    expect(toQueryString({ [name]: 'x' })).toBe(`?${wireName}=x`);
  });

  it('sends a date in milliseconds', () => {
    expect(toQueryString({ createdAtAfter: new Date('2026-01-02T03:04:05.006Z') })).toBe(
      '?created_at_after=1767323045006',
    );
  });

  it('encodes values', () => {
    expect(toQueryString({ orderBy: '+created_at', query: 'a&b=c#d é' })).toBe(
      '?order_by=%2Bcreated_at&query=a%26b%3Dc%23d+%C3%A9',
    );
  });

  it('is empty without parameters', () => {
    expect(toQueryString(undefined)).toBe('');
    expect(toQueryString({ limit: undefined, userId: [] })).toBe('');
  });

  it.each([[{}], [NaN], [Infinity], [new Date(NaN)], [() => 1], [[['nested']]]])(
    'rejects %p and names the parameter',
    value => {
      const write = () => toQueryString({ createdAtAfter: value });
      expect(write).toThrow(ClerkError);
      expect(write).toThrow('"createdAtAfter"');
    },
  );
});
