import { subscribe, unsubscribe } from 'node:diagnostics_channel';

import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ClerkModule } from 'nest-clerk';
import type { ClerkAuthenticationEvent } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { ObservedController } from '../../../support/observed-controller.js';
import { closeApps, startNest } from '../../../support/running-app.js';

let local: LocalClerk;
let authentications: ClerkAuthenticationEvent[];
let calls: Record<string, unknown>[];

const onAuthentication = (event: unknown) => void authentications.push(event as ClerkAuthenticationEvent);
const onCall = (event: unknown) => void calls.push(event as Record<string, unknown>);

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
beforeEach(() => {
  authentications = [];
  calls = [];
  subscribe('nest-clerk:authentication', onAuthentication);
  subscribe('nest-clerk:backend-api', onCall);
});
afterEach(async () => {
  unsubscribe('nest-clerk:authentication', onAuthentication);
  unsubscribe('nest-clerk:backend-api', onCall);
  await closeApps();
});

const start = () =>
  startNest({
    imports: [ClerkModule.forRoot({ ...local.keys, jwtKey: local.jwtKey, retries: 0 })],
    controllers: [ObservedController],
  });
const token = () => local.issueSessionToken({ userId: 'user_alice' });

describe('the channel nest-clerk:authentication', () => {
  it('has one event per request, with the outcome, the reason and the type of token', async () => {
    const { get } = await start();
    await get('/me', bearer(await token()));
    await get('/me', bearer('a.b.c'));
    await get('/me');
    await get('/machines', bearer(local.apiKeys.create({ subject: 'user_alice', name: 'CI' }).secret));
    expect(authentications.map(({ status, reason, tokenType }) => [status, reason, tokenType])).toEqual([
      ['signed-in', null, 'session_token'],
      ['signed-out', 'token-invalid', 'session_token'],
      ['signed-out', 'dev-browser-missing', 'session_token'],
      ['signed-in', null, 'api_key'],
    ]);
    for (const { durationMs } of authentications) expect(durationMs).toBeGreaterThanOrEqual(0);
  });

  it('has no ID and no token', async () => {
    const { get } = await start();
    await get('/me', bearer(await token()));
    expect(Object.keys(authentications[0] ?? {}).sort()).toEqual([
      'durationMs',
      'reason',
      'status',
      'tokenType',
    ]);
  });

  it('has no event without a subscriber', async () => {
    unsubscribe('nest-clerk:authentication', onAuthentication);
    const { get } = await start();
    expect((await get('/me', bearer(await token()))).status).toBe(200);
    expect(authentications).toEqual([]);
  });
});

describe('the channel nest-clerk:backend-api', () => {
  it('has one event per attempt, with operation, route, status and duration, and no ID', async () => {
    const { get } = await start();
    await get('/me', bearer(await token()));
    local.fail('GetUser', { status: 503, times: 1 });
    await get('/me', bearer(await token()));
    const server = { serverAddress: 'api.clerk.com', serverPort: 443 };
    const common = { operation: 'GetUser', method: 'GET', route: '/users/{id}', attempt: 1, ...server };
    const durationMs = expect.any(Number);
    expect(calls).toEqual([
      { ...common, status: 200, durationMs },
      { ...common, status: 503, durationMs },
    ]);
    expect(JSON.stringify(calls)).not.toContain('user_alice');
  });
});
