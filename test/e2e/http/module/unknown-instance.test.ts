import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { Auth, ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { AUTHORIZATION_SERVER, PROTECTED_RESOURCE } from '../../../support/oauth.js';
import { closeApps, startNest } from '../../../support/running-app.js';

let acme: LocalClerk;
let globex: LocalClerk;
let ofAcme: { authorization: string };
let ofGlobex: { authorization: string };

beforeAll(async () => {
  acme = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  globex = await LocalClerk.create({ users: [{ id: 'user_bob' }] });
});
beforeEach(async () => {
  setEnvironment({});
  ofAcme = bearer(await acme.issueSessionToken({ userId: 'user_alice' }));
  ofGlobex = bearer(await globex.issueSessionToken({ userId: 'user_bob' }));
});
afterEach(closeApps);

@Controller()
class WhoController {
  @Get('open')
  open(@Auth('userId') userId: string | null) {
    return { userId };
  }

  @Get('guarded')
  @UseGuards(ClerkAuthGuard)
  guarded(@Auth('userId') userId: string) {
    return { userId };
  }
}

function start(options: ClerkModuleOptions, warn = jest.fn()) {
  return startNest({
    imports: [ClerkModule.forRoot(options)],
    controllers: [WhoController],
    logger: { log() {}, warn, error() {} },
    configure: app => app.enableCors({ origin: 'https://app.example' }),
  });
}

describe('request without a tenant in requestOptions', () => {
  const choices: [string, ClerkModuleOptions['requestOptions']][] = [
    ['undefined', () => undefined],
    ['a promise of undefined', async () => undefined],
    ['an empty object', () => ({})],
    ['keys that are undefined', () => ({ secretKey: undefined, publishableKey: undefined })],
  ];
  it.each(choices)('is signed out with %s', async (_, requestOptions) => {
    const warn = jest.fn();
    const app = await start({ requestOptions }, warn);
    expect(await app.get('/open', ofAcme)).toMatchObject({ status: 200, json: { userId: null } });
    expect(await app.get('/guarded', ofAcme)).toMatchObject({
      status: 401,
      json: { reason: 'unknown-instance' },
    });
    expect((await app.get('/nowhere', ofAcme)).status).toBe(404);
    const preflight = { origin: 'https://app.example', 'access-control-request-method': 'GET' };
    expect((await app.request('/guarded', { method: 'OPTIONS', headers: preflight })).status).toBe(204);
    const warnings = warn.mock.calls.filter(([message]) => String(message).includes('unknown-instance'));
    expect(warnings).toHaveLength(1);
  });

  it('fails if the tenant has only one of the keys', async () => {
    const app = await start({ requestOptions: () => ({ secretKey: acme.secretKey }) });
    expect((await app.get('/open')).status).toBe(500);
  });
});

describe('the tenant of the example in docs/configuration.md', () => {
  const tenantOf: ClerkModuleOptions['requestOptions'] = ({ headers }) => {
    const host = String(headers[':authority'] ?? headers.host ?? '');
    const tenants = new Map([['acme.example', acme.keys]]);
    return tenants.get(host.toLowerCase().replace(/\.?(:\d+)?$/, ''));
  };

  it.each(['acme.example', 'ACME.Example:3000', 'acme.example.', 'acme.example.:443'])(
    'is found for the host %s',
    async host => {
      const app = await start({ requestOptions: tenantOf });
      expect(await app.get('/guarded', { host, ...ofAcme })).toMatchObject({
        status: 200,
        json: { userId: 'user_alice' },
      });
    },
  );

  it.each(['127.0.0.1', 'acme.example.evil', 'x.acme.example', ''])(
    'is unknown for the host %j',
    async host => {
      const app = await start({ requestOptions: tenantOf });
      expect(await app.get('/guarded', { host, ...ofAcme })).toMatchObject({
        status: 401,
        json: { reason: 'unknown-instance' },
      });
    },
  );
});

/** As a browser sends it: Fastify's CORS rejects others with 400. */
const PREFLIGHT = { origin: 'https://page.example', 'access-control-request-method': 'GET' };

describe('OAuth metadata of a request without a tenant', () => {
  it.each([PROTECTED_RESOURCE, `${PROTECTED_RESOURCE}/open`, AUTHORIZATION_SERVER])(
    'responds 404 at %s, which pages of other origins can read',
    async path => {
      for (const requestOptions of [() => undefined, async () => ({})]) {
        const app = await start({ requestOptions, oauthProtectedResource: true });
        const { status, headers, json } = await app.get(path);
        expect({ status, json }).toEqual({ status: 404, json: { error: 'not_found' } });
        expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'cache-control': 'no-store' });
        expect((await app.request(path, { method: 'OPTIONS', headers: PREFLIGHT })).status).toBe(204);
      }
    },
  );

  it('does not affect the metadata of tenants', async () => {
    const app = await start({
      requestOptions: ({ headers }) => (headers.host === 'acme.example' ? acme.keys : undefined),
      oauthProtectedResource: true,
    });
    expect((await app.get(PROTECTED_RESOURCE, { host: 'probe' })).status).toBe(404);
    expect((await app.get(PROTECTED_RESOURCE, { host: 'acme.example' })).json).toMatchObject({
      authorization_servers: [`https://${acme.frontendApi}`],
    });
  });
});

describe('asynchronous requestOptions that reuse one object', () => {
  it.each([
    ['set before it waits', false],
    ['set after it has waited', true],
  ])('never give a request the tenant of another (%s)', async (_, waitsFirst) => {
    const shared: ClerkModuleOptions = {};
    const app = await start({
      requestOptions: async request => {
        if (waitsFirst) await Promise.resolve();
        Object.assign(shared, request.headers.host === 'globex.example' ? globex.keys : acme.keys);
        if (!waitsFirst) await Promise.resolve();
        return shared;
      },
    });
    const ask = async (host: string, token: object) =>
      (await app.get('/open', { host, ...token })).json.userId as string | null;
    for (let round = 0; round < 5; round++) {
      const answers = await Promise.all([
        ask('acme.example', ofAcme),
        ask('globex.example', ofGlobex),
        ask('acme.example', ofGlobex),
        ask('globex.example', ofAcme),
      ]);
      expect(answers).toEqual(['user_alice', 'user_bob', null, null]);
    }
  });
});
