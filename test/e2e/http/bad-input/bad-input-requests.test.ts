import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { LocalClerk } from 'nest-clerk/testing';

import { bearer, sessionCookie, startNestApp } from '../../../support/nest-app.js';
import type { Middleware } from '../../../support/nest-app.js';
import { sendRaw } from '../../../support/raw-http.js';
import type { RawRequest } from '../../../support/raw-http.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningNestApp } from '../../../support/running-app.js';

let local: LocalClerk;
let app: RunningNestApp;
let token: string;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }, { id: 'user_bob' }] });
  app = await startNestApp(local.keys);
  token = await local.issueSessionToken({ userId: 'user_alice', expiresIn: 3600 });
});

afterAll(closeApps);

async function ask(request: RawRequest) {
  const { status, headers, body } = await sendRaw(app.port, request);
  const auth = (body.startsWith('{') ? JSON.parse(body) : {}) as Record<string, unknown>;
  return { status, headers, auth };
}

describe('request target', () => {
  const headers = () => [`Authorization: Bearer ${token}`];

  it.each(['//', '///', '/\\', 'http://user:password@example.com/', 'http://user@example.com/guarded'])(
    '%s is not a URL and is answered 400',
    async target => {
      expect((await ask({ target, headers: headers() })).status).toBe(400);
      expect((await ask({ target })).status).toBe(400);
    },
  );

  it.each([
    '/%',
    '/%zz',
    '/%00',
    '/../..',
    '/a//b',
    '/?%',
    '/?a=%zz',
    '/#',
    '/\'"<>',
    '/%E0%A4',
    'http://h/x',
    '*',
  ])('%s is unusual and is answered below 500', async target => {
    for (const request of [{ target }, { target, headers: headers() }]) {
      const { status, auth } = await ask(request);
      expect(status).toBeLessThan(500);
      // A target that the router rejects never reaches a handler.
      if (status === 200) expect(auth.isAuthenticated).toBe('headers' in request);
    }
  });

  it.each(['TRACE', 'TRACK'])('with the method %s is answered 400', async method => {
    expect((await ask({ method, headers: headers() })).status).toBe(400);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND', 'HEAD'])(
    'with the method %s is authenticated as with GET',
    async method => {
      const { status, headers: answered } = await ask({ method, headers: ['Content-Length: 0'] });
      expect(status).toBe(200);
      expect(answered['x-clerk-auth-status']).toEqual(['signed-out']);
    },
  );

  it('is authenticated behind proxies that send invalid forwarding headers', async () => {
    for (const host of ['a b', '[', 'a@b', '::1', '%', 'x'.repeat(5000)]) {
      const forwarded = [`X-Forwarded-Host: ${host}`, `X-Forwarded-Proto: ${host}`];
      expect((await ask({ headers: forwarded })).status).toBe(200);
      expect((await ask({ headers: [...forwarded, ...headers()] })).auth.userId).toBe('user_alice');
    }
  });
});

describe('cookies', () => {
  const rest = '__client_uat=1; __clerk_db_jwt=dvb_1';

  it('the first of two cookies with the same name counts', async () => {
    const other = await local.issueSessionToken({ userId: 'user_bob' });

    for (const headers of [
      [`Cookie: __session=${token}; ${rest}; __session=${other}`],
      [`Cookie: __session=${token}; ${rest}`, `Cookie: __session=${other}`],
      [`Cookie: __session=${token}; ${rest}; __session=garbage; __client_uat=0`],
    ]) {
      expect((await ask({ headers })).auth.userId).toBe('user_alice');
    }
    const { auth } = await ask({ headers: [`Cookie: __session=garbage; __session=${token}; ${rest}`] });
    expect(auth.isAuthenticated).toBe(false);
  });

  it.each(['%', '%zz', '%E0%A4%A', '%u0041', '%00', '%0d%0aset-cookie:%20a=b'])(
    'with the broken percent-encoding %s are signed out',
    async broken => {
      for (const name of ['__session', '__client_uat', '__clerk_db_jwt', '__clerk_redirect_count', 'other']) {
        const { status, auth, headers } = await ask({ headers: [`Cookie: ${name}=${broken}; ${rest}`] });
        expect([name, status, auth.isAuthenticated]).toEqual([name, 200, false]);
        expect(headers['set-cookie']).toBeUndefined();
      }
      const { auth } = await ask({ headers: [`Cookie: other=${broken}; __session=${token}; ${rest}`] });
      expect(auth.userId).toBe('user_alice');
    },
  );

  it('cannot be forged by an encoded semicolon in another cookie', async () => {
    const forged = encodeURIComponent(`x; __session=${token}; ${rest}`);

    expect((await ask({ headers: [`Cookie: theme=${forged}`] })).auth.isAuthenticated).toBe(false);
  });

  it.each(['', '=', ';', ';;;', '__session', '__session=', '=__session', '\xe9\xff', '__proto__=x', '"'])(
    'invalid ones are signed out: %j',
    async cookie => {
      expect((await ask({ headers: [`Cookie: ${cookie}`] })).auth.isAuthenticated).toBe(false);
    },
  );

  it.each(['NaN', '-1', '1e9', '0x10', 'Infinity', '99999999999999999999', '{}', 'null'])(
    'with the __client_uat %s get a response',
    async uat => {
      const cookie = `Cookie: __session=${token}; __clerk_db_jwt=dvb_1; __client_uat=${uat}`;
      const { status, headers, auth } = await ask({ headers: [cookie] });

      expect(status).toBe(200);
      expect(auth.isAuthenticated).toBe(headers['x-clerk-auth-status'] === undefined);
    },
  );
});

describe('credentials in other places', () => {
  it("headers with Clerk's names are ignored", async () => {
    const headers = [
      'x-clerk-auth-status: signed-in',
      'x-clerk-auth-reason: none',
      'x-clerk-auth-message: fine',
      `x-clerk-auth-token: ${token}`,
      'x-clerk-clerk-url: http://evil.example',
      'x-clerk-user-id: user_alice',
      'x-middleware-subrequest: middleware',
    ];

    const { status, auth, headers: answered } = await ask({ headers });

    expect(status).toBe(200);
    expect(auth).toMatchObject({ isAuthenticated: false, userId: null });
    expect(answered['x-clerk-auth-status']).toEqual(['signed-out']);
    expect(answered['x-clerk-auth-reason']).toEqual(['dev-browser-missing']);
    expect((await ask({ target: '/guarded', headers })).status).toBe(401);
  });

  it('only the first of two Authorization headers is read', async () => {
    const { auth } = await ask({
      headers: ['Authorization: Bearer garbage', `Authorization: Bearer ${token}`],
    });

    expect(auth.isAuthenticated).toBe(false);
  });

  it('query and body are ignored', async () => {
    const { auth } = await ask({ target: `/?__session=${token}&token=${token}&userId=user_alice` });

    expect(auth.isAuthenticated).toBe(false);
  });
});

describe('req.auth of another library', () => {
  const evil = { userId: 'user_mallory', isAuthenticated: true, sessionId: 'sess_1' };

  it.each<[string, () => unknown]>([
    ['an object', () => evil],
    ['a function', () => () => evil],
    ['a function with fields', () => Object.assign(() => evil, evil)],
    ['a frozen object', () => Object.freeze({ ...evil })],
    ['a string', () => 'user_mallory'],
    ['null', () => null],
  ])('is not used as the auth state: %s', async (_what, auth) => {
    const before: Middleware = (request, _response, next) => {
      Object.assign(request, { auth: auth() });
      next();
    };
    const warn = jest.fn();
    const logger = { log: jest.fn(), error: jest.fn(), warn, debug: jest.fn(), verbose: jest.fn() };
    const polluted = await startNestApp(local.keys, { before, logger });

    const signedOut = await polluted.get('/');
    const guarded = await polluted.get('/guarded');
    const signedIn = await polluted.get('/', bearer(token));
    const byCookie = await polluted.get('/', sessionCookie(token));

    expect(signedOut.json).toMatchObject({ isAuthenticated: false, userId: null });
    expect(guarded.status).toBe(401);
    expect(signedIn.json.userId).toBe('user_alice');
    expect(byCookie.json.userId).toBe('user_alice');
    expect(warn.mock.calls.filter(([message]) => String(message).includes('req.auth'))).toHaveLength(1);
  });
});

it('any drawn request is answered below 500, signed out, with our headers only', async () => {
  const byte = fc.integer({ min: 0x20, max: 0xff }).filter(code => code !== 0x7f);
  const bytes = fc.array(byte, { maxLength: 60 }).map(codes => String.fromCharCode(...codes));
  const cut = fc.tuple(fc.nat(), bytes).map(([at, junk]) => {
    const index = at % token.length;
    return token.slice(0, index) + junk.slice(0, 3) + token.slice(index + 1);
  });
  const value = fc.oneof(
    bytes,
    cut,
    fc.base64String().map(text => `${text}.${text}.${text}`),
  );
  const name = fc.constantFrom(
    ...['Authorization', 'Cookie', 'X-Forwarded-Host', 'X-Forwarded-Proto', 'Origin', 'Referer', 'Accept'],
    ...['Sec-Fetch-Dest', 'x-clerk-auth-status', 'CloudFront-Forwarded-Proto'],
  );
  const line = fc.oneof(
    fc.tuple(name, value).map(([header, text]) => `${header}: ${text}`),
    value.map(text => `Authorization: Bearer ${text}`),
    value.map(text => `Cookie: __session=${text}; __client_uat=1; __clerk_db_jwt=dvb_1`),
  );

  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 4 }), async headers => {
      fc.pre(!headers.some(text => text.includes(token)));
      const { status, auth, headers: answered } = await ask({ headers });
      expect(status).toBeLessThan(500);
      expect(auth.isAuthenticated ?? false).toBe(false);
      expect(answered['set-cookie'] ?? []).toEqual(
        status === 307 ? [expect.stringContaining('__clerk_redirect_count')] : [],
      );
    }),
    { numRuns: 300 },
  );
});
