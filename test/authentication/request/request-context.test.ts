import { createClerkRequest } from '@clerk/backend/internal';
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { LocalClerk } from 'nest-clerk/testing';

import { isRepresentable } from '../../../lib/authentication/request/public-url.js';
import { MINUTE, SECOND, stopClock } from '../../support/clock.js';
import type { StoppedClock } from '../../support/clock.js';
import { incomingRequest, requestContext } from '../support.js';

let local: LocalClerk;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }, { id: 'user_bob' }] });
});

describe('bearer token of the Authorization header', () => {
  it.each([
    ['Bearer abc', 'abc'],
    ['abc', 'abc'],
    ['Bearer', 'Bearer'],
    ['Bearer abc def', 'abc'],
    ['bearer abc', 'abc'],
    ['BEARER abc', 'abc'],
    ['Basic abc', undefined],
    ['Bearer   abc', 'abc'],
    ['bearer  abc  def', 'abc'],
    ['Bearer  ', 'Bearer'],
    ['Basic  abc', undefined],
    [' Bearer abc', undefined],
    ['Bearer\tabc', 'Bearer\tabc'],
    ['', undefined],
    [undefined, undefined],
  ])('reads %j as %j', (authorization, token) => {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };

    expect(requestContext(local, { headers }).tokenInHeader).toBe(token);
  });
});

describe('public URL of a request', () => {
  it.each([
    [{}, 'http://clerk-dummy/a?b=1'],
    [{ host: 'app.example.com:8080' }, 'http://app.example.com:8080/a?b=1'],
    [{ host: 'inside', 'x-forwarded-host': 'app.example.com' }, 'http://app.example.com/a?b=1'],
    [{ host: 'app.example.com', 'x-forwarded-proto': 'https' }, 'https://app.example.com/a?b=1'],
    [{ host: 'inside', 'x-forwarded-host': 'first.example, second.example' }, 'http://first.example/a?b=1'],
    [{ host: 'app.example.com', 'x-forwarded-proto': 'https, http' }, 'https://app.example.com/a?b=1'],
    [{ host: 'not a host' }, 'http://clerk-dummy/a?b=1'],
    [{ host: 'app.example.com', 'x-forwarded-proto': 'not a scheme' }, 'http://clerk-dummy/a?b=1'],
  ])('with %j is %s', (headers, href) => {
    expect(requestContext(local, { target: '/a?b=1', headers }).url.href).toBe(href);
  });

  it('equals that of @clerk/backend', () => {
    const host = fc.constantFrom(
      'app.example.com',
      'app.example.com:8080',
      'a.example, b.example',
      ',b',
      '',
      'x y',
      '[::1]',
      'user@h',
      '/',
      '?',
    );
    const proto = fc.constantFrom('https', 'http', 'https,http', '', ',', 'ftp', 'javascript', 'a b');
    const drawn = fc.record({
      target: fc.constantFrom('/', '/a/b?c=d', '/a//b', '/%2e%2e/x', '/a?b#c', 'http://other.example/x'),
      headers: fc.record(
        { host, 'x-forwarded-host': host, 'x-forwarded-proto': proto },
        { requiredKeys: [] },
      ),
    });

    fc.assert(
      fc.property(drawn, ({ target, headers }) => {
        const url = new URL(target, 'http://clerk-dummy');
        const reference = createClerkRequest(new Request(url, { headers })).clerkUrl.href;
        expect(requestContext(local, { target, headers }).url.href).toBe(reference);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['/', true],
    ['/a//b', true],
    ['*', true],
    ['http://example.com/a', true],
    ['//', false],
    ['///', false],
    ['/\\', false],
    ['http://user:password@example.com/a', false],
    ['//user@example.com/a', false],
    ['http://', false],
  ])('is a valid URL for the request target %j: %j', (target, isPossible) => {
    expect(isRepresentable(incomingRequest({ target }))).toBe(isPossible);
  });
});

describe('choice between suffixed and plain cookies', () => {
  let clock: StoppedClock;
  let suffix: string;

  beforeEach(() => {
    clock = stopClock();
    suffix = requestContext(local, {}).instance.cookieNames.suffixedSession.replace('__session', '');
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** Which of the two sets of cookies is used. */
  function trusted(cookies: Record<string, string>, by = local): 'suffixed' | 'plain' {
    const header = Object.entries(cookies)
      .map(([name, value]) => `${name.replace('*', suffix)}=${value}`)
      .join('; ');
    const context = requestContext(by, { headers: { cookie: header } });
    return context.trustsSuffixedCookies ? 'suffixed' : 'plain';
  }

  it('takes the plain cookies if the suffixed ones are missing or hold no token', async () => {
    const token = await local.issueSessionToken({ userId: 'user_alice' });
    const withoutIssuer = await local.signJwt({ sub: 'user_alice' });

    expect(trusted({})).toBe('plain');
    expect(trusted({ __session: token, __client_uat: '1' })).toBe('plain');
    expect(trusted({ __session: 'garbage', '__session*': token, '__client_uat*': '1' })).toBe('plain');
    expect(trusted({ __session: withoutIssuer, '__session*': token, '__client_uat*': '1' })).toBe('plain');
  });

  it('takes the suffixed cookies if the plain token has another issuer', async () => {
    const other = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
    const token = await other.issueSessionToken({ userId: 'user_alice' });

    expect(trusted({ __session: token })).toBe('suffixed');
    expect(trusted({ __session: await local.signJwt({ iss: 5 }) })).toBe('suffixed');
  });

  it('takes the newer token if both are signed in', async () => {
    const older = await local.issueSessionToken({ userId: 'user_alice' });
    clock.advance(SECOND);
    const newer = await local.issueSessionToken({ userId: 'user_bob' });
    const uats = { __client_uat: '1', '__client_uat*': '1' };

    expect(trusted({ ...uats, __session: older, '__session*': newer })).toBe('suffixed');
    expect(trusted({ ...uats, __session: newer, '__session*': older })).toBe('plain');
    expect(trusted({ ...uats, __session: older, '__session*': older })).toBe('suffixed');
  });

  it('takes the plain cookies if only the suffixed ones say signed out', async () => {
    const token = await local.issueSessionToken({ userId: 'user_alice' });

    expect(trusted({ __session: token, __client_uat: '1', '__client_uat*': '0' })).toBe('plain');
    expect(trusted({ __client_uat: '0', '__client_uat*': '0' })).toBe('suffixed');
  });

  it('takes the plain cookies in development after a sign-out that left an expired suffixed token', async () => {
    const production = await LocalClerk.create({ instanceType: 'production', users: [{ id: 'user_alice' }] });
    for (const [instance, answer] of [
      [local, 'plain'],
      [production, 'suffixed'],
    ] as const) {
      suffix = requestContext(instance, {}).instance.cookieNames.suffixedSession.replace('__session', '');
      const token = await instance.issueSessionToken({ userId: 'user_alice' });
      const cookies = { __client_uat: '0', '__client_uat*': '1', '__session*': token };

      expect(trusted(cookies, instance)).toBe('suffixed');
      clock.advance(MINUTE);
      expect(trusted(cookies, instance)).toBe(answer);
    }
  });

  it('takes the plain cookies if the suffixed __client_uat is missing', async () => {
    const token = await local.issueSessionToken({ userId: 'user_alice' });

    expect(trusted({ '__session*': token })).toBe('plain');
  });
});
