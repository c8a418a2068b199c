import { Controller, Get, UseGuards } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Auth, ClerkAuthGuard, ClerkClient } from 'nest-clerk';
import { ClerkTestingModule, LocalClerk } from 'nest-clerk/testing';

import { closeApps, startNest } from '../support/running-app.js';
import type { RunningNestApp } from '../support/running-app.js';

@Controller()
@UseGuards(ClerkAuthGuard)
class ProfileController {
  constructor(private readonly clerk: ClerkClient) {}

  @Get('me')
  async me(@Auth('userId') userId: string) {
    return { name: (await this.clerk.users.getUser(userId)).firstName };
  }
}

let app: RunningNestApp;
let local: LocalClerk;

beforeEach(async () => {
  app = await startNest({
    imports: [ClerkTestingModule.forRoot({ users: [{ id: 'user_ada', firstName: 'Ada' }] })],
    controllers: [ProfileController],
  });
  local = app.app.get(LocalClerk);
});

afterEach(async () => {
  jest.useRealTimers();
  await closeApps();
});

async function status(headers: Record<string, string>): Promise<number> {
  return (await app.get('/me', headers)).status;
}

describe.each([
  ['every timer is faked', {}],
  ['timers that Node needs are real', { doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }],
  ['time passes by itself', { advanceTimers: true }],
] as const)('LocalClerk with fake timers of jest: %s', (_name, config) => {
  it('rejects a token once the fake clock has passed its expiry, and accepts a new one', async () => {
    jest.useFakeTimers(config as Parameters<typeof jest.useFakeTimers>[0]);
    const { headers } = await local.signIn('user_ada');
    expect(await status(headers)).toBe(200);

    jest.advanceTimersByTime(120_000);

    expect(await status(headers)).toBe(401);
    expect(await status((await local.signIn('user_ada')).headers)).toBe(200);
  });

  it('adds local.clock.advance() to the fake clock', async () => {
    jest.useFakeTimers(config as Parameters<typeof jest.useFakeTimers>[0]);
    jest.setSystemTime(new Date('2030-01-01T00:00:00Z'));
    local.clock.advance('1d');
    const { headers, session } = await local.signIn('user_ada');

    expect(new Date(session.createdAt).toISOString().slice(0, 10)).toBe('2030-01-02');
    expect(await status(headers)).toBe(200);
    local.clock.advance('2m');
    expect(await status(headers)).toBe(401);
  });

  it('creates instances, answers the Backend API and sends webhooks', async () => {
    jest.useFakeTimers(config as Parameters<typeof jest.useFakeTimers>[0]);
    const other = await LocalClerk.create({ users: [{ id: 'user_bob' }] });
    const server = await other.listen();
    const answer = await fetch(`${server.url}/v1/users/user_bob`, {
      headers: { authorization: `Bearer ${other.secretKey}` },
    });
    expect(answer.status).toBe(200);

    other.webhooks.addEndpoint(`${server.url}/v1/jwks`);
    other.users.update('user_bob', { firstName: 'Bob' });
    await other.webhooks.flush();
    expect(other.webhooks.deliveries[0]).toMatchObject({ status: 'pending', attempts: [{ status: 404 }] });
    jest.advanceTimersByTime(5000);
    await other.webhooks.flush();
    expect(other.webhooks.deliveries[0]?.attempts).toHaveLength(2);
    await server.close();
  });
});
