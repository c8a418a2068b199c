import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { All, Controller, Get, Req, UseGuards } from '@nestjs/common';
import { Auth, ClerkAuthGuard, ClerkModule, getAuth } from 'nest-clerk';
import type { PathPattern } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { EVERY_PATH, HTTP_ADAPTER } from '../../../support/http-adapter.js';
import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';

let local: LocalClerk;
let authorization: { authorization: string };
const PATTERNS: PathPattern[] = ['/health', '/assets/*', '/api/public/', /^\/v\d+\/docs$/g];

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  authorization = bearer(await local.issueSessionToken({ userId: 'user_alice', expiresIn: 3600 }));
});
afterAll(closeApps);

@Controller()
class EverywhereController {
  @Get('health')
  @UseGuards(ClerkAuthGuard)
  guarded() {
    return {};
  }

  @Get('assets/decorated')
  decorated(@Auth() auth: unknown) {
    return auth;
  }

  @All(EVERY_PATH)
  open(@Req() request: object) {
    return getAuth(request);
  }
}

function start(exclude: PathPattern[]) {
  return startNest({
    imports: [ClerkModule.forRoot({ ...local.keys, exclude })],
    controllers: [EverywhereController],
  });
}

async function isExcluded(app: RunningApp, target: string): Promise<boolean> {
  const { headers } = await app.get(target);
  return headers['x-clerk-auth-status'] === undefined;
}

describe('exclude', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await start(PATTERNS);
  });

  it.each([
    ['an exact path', '/health'],
    ['a path with a query', '/health?full=1'],
    ['a path with a trailing slash', '/health/'],
    ['a pattern with a trailing slash', '/api/public'],
    ['percent-encoding', '/%68ealth'],
    ['dot segments that lead to the path', '/x/../health'],
    ['dots that are percent-encoded', '/x/%2e%2E/health'],
    ['a single dot segment', '/./health'],
    ['every path below', '/assets/css/app.css'],
    ['a regular expression', '/v2/docs'],
    ['an absolute target, as a proxy sends it', 'http://any.example/health'],
  ])('matches %s: %s', async (_, target) => {
    expect(await isExcluded(app, target)).toBe(true);
  });

  it.each([
    ['another path', '/'],
    ['a path with the same prefix', '/healthy'],
    ['a path below an exact one', '/health/deep'],
    ['the parent of /*', '/assets'],
    ['another case, which some routers distinguish', '/Health'],
    ['dot segments that lead away', '/assets/../admin'],
    ['percent-encoded dot segments that lead away', '/assets/%2e%2e/admin'],
    ['dots between encoded slashes', '/assets/x%2f..%2f..%2fadmin'],
    ['a double slash', '//health'],
    ['a double slash inside', '/assets//app.css'],
    ['a backslash', '/assets/..%5Cadmin'],
    ['percent-encoding of percent-encoding', '/assets/%252e%252e/admin'],
    ['a NUL', '/assets/%00'],
    ['a semicolon parameter', '/health;x=1'],
    ['a regular expression of the whole path', '/v2/docs/secret'],
  ])('does not match %s: %s', async (_, target) => {
    expect(await isExcluded(app, target)).toBe(false);
  });

  it('does not match broken percent-encoding: /assets/%zz', async () => {
    // Fastify's router rejects it before any other code.
    if (HTTP_ADAPTER === 'fastify') expect((await app.get('/assets/%zz')).status).toBe(400);
    else expect(await isExcluded(app, '/assets/%zz')).toBe(false);
  });

  it('gives the same result on each request with a /g expression', async () => {
    for (let count = 0; count < 4; count++) expect(await isExcluded(app, '/v2/docs')).toBe(true);
  });

  it('authenticates no request on an excluded path', async () => {
    expect((await app.get('/assets/app.js', authorization)).json).toMatchObject({ isAuthenticated: false });
    expect((await app.get('/app.js', authorization)).json).toMatchObject({ isAuthenticated: true });
  });

  it('makes a guarded route reject every request', async () => {
    const { status, json: body, headers } = await app.get('/health', authorization);
    expect(status).toBe(401);
    expect(body).toMatchObject({ message: 'Unauthenticated', reason: 'request-not-authenticated' });
    expect(headers['www-authenticate']).toBe('Bearer realm="Clerk"');
  });

  it('makes @Auth() return a signed-out state instead of throwing, because clients choose how they write a path', async () => {
    const { status, json } = await app.get('/assets/decorated', authorization);
    expect({ status, json }).toMatchObject({ status: 200, json: { isAuthenticated: false, userId: null } });
  });
});

it('exclude: ["/*"] matches every path', async () => {
  const app = await start(['/*']);
  for (const path of ['/', '/any', '/any/path']) expect(await isExcluded(app, path)).toBe(true);
});

it('exclude: [] matches no path', async () => {
  const app = await start([]);
  expect(await isExcluded(app, '/')).toBe(false);
});

describe('exclude with a pattern that matches nothing stops the start', () => {
  it.each(['health', '', '*', '/a/*/b', '/*/', 'https://example.com/health', '/health**'])('%p', pattern =>
    expect(start([pattern])).rejects.toMatchObject({
      code: 'option_invalid',
      message: expect.stringContaining(`exclude: "${pattern}"`),
    }),
  );
});
