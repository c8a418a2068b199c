import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import express from 'express';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { clerkMiddleware, createClerkClient, getAuth } from 'nest-clerk/express';
import type { ClerkMiddlewareOptions, ClerkMiddlewareOptionsCallback } from 'nest-clerk/express';
import { LocalClerk } from 'nest-clerk/testing';

import { PAGE_LOAD, redirectTarget } from '../../support/browser.js';
import { setEnvironment } from '../../support/environment.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps, listen } from '../../support/running-app.js';

let local: LocalClerk;
let other: LocalClerk;
let alice: { authorization: string };

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  other = await LocalClerk.create({ users: [{ id: 'user_bob' }] });
});
beforeEach(async () => {
  setEnvironment({});
  alice = bearer(await local.issueSessionToken({ userId: 'user_alice' }));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await closeApps();
});

/** Responds with the result of getAuth(). */
const who: RequestHandler = (request, response) => {
  const auth = getAuth(request);
  response.json({ userId: auth.userId, ...auth.debug() });
};

/** Responds with the argument of `next`. */
const tellError: ErrorRequestHandler = (error: Error & { code?: string }, _request, response, _next) => {
  response.status(500).json({ name: error.name, code: error.code, message: error.message });
};

function start(...middleware: RequestHandler[]) {
  const app = express();
  for (const each of middleware) app.use(each);
  app.get('/{*path}', who);
  app.use(tellError);
  return listen(app);
}

describe('clerkMiddleware(options)', () => {
  it('authenticates every request and rejects none', async () => {
    const app = await start(clerkMiddleware({ ...local.keys }));
    expect((await app.get('/any', alice)).json.userId).toBe('user_alice');
    const { status, json, headers } = await app.get('/any');
    expect({ status, userId: json.userId }).toEqual({ status: 200, userId: null });
    expect(headers['x-clerk-auth-status']).toBe('signed-out');
  });

  it('responds itself with the redirect of a handshake', async () => {
    const app = await start(clerkMiddleware({ ...local.keys }));
    const { status, headers, text } = await app.get('/any?x=1', PAGE_LOAD);
    expect({ status, text }).toEqual({ status: 307, text: '' });
    expect(redirectTarget(headers.location)).toMatchObject({
      address: `https://${local.frontendApi}/v1/client/handshake`,
      query: { redirect_url: `http://127.0.0.1:${app.port}/any?x=1` },
    });
  });

  it('reads missing options from the environment when it is called', async () => {
    setEnvironment({ CLERK_SECRET_KEY: local.secretKey, CLERK_PUBLISHABLE_KEY: local.publishableKey });
    const middleware = clerkMiddleware({ fetch: local.fetch });
    setEnvironment({});
    expect((await (await start(middleware)).get('/', alice)).json.userId).toBe('user_alice');
  });

  it('throws immediately for invalid options', () => {
    expect(() => clerkMiddleware()).toThrow(expect.objectContaining({ code: 'secret_key_missing' }));
    expect(() => clerkMiddleware({ ...local.keys, secretKey: local.publishableKey })).toThrow(
      expect.objectContaining({ code: 'secret_key_invalid' }),
    );
  });
});

describe('clerkMiddleware(request => options)', () => {
  const byHost = (host: string | undefined) => (host === 'other.example' ? other.keys : local.keys);

  it.each<[string, ClerkMiddlewareOptionsCallback]>([
    ['synchronously', request => ({ ...byHost(request.headers.host) })],
    ['later', async request => ({ ...byHost(request.headers.host) })],
    ["by Express's hostname", request => ({ ...byHost(request.hostname) })],
  ])('uses the options of each request: %s', async (_, options) => {
    const app = await start(clerkMiddleware(options));
    const bob = bearer(await other.issueSessionToken({ userId: 'user_bob' }));
    const ask = async (host: string, token: object) => (await app.get('/', { host, ...token })).json.userId;
    expect(await ask('mine.example', alice)).toBe('user_alice');
    expect(await ask('other.example', bob)).toBe('user_bob');
    expect(await ask('other.example', alice)).toBeNull();
    expect(await ask('mine.example', bob)).toBeNull();
  });

  it('reads missing options from the environment for each request', async () => {
    const app = await start(clerkMiddleware(() => ({ fetch: local.fetch })));
    expect((await app.get('/', alice)).json).toMatchObject({ code: 'secret_key_missing' });
    setEnvironment({ CLERK_SECRET_KEY: local.secretKey, CLERK_PUBLISHABLE_KEY: local.publishableKey });
    expect((await app.get('/', alice)).json.userId).toBe('user_alice');
  });

  it.each<[string, ClerkMiddlewareOptionsCallback]>([
    [
      'throws',
      () => {
        throw new TypeError('no such tenant');
      },
    ],
    ['rejects', () => Promise.reject(new TypeError('no such tenant'))],
  ])('passes an error to next() if the function %s', async (_, options) => {
    const { status, json } = await (await start(clerkMiddleware(options))).get('/', alice);
    expect({ status, json }).toEqual({
      status: 500,
      json: { name: 'TypeError', message: 'no such tenant' },
    });
  });
});

describe('clerkMiddleware({ clerkClient })', () => {
  it('uses the keys and the URL of the client', async () => {
    const clerkClient = createClerkClient({ ...local.keys });
    const app = await start(clerkMiddleware({ clerkClient }));
    expect((await app.get('/', alice)).json.userId).toBe('user_alice');
  });

  it('prefers its options to those of the client, and those to the environment', async () => {
    setEnvironment({ CLERK_SECRET_KEY: other.secretKey, CLERK_SIGN_UP_URL: '/join' });
    const clerkClient = createClerkClient({ ...local.keys, signInUrl: '/of-client' });
    const options: ClerkMiddlewareOptions = { clerkClient, signInUrl: '/of-options' };
    const { json } = await (await start(clerkMiddleware(options))).get('/', alice);
    expect(json).toMatchObject({ userId: 'user_alice', signInUrl: '/of-options', signUpUrl: '/join' });
  });
});

describe('clerkMiddleware() in an Express application', () => {
  it('mounted below a path, uses the full URL of the request', async () => {
    const app = express();
    app.use('/api', clerkMiddleware({ ...local.keys }), who);
    const running = await listen(app);
    expect((await running.get('/api/any', alice)).json.userId).toBe('user_alice');
    const { headers } = await running.get('/api/any', PAGE_LOAD);
    expect(redirectTarget(headers.location).query.redirect_url).toBe(
      `http://127.0.0.1:${running.port}/api/any`,
    );
  });

  it('works in a router inside another router', async () => {
    const inner = express.Router().use(clerkMiddleware({ ...local.keys }), who);
    const outer = express.Router().use('/v1', inner);
    const running = await listen(express().use('/api', outer));
    const { headers } = await running.get('/api/v1/any', PAGE_LOAD);
    expect(redirectTarget(headers.location).query.redirect_url).toMatch(/\/api\/v1\/any$/);
  });

  it('authenticates a request once if two middlewares have the same configuration', async () => {
    const seen: unknown[] = [];
    const remember: RequestHandler = (request, _response, next) => {
      seen.push(getAuth(request));
      next();
    };
    const options = { ...local.keys, authorizedParties: ['https://app.example.com'] };
    const second = clerkMiddleware({ ...options, authorizedParties: [...options.authorizedParties] });
    const app = await start(clerkMiddleware(options), remember, second, remember);
    const { headers } = await app.get('/');
    expect(headers['x-clerk-auth-status']).toBe('signed-out');
    expect(seen).toHaveLength(2);
    expect(seen[1]).toBe(seen[0]);
  });

  it('authenticates a request again for another instance', async () => {
    const app = await start(clerkMiddleware({ ...local.keys }), clerkMiddleware({ ...other.keys }));
    const { json, headers } = await app.get('/', alice);
    expect(json.userId).toBeNull();
    expect(headers['x-clerk-auth-status']).toBe('signed-out');
  });

  it("warns once about another library's req.auth and does not change it", async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
    const jwtLibrary: RequestHandler = (request, _response, next) => {
      Object.assign(request, { auth: { userId: 'user_mallory' } });
      next();
    };
    const app = await start(jwtLibrary, clerkMiddleware({ ...local.keys }));
    expect((await app.get('/')).json.userId).toBeNull();
    expect((await app.get('/', alice)).json.userId).toBe('user_alice');
    expect(warn.mock.calls).toEqual([[expect.stringContaining('`req.auth` was already set')]]);
    const { text } = await (
      await start(jwtLibrary, clerkMiddleware({ ...local.keys }), (request, response) => {
        response.send((request as { auth?: { userId?: string } }).auth?.userId);
      })
    ).get('/');
    expect(text).toBe('user_mallory');
  });

  it('works after express.json(), which reports its own errors', async () => {
    const app = await start(express.json(), clerkMiddleware({ ...local.keys }));
    const headers = { 'content-type': 'application/json', ...alice };
    const answer = await app.request('/', { method: 'POST', headers, body: '{' });
    expect(answer.json.name).toBe('SyntaxError');
  });
});

describe('clerkMiddleware() without Express', () => {
  it('runs on plain node:http', async () => {
    const authenticate = clerkMiddleware({ ...local.keys });
    const app = await listen((request, response) => {
      authenticate(request, response, error => {
        response.statusCode = error ? 500 : 200;
        response.end(JSON.stringify({ userId: error ? null : getAuth(request).userId }));
      });
    });
    expect((await app.get('/', alice)).json).toEqual({ userId: 'user_alice' });
    expect((await app.get('/')).json).toEqual({ userId: null });
    expect((await app.get('/', PAGE_LOAD)).status).toBe(307);
  });

  it('passes an error to the callback', async () => {
    const authenticate = clerkMiddleware(() => ({}));
    const app = await listen((request, response) => {
      authenticate(request, response, error => response.end((error as { code: string }).code));
    });
    expect((await app.get('/')).text).toBe('secret_key_missing');
  });

  it('works in a Connect chain', async () => {
    type Handler = (request: object, response: { end(text: string): void }, next: () => void) => void;
    const chain: Handler[] = [
      clerkMiddleware({ ...local.keys }) as Handler,
      (request, response) => response.end(String(getAuth(request).userId)),
    ];
    const app = await listen((request, response) => {
      const run = (index: number) => chain[index]?.(request, response, () => run(index + 1));
      run(0);
    });
    expect((await app.get('/', alice)).text).toBe('user_alice');
  });
});
