import { createClerkRequest } from '@clerk/backend/internal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { PAGE_LOAD, redirectTarget } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';
import { startWho } from '../../../support/who-app.js';

let app: RunningApp;

beforeAll(async () => {
  setEnvironment({});
  app = await startWho((await LocalClerk.create({ instanceType: 'production' })).keys);
});
afterAll(closeApps);

/** The return URL that the Frontend API receives. */
async function redirectUrlFor(headers: Record<string, string>, target = '/orders?page=2') {
  const { headers: answered } = await app.get(target, { ...PAGE_LOAD, cookie: '__client_uat=1', ...headers });
  return redirectTarget(answered.location).query.redirect_url;
}

/** The URL of such a request for `@clerk/backend`. */
function reference(headers: Record<string, string>, target = '/orders?page=2') {
  return createClerkRequest(new Request(`http://clerk-dummy${target}`, { headers })).clerkUrl.href;
}

describe('return URL of a handshake', () => {
  it.each<[string, Record<string, string>, string]>([
    ['of Host', {}, 'http://app.example:3000'],
    ['of X-Forwarded-Host', { 'x-forwarded-host': 'www.example' }, 'http://www.example'],
    ['of X-Forwarded-Proto', { 'x-forwarded-proto': 'https' }, 'https://app.example:3000'],
    [
      'of X-Forwarded-Host and X-Forwarded-Proto',
      { 'x-forwarded-host': 'www.example', 'x-forwarded-proto': 'https' },
      'https://www.example',
    ],
    [
      'of the first of several proxies',
      { 'x-forwarded-host': 'www.example, inner.example', 'x-forwarded-proto': 'https,http' },
      'https://www.example',
    ],
    ['with the forwarded port', { 'x-forwarded-host': 'www.example:8443' }, 'http://www.example:8443'],
    ['in lower case', { 'x-forwarded-host': 'WWW.Example' }, 'http://www.example'],
    [
      'without CloudFront-Forwarded-Proto, which @clerk/backend reads and does not use',
      { 'cloudfront-forwarded-proto': 'https' },
      'http://app.example:3000',
    ],
    [
      'without the Forwarded header (RFC 7239)',
      { forwarded: 'host=www.example;proto=https' },
      'http://app.example:3000',
    ],
  ])('has the origin %s', async (_what, forwarded, origin) => {
    const headers = { host: 'app.example:3000', ...forwarded };

    expect(await redirectUrlFor(headers)).toBe(`${origin}/orders?page=2`);
    expect(reference(headers)).toBe(`${origin}/orders?page=2`);
  });

  it.each<Record<string, string>>([
    { 'x-forwarded-host': '' },
    { 'x-forwarded-host': ', www.example' },
    { 'x-forwarded-host': 'not a host' },
    { 'x-forwarded-host': 'www.example/path?' },
    { 'x-forwarded-host': 'user@www.example' },
    { 'x-forwarded-host': '[::1]' },
    { 'x-forwarded-host': '999.999.999.999' },
    { 'x-forwarded-host': 'www.example:99999' },
    { 'x-forwarded-proto': ',https' },
    { 'x-forwarded-proto': 'https:' },
    { 'x-forwarded-proto': ' ' },
    { host: 'not%a host' },
  ])('equals that of @clerk/backend if a proxy sends %j', async forwarded => {
    const headers = { host: 'app.example:3000', ...forwarded };

    expect(await redirectUrlFor(headers)).toBe(reference(headers));
  });

  it.each(['/', '/a%20b/c?d=%26&e', '/..%2f?__clerk_db_jwt=x&f=1', '/ä?q=ö'])(
    'has the path and the query of %s, without the dev browser token',
    async target => {
      const encoded = encodeURI(target);

      const [path, query] = (await redirectUrlFor({ host: 'app.example' }, encoded))!.split('?');

      const expected = new URL(reference({ host: 'app.example' }, encoded));
      expected.searchParams.delete('__clerk_db_jwt');
      expect([path, query]).toEqual(
        expected.href
          .split('?')
          .concat([undefined as never])
          .slice(0, 2),
      );
    },
  );
});
