import { request } from 'node:http';
import { text } from 'node:stream/consumers';

import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Injectable, Post, UseGuards } from '@nestjs/common';
import { AcceptsToken, ClerkAuthGuard, ClerkContext, ClerkModule, Protect } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import type { NestSettings } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_ada' }, { id: 'user_bob' }] });
});
afterEach(closeApps);

const as = async (userId: string) => bearer(await local.issueSessionToken({ userId }));

/** Lets other requests run in between. */
const elsewhere = () => new Promise<void>(resolve => setImmediate(resolve));

/** Sends the body only after the server has started the request, and returns the response. */
function postInTwoParts(port: number, path: string, headers: object, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request({
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', expect: '100-continue' },
      agent: false,
    });
    outgoing.on('continue', () => outgoing.end(body));
    outgoing.on('response', response => resolve(text(response)));
    outgoing.on('error', reject).flushHeaders();
  });
}

@Injectable()
class AuditLog {
  constructor(private readonly clerk: ClerkContext) {}

  async who() {
    await elsewhere();
    return this.clerk.getAuth().userId;
  }

  tokenType() {
    return this.clerk.getAuth({ acceptsToken: 'any' }).tokenType;
  }
}

@Controller()
class WhoController {
  constructor(private readonly log: AuditLog) {}

  @Get('who')
  async who() {
    return { userId: await this.log.who() };
  }

  @Post('who')
  async posted(@Body() body: unknown) {
    return { userId: await this.log.who(), body };
  }

  @Get('guarded')
  @UseGuards(ClerkAuthGuard)
  @Protect(async () => true)
  @AcceptsToken('any')
  guarded() {
    return { tokenType: this.log.tokenType() };
  }
}

const settings = (): NestSettings => ({
  imports: [ClerkModule.forRoot(local.keys)],
  controllers: [WhoController],
  providers: [AuditLog],
});

describe('ClerkContext', () => {
  it('returns the caller to a service', async () => {
    const app = await startNest(settings());
    expect((await app.get('/who', await as('user_ada'))).json).toEqual({ userId: 'user_ada' });
    expect((await app.get('/who')).json).toEqual({ userId: null });
  });

  it('returns the caller after a body that arrived later than the headers', async () => {
    const app = await startNest(settings());
    const answer = await postInTwoParts(app.port, '/who', await as('user_ada'), '{"a":1}');
    expect(JSON.parse(answer)).toEqual({ userId: 'user_ada', body: { a: 1 } });
  });

  it('returns each of many concurrent requests its own caller', async () => {
    const app = await startNest(settings());
    const [ada, bob] = [await as('user_ada'), await as('user_bob')];
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => app.get('/who', [ada, bob, {}][index % 3])),
    );
    answers.forEach(({ json }, index) => expect(json.userId).toBe(['user_ada', 'user_bob', null][index % 3]));
  });

  it('returns the caller of a request with an upgrade header that is not upgraded', async () => {
    const app = await startNest(settings());
    const headers = { ...(await as('user_ada')), upgrade: 'websocket' };
    expect((await app.get('/who', headers)).json).toEqual({ userId: 'user_ada' });
    expect((await app.get('/who', { ...headers, connection: 'upgrade' })).json).toEqual({
      userId: 'user_ada',
    });
  });

  it('accepts the options of getAuth()', async () => {
    const app = await startNest(settings());
    const { secret } = local.apiKeys.create({ subject: 'user_ada', name: 'CI' });
    expect((await app.get('/guarded', bearer(secret))).json).toEqual({ tokenType: 'api_key' });
  });
});

it('context_missing: ClerkContext throws outside of a request', async () => {
  const { app } = await startNest(settings());
  const context = await app.resolve(ClerkContext);
  expect(() => context.getAuth()).toThrow(expect.objectContaining({ code: 'context_missing' }));
});
