import { Injectable } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ClerkClient, OnClerkEvent, verifyToken, verifyWebhook } from 'nest-clerk';
import type { WebhookEventOf } from 'nest-clerk';
import { ClerkTestingModule, LocalClerk, signWebhook } from 'nest-clerk/testing';
import { AcceptsToken, Auth, ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import { Controller, Get, UseGuards } from '@nestjs/common';

import { bearer, startNestApp } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import type { RunningNestApp } from '../../../support/running-app.js';

@Injectable()
class Events {
  readonly received: string[] = [];

  @OnClerkEvent('user.updated')
  add(event: WebhookEventOf<'user.updated'>) {
    this.received.push(event.data.id);
  }
}

@Controller()
@UseGuards(ClerkAuthGuard)
class CallerController {
  @Get('me')
  me(@Auth('userId') userId: string) {
    return { userId };
  }

  @Get('machine')
  @AcceptsToken('any')
  machine(@Auth('tokenType') tokenType: string) {
    return { tokenType };
  }
}

let app: RunningNestApp;
let local: LocalClerk;

afterEach(closeApps);

async function status(path: string, headers: Record<string, string>): Promise<number> {
  return (await app.get(path, headers)).status;
}

describe('an application with ClerkTestingModule', () => {
  beforeEach(async () => {
    app = await startNest({
      imports: [
        ClerkTestingModule.forRoot({
          users: [{ id: 'user_ada', emailAddress: ['ada@example.com'] }],
          clerk: { webhooks: { signingSecret: SIGNING_SECRET } },
        }),
      ],
      controllers: [CallerController],
      providers: [Events],
    });
    local = app.app.get(LocalClerk);
  });

  it('rejects a session token, in the header and in the cookie, once local.clock has passed its expiry', async () => {
    const { headers, cookies } = await local.signIn('user_ada');
    expect(await status('/me', headers)).toBe(200);

    local.clock.advance('2m');

    expect(await status('/me', headers)).toBe(401);
    expect(await status('/me', { cookie: cookies })).toBe(401);
  });

  it('accepts a token that is issued after the clock was advanced, and another token after a reset', async () => {
    const before = await local.signIn('user_ada');
    local.clock.advance('7d');
    const after = await local.signIn('user_ada');

    expect(await status('/me', after.headers)).toBe(200);
    expect(await status('/me', { cookie: after.cookies })).toBe(200);

    local.clock.reset();

    expect(await status('/me', before.headers)).toBe(200);
    // Issued in the future.
    expect(await status('/me', after.headers)).toBe(401);
  });

  it('rejects machine tokens, opaque or JWTs, once they have expired', async () => {
    const tokens = [
      (await local.m2mTokens.create({ secondsUntilExpiration: 60, tokenFormat: 'jwt' })).token,
      (
        await local.oauthTokens.create({
          subject: 'user_ada',
          secondsUntilExpiration: 60,
          tokenFormat: 'jwt',
        })
      ).token,
      local.apiKeys.create({ name: 'CI', subject: 'user_ada', secondsUntilExpiration: 60 }).secret,
    ];
    const statuses = () => Promise.all(tokens.map(token => status('/machine', bearer(token))));
    expect(await statuses()).toEqual([200, 200, 200]);

    local.clock.advance('2m');

    expect(await statuses()).toEqual([401, 401, 401]);
  });

  it('accepts webhooks that are signed at the advanced time, and rejects earlier ones', async () => {
    const url = `http://127.0.0.1:${app.port}/webhooks/clerk`;
    const old = signWebhook({ type: 'user.updated', data: { id: 'user_ada' } }, SIGNED);
    local.clock.advance('1h');
    local.webhooks.addEndpoint(url, SIGNED);
    local.users.update('user_ada', { firstName: 'Ada' });
    await local.webhooks.flush();

    expect(local.webhooks.deliveries).toMatchObject([{ status: 'succeeded' }]);
    expect(app.app.get(Events).received).toEqual(['user_ada']);
    expect((await fetch(url, { method: 'POST', ...old })).status).toBe(400);
  });

  it('provides a client that verifies M2M tokens by local.clock', async () => {
    const { token } = await local.m2mTokens.create({ secondsUntilExpiration: 60, tokenFormat: 'jwt' });
    const { m2m } = app.app.get(ClerkClient);
    expect((await m2m.verify({ token })).subject).toMatch(/^mch_/);

    local.clock.advance('2m');

    await expect(m2m.verify({ token })).rejects.toMatchObject({ reason: 'token-expired' });
  });
});

describe('functions with the option `now`', () => {
  beforeEach(async () => {
    local = await LocalClerk.create({ users: [{ id: 'user_ada' }] });
  });

  it('verifyToken() rejects a token once local.clock has passed its expiry', async () => {
    const { token } = await local.signIn('user_ada');
    expect((await verifyToken(token, local.keys)).sub).toBe('user_ada');

    local.clock.advance('2m');

    await expect(verifyToken(token, local.keys)).rejects.toMatchObject({ reason: 'token-expired' });
  });

  it('verifyWebhook() compares the time of the signature with it', async () => {
    const signedAt = local.clock.now() + 3_600_000;
    const delivery = signWebhook({ type: 'user.deleted', data: { id: 'user_ada' } }, { ...SIGNED, signedAt });
    await expect(verifyWebhook(delivery, SIGNED)).rejects.toMatchObject({
      reason: 'webhook-timestamp-too-new',
    });

    local.clock.advance('1h');

    const event = await verifyWebhook(delivery, { ...SIGNED, now: local.clock.now });
    expect(event.type).toBe('user.deleted');
  });
});

it('an application without the option `now` verifies by the clock of the process', async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_ada' }] });
  const { secretKey, publishableKey, fetch } = local.keys;
  app = await startNestApp({ secretKey, publishableKey, fetch });
  const { headers } = await local.signIn('user_ada');

  local.clock.advance('2m');

  expect(await status('/guarded', headers)).toBe(200);
});

it('rejects an option `now` that is not a function when the application starts', async () => {
  local = await LocalClerk.create();
  const options = { ...local.keys, now: Date.now() as unknown as () => number };

  await expect(startNest({ imports: [ClerkModule.forRoot(options)] })).rejects.toMatchObject({
    code: 'option_invalid',
  });
});

const SIGNING_SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const SIGNED = { signingSecret: SIGNING_SECRET };
