/**
 * A program that starts an application, uses it, and closes it: what is left then keeps it alive. Its last line is what was
 * active after `app.close()`, as JSON.
 */
import { request as httpRequest } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';

import { Controller, Get, Injectable, Module, Req, UseGuards } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { WsAdapter } from '@nestjs/platform-ws';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { WebSocket } from 'ws';

import { AcceptsToken, Auth, ClerkAuthGuard, ClerkModule, getAuth, OnClerkEvent } from '../../lib/index.js';
import type { ClerkModuleOptions } from '../../lib/index.js';
import { LocalClerk, signWebhook } from '../../lib/testing/index.js';
import type { LocalClerkServer } from '../../lib/testing/index.js';

/** What the application does before it is closed. */
export type ShutdownScenario =
  | 'not used'
  | 'tokens verified with a fetched key set'
  | 'machine tokens verified'
  | 'a key set refreshed in the background while Clerk does not respond'
  | 'a token verified for a client that has gone while Clerk does not respond'
  | 'requests proxied to the Frontend API'
  | 'a WebSocket with a token that expires'
  | 'webhooks handled'
  | 'a webhook in flight'
  | 'a webhook whose handler takes longer than its time';

/** What the program tells. */
export interface ShutdownReport {
  /** `process.getActiveResourcesInfo()` without what the program has of its own. */
  readonly active: readonly string[];
  /** What happened, in its order. */
  readonly events: readonly string[];
}

const SIGNING_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
/** The key set is refreshed at five minutes. */
const REFRESH_AGE_MS = 6 * 60_000;
const events: string[] = [];
/** Calls of Clerk without a response. */
let openCalls = 0;
let whenHandling: () => void = () => undefined;
let release: () => void = () => undefined;
let delivered: Promise<number> | undefined;

@Controller()
class WhoController {
  @Get('guarded')
  @UseGuards(ClerkAuthGuard)
  guarded(@Auth('userId') userId: string) {
    return { userId };
  }

  @Get('api-key')
  @UseGuards(ClerkAuthGuard)
  @AcceptsToken('api_key')
  apiKey() {
    return {};
  }

  @Get('machine')
  machine(@Req() request: object) {
    const { isAuthenticated } = getAuth(request, { acceptsToken: 'api_key' });
    return { isAuthenticated };
  }
}

@WebSocketGateway()
class WhoGateway {
  @SubscribeMessage('who')
  @UseGuards(ClerkAuthGuard)
  who(@Auth('userId') userId: string) {
    return { event: 'who', data: userId };
  }
}

@Injectable()
class Handlers {
  @OnClerkEvent('user.created')
  created() {
    events.push('handled');
  }

  @OnClerkEvent('user.updated')
  async updated() {
    await new Promise<void>(resolve => {
      release = resolve;
      whenHandling();
    });
    events.push('handler ended');
  }
}

const [adapterName, scenario] = process.argv.slice(2) as ['express' | 'fastify', ShutdownScenario];
const local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
const api: LocalClerkServer = await local.listen();
const { secretKey, publishableKey } = local;
const options: ClerkModuleOptions = {
  secretKey,
  publishableKey,
  apiUrl: api.url,
  fetch: async (...request) => {
    openCalls++;
    return fetch(...request).finally(() => openCalls--);
  },
  frontendApiProxy: { enabled: true, fapiUrl: api.url },
  webhooks: { signingSecret: SIGNING_SECRET, timeoutMs: scenario.endsWith('than its time') ? 50 : 10_000 },
};

@Module({
  imports: [ClerkModule.forRoot(options)],
  controllers: [WhoController],
  providers: [Handlers, WhoGateway],
})
class AppModule {}

const adapter = adapterName === 'fastify' ? new FastifyAdapter() : new ExpressAdapter();
const app: INestApplication = await NestFactory.create(AppModule, adapter, {
  logger: false,
  abortOnError: false,
});
app.useWebSocketAdapter(new WsAdapter(app));
await app.listen(0, '127.0.0.1');
const port = (app.getHttpServer().address() as { port: number }).port;

await use();
const closing = app.close().then(() => void events.push('closed'));
if (scenario.startsWith('a webhook')) {
  // Longer than anything else that is going on: the handler is what close() waits for.
  for (let count = 0; count < 50; count++) await turn();
  events.push('released');
  release();
}
await closing;
if (delivered) events.push(String(await delivered));
for (let count = 0; count < 20; count++) await turn();
if (scenario.endsWith('while Clerk does not respond')) events.push(`${openCalls} open calls`);
await api.close();
// Handles are closed in the turns after the call.
for (let count = 0; count < 20; count++) await turn();
const report: ShutdownReport = {
  active: process.getActiveResourcesInfo().filter(name => !/^(PipeWrap|TTYWrap|Immediate)$/.test(name)),
  events,
};
process.stdout.write(`${JSON.stringify(report)}\n`);

async function use(): Promise<void> {
  switch (scenario) {
    case 'not used':
      return;
    case 'tokens verified with a fetched key set': {
      const token = await local.issueSessionToken({ userId: 'user_alice' });
      for (let count = 0; count < 3; count++) {
        events.push(String(await send('GET', '/guarded', { authorization: `Bearer ${token}` })));
      }
      return;
    }
    case 'machine tokens verified': {
      const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'test' });
      for (const token of [secret, `${secret}x`]) {
        events.push(String(await send('GET', '/machine', { authorization: `Bearer ${token}` })));
      }
      return;
    }
    case 'a key set refreshed in the background while Clerk does not respond': {
      const token = await local.issueSessionToken({ userId: 'user_alice', expiresIn: 3600 });
      const authorization = `Bearer ${token}`;
      events.push(String(await send('GET', '/guarded', { authorization })));
      local.fail('GetJWKS', { connection: 'hang' });
      const { now } = Date;
      Date.now = () => now() + REFRESH_AGE_MS;
      events.push(String(await send('GET', '/guarded', { authorization })));
      return untilAtClerk('/v1/jwks', 2);
    }
    case 'a token verified for a client that has gone while Clerk does not respond': {
      local.fail('*', { connection: 'hang' });
      const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'test' });
      const headers = { authorization: `Bearer ${secret}` };
      const request = httpRequest({ port, host: '127.0.0.1', path: '/api-key', headers });
      request.once('error', () => undefined).end();
      await untilAtClerk('/api_keys/verify', 1);
      request.destroy();
      return;
    }
    case 'requests proxied to the Frontend API':
      for (let count = 0; count < 3; count++) {
        events.push(String(await send('GET', '/__clerk/v1/environment', {})));
      }
      return;
    case 'a WebSocket with a token that expires': {
      const token = await local.issueSessionToken({ userId: 'user_alice' });
      const socket = new WebSocket(`ws://127.0.0.1:${port}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      await new Promise(resolve => socket.once('open', resolve));
      socket.send(JSON.stringify({ event: 'who' }));
      const heard = await new Promise<Buffer>(resolve => socket.once('message', resolve));
      events.push(heard.toString());
      return;
    }
    case 'webhooks handled':
      events.push(String(await deliver('user.created')));
      return;
    case 'a webhook in flight': {
      const handling = new Promise<void>(resolve => (whenHandling = resolve));
      delivered = deliver('user.updated');
      return handling;
    }
    case 'a webhook whose handler takes longer than its time':
      events.push(String(await deliver('user.updated')));
      return;
  }
}

/** Waits until Clerk has received a number of requests to a path, to which it need not have responded. */
async function untilAtClerk(path: string, times: number): Promise<void> {
  while (local.requests.filter(request => request.path === path).length < times) await turn();
}

function deliver(type: string): Promise<number> {
  const { headers, body } = signWebhook(
    { type, data: { id: 'user_alice' } },
    { signingSecret: SIGNING_SECRET },
  );
  return send('POST', '/webhooks/clerk', headers, body);
}

function send(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    httpRequest({ port, host: '127.0.0.1', method, path, headers: { ...headers } })
      .once('response', response => {
        response.resume().once('end', () => resolve(response.statusCode ?? 0));
      })
      .once('error', reject)
      .end(body);
  });
}
