import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { KNOWN_BROWSER } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { startGuarded } from '../../../support/guarded-app.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';

let local: LocalClerk;
let app: RunningApp;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  app = await startGuarded({ ...local.keys });
});
afterAll(closeApps);

const expired = () => local.issueSessionToken({ userId: 'user_alice', expiresIn: -60 });

describe('API call without a token', () => {
  it("is answered 401 with Nest's JSON body and the reason", async () => {
    const { status, headers, json } = await app.get('/orders');
    expect(status).toBe(401);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(json).toEqual({
      statusCode: 401,
      message: 'Unauthenticated',
      error: 'Unauthorized',
      reason: 'dev-browser-missing',
      hint: 'Send a session token (in a frontend: `await getToken()`) in the header `Authorization: Bearer <token>`.',
    });
  });

  it('gets a challenge with the scheme and no error (RFC 6750, section 3.1)', async () => {
    expect((await app.get('/orders')).headers['www-authenticate']).toBe('Bearer realm="Clerk"');
  });

  it('with the cookies of a signed-out browser has the reason session-token-and-uat-missing', async () => {
    const { json } = await app.get('/orders', { cookie: KNOWN_BROWSER });
    expect(json.reason).toBe('session-token-and-uat-missing');
  });
});

describe('API call with a rejected token', () => {
  it('gets a challenge with the reason as error description', async () => {
    const { status, headers, json } = await app.get('/orders', bearer(await expired()));
    const reason = 'session-token-expired-refresh-non-eligible-no-refresh-cookie';
    expect({ status, reason: json.reason }).toEqual({ status: 401, reason });
    expect(headers['www-authenticate']).toBe(
      `Bearer realm="Clerk", error="invalid_token", error_description="${reason}"`,
    );
  });

  it.each([
    ['that is not a token', 'not-a-token', 'token-invalid'],
    ['that contains a quote', 'a"b', 'token-invalid'],
    ['of another type', 'ak_unknown', 'token-type-mismatch'],
  ])('with a token %s gets a reason code without the token', async (_, token, reason) => {
    const { status, headers, json, text } = await app.get('/orders', bearer(token));
    expect({ status, reason: json.reason }).toEqual({ status: 401, reason });
    expect(headers['www-authenticate']).toMatch(
      /^Bearer realm="Clerk", error="invalid_token", error_description="[a-z-]+"$/,
    );
    expect(text).not.toContain(token);
  });

  it('has the same reason in body, challenge and x-clerk-auth-reason', async () => {
    const { headers, json } = await app.get('/orders', bearer(await expired()));
    expect(headers['x-clerk-auth-reason']).toBe(json.reason);
    expect(headers['www-authenticate']).toContain(json.reason);
  });
});

describe('rejection of any method', () => {
  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    '%s is answered 401 in JSON',
    async method => {
      const { status, json, headers } = await app.request('/orders', { method });
      expect({ status, message: json.message }).toEqual({ status: 401, message: 'Unauthenticated' });
      expect(headers['www-authenticate']).toBe('Bearer realm="Clerk"');
    },
  );

  it('HEAD is answered 401 with the headers and no body', async () => {
    const { status, text, headers } = await app.request('/orders', { method: 'HEAD' });
    expect({ status, text }).toEqual({ status: 401, text: '' });
    expect(headers['www-authenticate']).toBe('Bearer realm="Clerk"');
  });

  it('TRACE is answered 400, because no web request can have it', async () => {
    expect((await app.request('/orders', { method: 'TRACE' })).status).toBe(400);
  });

  it('a request with a body is answered 401', async () => {
    const { status } = await app.request('/orders', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"any":true}',
    });
    expect(status).toBe(401);
  });
});

it('a rejection sets no cookie, because a cache might serve it to others', async () => {
  const { headers } = await app.get('/orders', bearer(await expired()));
  expect(headers['set-cookie']).toBeUndefined();
});
