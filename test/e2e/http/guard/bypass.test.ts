import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { All, Controller, Get, UseGuards, VersioningType } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { HTTP_ADAPTER, newHttpAdapter } from '../../../support/http-adapter.js';
import { sendRaw } from '../../../support/raw-http.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import type { NestSettings, RunningNestApp } from '../../../support/running-app.js';

let local: LocalClerk;
let authorization: string;
/** The number of calls of a guarded handler. */
let handled: number;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  const token = await local.issueSessionToken({ userId: 'user_alice', expiresIn: 3600 });
  authorization = `Authorization: Bearer ${token}`;
});
beforeEach(() => {
  handled = 0;
});
afterAll(closeApps);

@Controller('admin')
class AdminController {
  @Get()
  read() {
    handled++;
  }

  @All('any')
  any() {
    handled++;
  }
}

@Controller('admin')
@UseGuards(ClerkAuthGuard)
class GuardedAdminController extends AdminController {}

const GUARDS: [how: string, settings: NestSettings][] = [
  ['by its own guard', { controllers: [GuardedAdminController] }],
  [
    'by APP_GUARD',
    { controllers: [AdminController], providers: [{ provide: APP_GUARD, useClass: ClerkAuthGuard }] },
  ],
];

interface Routing {
  where: string;
  router: Router;
  /** The prefix of `/admin`. */
  root: string;
  configure?: (app: INestApplication) => unknown;
}

type Router = 'express' | 'fastify' | 'lenient fastify';

const ROUTINGS: Routing[] = [
  { where: 'at the root', router: HTTP_ADAPTER, root: '' },
  {
    where: 'under a global prefix',
    router: HTTP_ADAPTER,
    root: '/api',
    configure: app => app.setGlobalPrefix('api'),
  },
  {
    where: 'under a version',
    router: HTTP_ADAPTER,
    root: '/v1',
    configure: app => app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' }),
  },
];
if (HTTP_ADAPTER === 'fastify') {
  ROUTINGS.push({ where: 'with a lenient router', router: 'lenient fastify', root: '' });
}

const LENIENT = {
  ignoreTrailingSlash: true,
  ignoreDuplicateSlashes: true,
  caseSensitive: false,
  useSemicolonDelimiter: true,
};

const ALL: Router[] = ['express', 'fastify', 'lenient fastify'];
const FASTIFY: Router[] = ['fastify', 'lenient fastify'];
const NONE: Router[] = [];

type Spelling = [method: string, target: string, takenBy: Router[]];

/** Paths that resemble `/admin`, and the routers that treat them as such. */
function spellings(root: string): Spelling[] {
  return [
    ['GET', `${root}/admin`, ALL],
    ['HEAD', `${root}/admin`, ALL],
    ['OPTIONS', `${root}/admin`, NONE],
    ['POST', `${root}/admin`, NONE],
    ['QUERY', `${root}/admin`, NONE],
    ['TRACE', `${root}/admin`, NONE],
    ['get', `${root}/admin`, NONE],

    ['GET', `${root}/admin?x`, ALL],
    ['GET', `${root}/admin?x=%`, ALL],
    ['GET', `${root}/admin#x`, ALL],
    ['GET', `${root}/admin%3Fx`, NONE],
    ['GET', `${root}/admin%23`, NONE],

    ['GET', `${root}/%61dmin`, FASTIFY],
    ['GET', `${root}/%2561dmin`, NONE],
    ['GET', `${root}/admin%`, NONE],
    ['GET', `${root}/admin%00`, NONE],
    ['GET', `${root}/admin%20`, NONE],
    ['GET', `${root}/admin%0d%0a`, NONE],
    ['GET', `${root}/ADMIN`, ['express', 'lenient fastify']],
    ['GET', `${root}/adm\xc4\xb1n`, NONE],

    ['GET', `${root}//admin`, ['lenient fastify']],
    ['GET', `/${root}/admin`, ['lenient fastify']],
    ['GET', `${root}/admin/`, ['express', 'lenient fastify']],
    ['GET', `${root}/admin//`, ['lenient fastify']],
    ['GET', `${root}/admin%2f`, NONE],
    ['GET', `${root}/admin%5c`, NONE],
    ['GET', `${root}%2fadmin`, NONE],
    ['GET', `${root}/\\admin`, NONE],
    ['GET', `${root}\\admin`, NONE],

    ['GET', `${root}/admin;x=1`, ['lenient fastify']],
    ['GET', `${root}/admin;`, ['lenient fastify']],
    ['GET', `${root}/admin%3bx=1`, NONE],
    ['GET', `${root}/;x=1/admin`, NONE],
    ['GET', `${root}/admin.json`, NONE],
    ['GET', `${root}/admin.`, NONE],

    ['GET', `${root}/./admin`, NONE],
    ['GET', `${root}/x/../admin`, NONE],
    ['GET', `${root}/%2e/admin`, NONE],
    ['GET', `${root}/x/%2e%2e/admin`, NONE],
    ['GET', `${root}/x/..;/admin`, NONE],

    ['GET', `http://127.0.0.1${root}/admin`, ALL],
    ['GET', `HTTP://other.example${root}/admin`, ALL],
    ['GET', `http://user:password@127.0.0.1${root}/admin`, NONE],
    ['GET', `//127.0.0.1${root}/admin`, NONE],
    ['GET', `${root.slice(1)}admin`, NONE],
    ['GET', '*', NONE],

    ...['HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'].map((method): Spelling => [
      method,
      `${root}/admin/any`,
      ALL,
    ]),
  ];
}

describe.each(ROUTINGS)('guarded route $where', ({ router, root, configure }) => {
  describe.each(GUARDS)('%s', (_how, settings) => {
    let app: RunningNestApp;

    beforeAll(async () => {
      app = await startNest({
        ...settings,
        imports: [ClerkModule.forRoot({ ...local.keys })],
        configure,
        adapter: await newHttpAdapter(router === 'lenient fastify' ? { routerOptions: LENIENT } : {}),
      });
    });

    it.each(spellings(root))('%s %s', async (method, target, takenBy) => {
      const isTaken = takenBy.includes(router);
      const signedOut = await sendRaw(app.port, { method, target });
      expect(handled).toBe(0);
      expect(isTaken ? [401] : [400, 404]).toContain(signedOut.status);

      const signedIn = await sendRaw(app.port, { method, target, headers: [authorization] });
      expect(handled).toBe(isTaken ? 1 : 0);
      expect(isTaken ? [200, 201] : [400, 404]).toContain(signedIn.status);
    });
  });
});

describe.each(GUARDS)('route guarded %s, with CORS enabled', (_how, settings) => {
  const origin = 'Origin: https://app.example.com';
  let app: RunningNestApp;

  beforeAll(async () => {
    const configure = (nest: INestApplication) => nest.enableCors();
    app = await startNest({ ...settings, imports: [ClerkModule.forRoot({ ...local.keys })], configure });
  });

  it('answers a preflight without credentials, without calling the handler', async () => {
    const headers = [origin, 'Access-Control-Request-Method: GET'];
    const { status } = await sendRaw(app.port, { method: 'OPTIONS', target: '/admin/any', headers });
    expect({ status, handled }).toEqual({ status: 204, handled: 0 });
  });

  it('rejects the request itself with CORS headers that let the page read the reason', async () => {
    const { status, headers } = await sendRaw(app.port, { target: '/admin', headers: [origin] });
    expect({ status, handled }).toEqual({ status: 401, handled: 0 });
    expect(headers['access-control-allow-origin']).toEqual(['*']);
  });
});
