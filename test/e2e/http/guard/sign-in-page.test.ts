import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { KNOWN_BROWSER, redirectTarget, SIGNED_OUT_PAGE_LOAD } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { startGuarded } from '../../../support/guarded-app.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(closeApps);

const start = (signInUrl?: string) => startGuarded({ ...local.keys, signInUrl });

describe('browser that loads a page which the guard rejects', () => {
  it('is redirected to the sign-in page with a return URL', async () => {
    const app = await start('https://accounts.example.com/sign-in');
    const { status, headers } = await app.get('/orders?page=2&x=%26', SIGNED_OUT_PAGE_LOAD);
    expect(status).toBe(302);
    expect(redirectTarget(headers.location)).toEqual({
      address: 'https://accounts.example.com/sign-in',
      query: { redirect_url: `http://127.0.0.1:${app.port}/orders?page=2&x=%26` },
    });
  });

  it('is redirected to a relative address with a relative Location, since the client sets the host', async () => {
    const app = await start('/sign-in');
    const { headers } = await app.get('/orders', { ...SIGNED_OUT_PAGE_LOAD, host: 'evil.example' });
    expect(redirectTarget(headers.location).address).toBe('/sign-in');
  });

  it('is redirected with the query and fragment of the sign-in URL', async () => {
    const app = await start('https://accounts.example.com/sign-in?theme=dark#/factor');
    const { headers } = await app.get('/orders', SIGNED_OUT_PAGE_LOAD);
    const location = new URL(headers.location!);
    expect(location.searchParams.get('theme')).toBe('dark');
    expect(location.searchParams.get('redirect_url')).toBe(`http://127.0.0.1:${app.port}/orders`);
    expect(location.hash).toBe('#/factor');
  });

  it('is answered 401 without a configured sign-in page', async () => {
    const { status, json } = await (await start()).get('/orders', SIGNED_OUT_PAGE_LOAD);
    expect({ status, reason: json.reason }).toEqual({
      status: 401,
      reason: 'session-token-and-uat-missing',
    });
  });

  it('gets the page after sign-in', async () => {
    const app = await start('/sign-in');
    const token = await local.issueSessionToken({ userId: 'user_alice' });
    expect((await app.get('/orders', { ...SIGNED_OUT_PAGE_LOAD, ...bearer(token) })).status).toBe(200);
  });
});

describe('redirect_url behind a proxy', () => {
  it.each([
    [
      'is the URL in the browser',
      { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'app.example.com' },
      'https://app.example.com/orders',
    ],
    [
      'is the URL of the outermost proxy',
      { 'x-forwarded-proto': 'https,http', 'x-forwarded-host': 'app.example.com, inner.local' },
      'https://app.example.com/orders',
    ],
    [
      'has the port of X-Forwarded-Host',
      { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'app.example.com:8443' },
      'https://app.example.com:8443/orders',
    ],
    [
      'has the Host header if only the scheme is forwarded',
      { 'x-forwarded-proto': 'https', host: 'app.example.com' },
      'https://app.example.com/orders',
    ],
  ])('%s', async (_, headers, expected) => {
    const app = await start('https://accounts.example.com/sign-in');
    const answer = await app.get('/orders', { ...SIGNED_OUT_PAGE_LOAD, ...headers });
    expect(redirectTarget(answer.headers.location).query.redirect_url).toBe(expected);
  });
});

describe('page load is recognized by', () => {
  const html = 'text/html,application/xhtml+xml,*/*;q=0.8';

  it.each([
    ['Sec-Fetch-Dest', { 'sec-fetch-dest': 'document', accept: html }],
    ['Sec-Fetch-Dest, with any Accept header', { 'sec-fetch-dest': 'document', accept: '*/*' }],
    ['Accept, for an old browser without Sec-Fetch-Dest', { accept: html }],
  ])('%s', async (_, headers) => {
    const app = await start('/sign-in');
    expect((await app.get('/orders', { cookie: KNOWN_BROWSER, ...headers })).status).toBe(302);
  });

  it.each([
    ['fetch() and XMLHttpRequest', 'GET', { 'sec-fetch-dest': 'empty', accept: 'application/json' }],
    ['a fetch() that accepts HTML', 'GET', { 'sec-fetch-dest': 'empty', accept: html }],
    ['an image', 'GET', { 'sec-fetch-dest': 'image', accept: 'image/*' }],
    ['an image that accepts HTML', 'GET', { 'sec-fetch-dest': 'image', accept: html }],
    ['a script', 'GET', { 'sec-fetch-dest': 'script' }],
    ['a call without any of the headers', 'GET', {}],
    ['a call that accepts anything', 'GET', { accept: '*/*' }],
    ['a call that prefers JSON', 'GET', { accept: 'application/json, text/html' }],
    ['a form submission', 'POST', { 'sec-fetch-dest': 'document', accept: html }],
    ['HEAD', 'HEAD', { 'sec-fetch-dest': 'document', accept: html }],
  ])('and not by %s', async (_, method, headers) => {
    const app = await start('/sign-in');
    const answer = await app.request('/orders', { method, headers: { cookie: KNOWN_BROWSER, ...headers } });
    expect({ status: answer.status, location: answer.headers.location }).toEqual({ status: 401 });
  });
});

describe('sign-in page does not redirect to itself', () => {
  it.each([
    ['at its path', '/sign-in', '/sign-in'],
    ['with any query', '/sign-in', '/sign-in?redirect_url=%2F'],
    ['with a trailing slash', '/sign-in', '/sign-in/'],
    ['with a trailing slash in the option', '/sign-in/', '/sign-in'],
    ['in another case', '/sign-in', '/Sign-In'],
    ['percent-encoded', '/sign-in', '/sign%2Din'],
    ['percent-encoded in the option', '/sign%2Din', '/sign-in'],
    ['the root', '/', '/'],
    ['the root without its slash', 'http://app.example.com', '/'],
    ['as an absolute URL of this host', 'http://app.example.com/sign-in', '/sign-in'],
  ])('%s', async (_, signInUrl, target) => {
    const app = await start(signInUrl);
    const { status, headers } = await app.get(target, { ...SIGNED_OUT_PAGE_LOAD, host: 'app.example.com' });
    expect({ status, location: headers.location }).toEqual({ status: 401 });
    expect(headers['www-authenticate']).toBe('Bearer realm="Clerk"');
  });

  it('but to a page with the same path on another host', async () => {
    const app = await start('https://accounts.example.com/sign-in');
    expect((await app.get('/sign-in', SIGNED_OUT_PAGE_LOAD)).status).toBe(302);
  });

  it.each(['https://', 'sign-in', 'javascript:alert(1)'])(
    'and does not start with an invalid URL: %s',
    signInUrl => expect(start(signInUrl)).rejects.toMatchObject({ code: 'option_invalid' }),
  );
});
