import { connect } from 'node:http2';
import type { ClientHttp2Session, IncomingHttpHeaders, IncomingHttpStatusHeader } from 'node:http2';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AcceptsToken, Auth, ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { redirectTarget } from '../../support/browser.js';
import { setEnvironment } from '../../support/environment.js';
import { TLS } from '../../support/tls.js';

let local: LocalClerk;
const closers: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  local = await LocalClerk.create({ instanceType: 'production', users: [{ id: 'user_alice' }] });
});
beforeEach(() => setEnvironment({}));
afterEach(async () => {
  await Promise.all(closers.splice(0).map(close => close()));
});

@Controller()
class PagesController {
  @Get('page')
  @UseGuards(ClerkAuthGuard)
  page(@Auth('userId') userId: string) {
    return { userId };
  }

  @Get('mcp')
  @AcceptsToken('oauth_token')
  @UseGuards(ClerkAuthGuard)
  mcp() {
    return {};
  }
}

type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

async function start(scheme: 'http' | 'https', options: Partial<ClerkModuleOptions> = {}) {
  const imports = [ClerkModule.forRoot({ ...local.keys, ...options })];
  const adapter = new FastifyAdapter(
    scheme === 'https' ? { http2: true, https: TLS } : ({ http2: true } as object),
  );
  const module = { module: class AppModule {}, imports, controllers: [PagesController] };
  const app = await NestFactory.create(module, adapter, { logger: false, abortOnError: false });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const session = connect(`${scheme}://127.0.0.1:${port}`, { rejectUnauthorized: false });
  closers.push(async () => {
    session.destroy();
    await app.close();
  });
  return {
    get: (path: string, headers: Record<string, string> = {}) =>
      send(session, { ':authority': 'app.example.com', ':scheme': scheme, ':path': path, ...headers }),
  };
}

function send(session: ClientHttp2Session, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stream = session.request(headers);
    let answered: IncomingHttpHeaders & IncomingHttpStatusHeader = {};
    let text = '';
    stream.on('response', received => (answered = received));
    stream.setEncoding('utf8').on('data', chunk => (text += chunk));
    stream.on('end', () => resolve({ status: Number(answered[':status']), headers: answered, text }));
    stream.on('error', reject).end();
  });
}

const NAVIGATION = { accept: 'text/html', 'sec-fetch-dest': 'document' };

describe.each(['http', 'https'] as const)('Fastify over HTTP/2 (%s)', scheme => {
  const origin = `${scheme}://app.example.com`;

  it('signs in a user whose page has the same origin', async () => {
    const app = await start(scheme);
    const token = await local.issueSessionToken({ userId: 'user_alice' });
    const cookie = `__session=${token}; __client_uat=1`;
    const { status, text } = await app.get('/page', { ...NAVIGATION, cookie, referer: `${origin}/other` });
    expect({ status, text }).toEqual({ status: 200, text: '{"userId":"user_alice"}' });
  });

  it('redirects a browser to the sign-in page with the URL of the page', async () => {
    const app = await start(scheme, { signInUrl: 'https://accounts.example.com/sign-in' });
    const { status, headers } = await app.get('/page?x=1', NAVIGATION);
    expect(status).toBe(302);
    expect(redirectTarget(headers.location).query.redirect_url).toBe(`${origin}/page?x=1`);
  });

  it("has the resource's URL in the OAuth metadata and its challenge", async () => {
    const app = await start(scheme);
    const metadata = JSON.parse((await app.get('/.well-known/oauth-protected-resource/mcp')).text) as object;
    expect(metadata).toMatchObject({ resource: `${origin}/mcp` });
    expect((await app.get('/mcp')).headers['www-authenticate']).toContain(
      `${origin}/.well-known/oauth-protected-resource/mcp`,
    );
  });

  it("passes the client's URL to functions of the URL", async () => {
    const seen: string[] = [];
    const app = await start(scheme, {
      domain: url => {
        seen.push(url.origin);
        return '';
      },
    });
    await app.get('/page', NAVIGATION);
    expect(new Set(seen)).toEqual(new Set([origin]));
  });
});
