import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:http2';
import { Readable } from 'node:stream';

import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ConflictException, Controller, Get, Res, StreamableFile, UseGuards } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fastify } from 'fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Auth, ClerkAuthGuard, ClerkModule, getAuth } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { cookieHeader } from '../../support/auth-answer.js';
import { SIGNED_OUT_PAGE_LOAD } from '../../support/browser.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps, startNest } from '../../support/running-app.js';
import type { NestSettings } from '../../support/running-app.js';

import { cookieSuffix } from '../../../lib/authentication/publishable-key.js';

let local: LocalClerk;
let token: string;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  token = await local.issueSessionToken({ userId: 'user_alice', expiresIn: 3600 });
});
afterEach(closeApps);

@Controller('me')
class MeController {
  @Get()
  @UseGuards(ClerkAuthGuard)
  me(@Auth('userId') userId: string) {
    return { userId };
  }

  @Get('basket')
  basket(@Res({ passthrough: true }) reply: FastifyReply, @Auth('userId') userId: string | null) {
    reply.header('set-cookie', 'basket=1').header('set-cookie', 'seen=1');
    return { userId };
  }

  @Get('stream')
  stream(@Res({ passthrough: true }) reply: FastifyReply) {
    reply.header('set-cookie', 'basket=1').type('application/json');
    return new StreamableFile(Readable.from(['{}']));
  }

  @Get('failure')
  failure(@Res({ passthrough: true }) reply: FastifyReply) {
    reply.header('set-cookie', 'basket=1');
    throw new ConflictException();
  }
}

function start(settings: NestSettings = {}) {
  const clerk = ClerkModule.forRoot({ ...local.keys, signInUrl: '/sign-in' });
  return startNest({ imports: [clerk], controllers: [MeController], ...settings });
}

describe("Fastify's inject()", () => {
  it('is authenticated like a network request', async () => {
    const app = (await start()).app as NestFastifyApplication;

    const signedIn = await app.inject({ url: '/me', headers: bearer(token) });
    expect([signedIn.statusCode, signedIn.json()]).toEqual([200, { userId: 'user_alice' }]);

    const signedOut = await app.inject('/me');
    expect([signedOut.statusCode, signedOut.json().reason]).toEqual([401, 'dev-browser-missing']);
  });

  it('is redirected like a network request', async () => {
    const app = (await start()).app as NestFastifyApplication;
    const page = await app.inject({ url: '/me', headers: SIGNED_OUT_PAGE_LOAD });
    expect(page.statusCode).toBe(302);
    expect(page.headers.location).toMatch(/^\/sign-in\?redirect_url=/);

    const unknownBrowser = { accept: 'text/html', 'sec-fetch-dest': 'document' };
    const handshake = await app.inject({ url: '/me', headers: unknownBrowser });
    expect(handshake.statusCode).toBe(307);
    expect(handshake.headers.location).toContain(`https://${local.frontendApi}/v1/client/handshake`);
  });
});

describe('getAuth() in a route of Fastify itself', () => {
  const who = async (instance: FastifyInstance) => {
    instance.get('/who', request => ({ userId: getAuth(request).userId }));
  };

  it.each<[string, (nest: NestFastifyApplication) => unknown]>([
    ['works at the root', nest => who(nest.getHttpAdapter().getInstance())],
    ['works in a plugin', nest => nest.getHttpAdapter().getInstance().register(who)],
  ])('%s', async (_, configure) => {
    const app = await start({ configure: nest => configure(nest as NestFastifyApplication) });
    expect((await app.get('/who', bearer(token))).json).toEqual({ userId: 'user_alice' });
    expect((await app.get('/who')).json).toEqual({ userId: null });
  });
});

it('a guarded route works in an existing Fastify instance', async () => {
  const app = await start({ adapter: new FastifyAdapter(fastify() as never) });
  expect((await app.get('/me')).status).toBe(401);
  expect((await app.get('/me', bearer(token))).json).toEqual({ userId: 'user_alice' });
});

describe('cookies of a Fastify handler', () => {
  let production: LocalClerk;

  beforeAll(async () => {
    production = await LocalClerk.create({ instanceType: 'production', users: [{ id: 'user_alice' }] });
  });

  /** The cookies of a browser whose session is refreshed by the middleware. */
  async function staleCookies() {
    const { id: sessionId } = production.sessions.create({ userId: 'user_alice' });
    const expired = { userId: 'user_alice', sessionId, expiresIn: -60 };
    return cookieHeader({
      __session: await production.issueSessionToken(expired),
      __client_uat: 1,
      [`__refresh_${cookieSuffix(production.publishableKey)}`]:
        production.sessions.issueRefreshToken(sessionId),
    });
  }

  it.each([
    ['', '/me/basket', ['basket=1', 'seen=1']],
    [' with a stream', '/me/stream', ['basket=1']],
    [' with an error', '/me/failure', ['basket=1']],
  ])('are sent together with those of a refreshed session%s', async (_, path, own) => {
    const app = await start({ imports: [ClerkModule.forRoot(production.keys)] });
    const { headers } = await app.get(path, await staleCookies());
    expect(headers['set-cookie']).toEqual([expect.stringMatching(/^__session=ey/), ...own]);
  });

  it('are sent together with those of a refreshed session over HTTP/2', async () => {
    const adapter = new FastifyAdapter({ http2: true } as never);
    const app = await start({ imports: [ClerkModule.forRoot(production.keys)], adapter });
    const client = connect(`http://127.0.0.1:${app.port}`);
    const stream = client.request({ ':path': '/me/basket', ...(await staleCookies()) });
    const [headers] = (await once(stream, 'response')) as [IncomingHttpHeaders];
    client.destroy();
    expect(headers['set-cookie']).toEqual([expect.stringMatching(/^__session=ey/), 'basket=1', 'seen=1']);
  });

  it('are the only ones if Clerk sets none', async () => {
    const { headers } = await (await start()).get('/me/basket');
    expect(headers['set-cookie']).toEqual(['basket=1', 'seen=1']);
  });
});
