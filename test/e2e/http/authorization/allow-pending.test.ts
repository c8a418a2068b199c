import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { AllowPending, Auth, ClerkAuthGuard, ClerkModule, CurrentUser, Protect } from 'nest-clerk';
import type { SessionAuthObject } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
beforeEach(() => {
  local.requests.length = 0;
  local.outage = undefined;
});
afterEach(closeApps);

const summary = ({ isAuthenticated, userId, sessionStatus }: SessionAuthObject) => ({
  isAuthenticated,
  userId,
  sessionStatus,
});

@Controller()
@UseGuards(ClerkAuthGuard)
class TasksController {
  @Get('closed')
  closed() {
    return {};
  }

  @Get('any-task')
  @AllowPending()
  anyTask(@Auth() auth: SessionAuthObject) {
    return summary(auth);
  }

  @Get('choose')
  @AllowPending('choose-organization', 'setup-mfa')
  @UseGuards(ClerkAuthGuard)
  choose(@Auth() auth: SessionAuthObject, @CurrentUser('id') id: string) {
    return { ...summary(auth), id };
  }

  @Get('reset')
  @AllowPending('reset-password')
  reset() {
    return {};
  }

  @Get('admins')
  @AllowPending('choose-organization')
  @Protect({ role: 'org:admin' })
  admins() {
    return {};
  }
}

@Controller('tasks')
@AllowPending()
@Protect()
class OpenController {
  @Get('inherited')
  inherited() {
    return {};
  }

  @Get('own')
  @AllowPending('reset-password')
  own() {
    return {};
  }
}

const start = () =>
  startNest({
    imports: [ClerkModule.forRoot({ ...local.keys, jwtKey: local.jwtKey, retries: 0 })],
    controllers: [TasksController, OpenController],
  });
/** Of a session that is pending at Clerk, where its task is to choose an organization. */
const pending = async () => {
  const { id } = local.sessions.create({ userId: 'user_alice', status: 'pending' });
  return bearer(await local.issueSessionToken({ userId: 'user_alice', sessionId: id }));
};
const calls = () => local.requests.map(({ operation }) => operation);

describe('@AllowPending()', () => {
  it('admits a pending session with one of the named tasks', async () => {
    const { get } = await start();
    const auth = { isAuthenticated: true, userId: 'user_alice', sessionStatus: 'pending' };
    expect(await get('/choose', await pending())).toMatchObject({
      status: 200,
      json: { ...auth, id: 'user_alice' },
    });
  });

  it('fetches the session once per request, for any number of guards', async () => {
    const { get } = await start();
    await get('/choose', await pending());
    expect(calls().filter(operation => operation === 'GetSession')).toHaveLength(1);
  });

  it('without a name admits every pending session, and makes no call', async () => {
    const { get } = await start();
    expect(await get('/any-task', await pending())).toMatchObject({
      status: 200,
      json: { userId: 'user_alice' },
    });
    expect(calls()).toEqual([]);
  });

  it('rejects a pending session with another task with 401', async () => {
    const { get } = await start();
    expect(await get('/reset', await pending())).toMatchObject({
      status: 401,
      json: { reason: 'session-pending' },
    });
  });

  it('leaves other routes closed to pending sessions', async () => {
    const { get } = await start();
    expect(await get('/closed', await pending())).toMatchObject({
      status: 401,
      json: { reason: 'session-pending' },
    });
  });

  it('rejects a pending session that Clerk does not know', async () => {
    const { get } = await start();
    const headers = await pending();
    local.fail('GetSession', { status: 404, times: 1 });
    expect((await get('/choose', headers)).status).toBe(401);
  });

  it('answers 503 if the session cannot be fetched', async () => {
    const { get } = await start();
    const headers = await pending();
    local.outage = 'network';
    expect((await get('/choose', headers)).status).toBe(503);
  });

  it('makes no call for an active session, and still rejects a signed-out caller', async () => {
    const { get } = await start();
    expect(
      (await get('/reset', bearer(await local.issueSessionToken({ userId: 'user_alice' })))).status,
    ).toBe(200);
    expect((await get('/reset')).status).toBe(401);
    expect(calls()).toEqual([]);
  });

  it('does not fulfil a requirement of @Protect()', async () => {
    const { get } = await start();
    expect((await get('/admins', await pending())).status).toBe(403);
  });

  it('on a controller applies to all its routes, except those with a decorator of their own', async () => {
    const { get } = await start();
    expect((await get('/tasks/inherited', await pending())).status).toBe(200);
    expect((await get('/tasks/own', await pending())).status).toBe(401);
  });

  it('with a value other than names causes an error at the start', () => {
    expect(() => AllowPending('')).toThrow(expect.objectContaining({ code: 'option_invalid' }));
    expect(() => AllowPending(1 as never)).toThrow(expect.objectContaining({ code: 'option_invalid' }));
  });
});
