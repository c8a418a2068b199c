import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { AcceptsToken, ClerkAuthGuard, ClerkModule, CurrentOrganization, CurrentUser } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { answering } from '../../../support/failing-calls.js';
import type { BackendAnswer } from '../../../support/failing-calls.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import { recordingLogger } from '../../../support/who-app.js';

let local: LocalClerk;
let answer: BackendAnswer | undefined;
let logger: ReturnType<typeof recordingLogger>;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  local.organizations.create({ id: 'org_acme', name: 'Acme' });
});
beforeEach(() => {
  answer = 'no answer';
});
afterEach(async () => {
  jest.restoreAllMocks();
  await closeApps();
});

@Controller()
@UseGuards(ClerkAuthGuard)
class GuardedController {
  @Get('sessions')
  sessions() {}

  @Get('keys')
  @AcceptsToken('any')
  keys() {}

  @Get('user')
  user(@CurrentUser('id') id: string) {
    return { id };
  }

  @Get('organization')
  organization(@CurrentOrganization('id') id: string) {
    return { id };
  }
}

function start(options: ClerkModuleOptions = {}) {
  logger = recordingLogger();
  const failing = answering(() => answer ?? 'no answer');
  const fetch: typeof globalThis.fetch = (...call) => (answer ? failing : local.fetch)(...call);
  return startNest({
    imports: [ClerkModule.forRoot({ ...local.keys, fetch, retries: 0, ...options })],
    controllers: [GuardedController],
    logger,
  });
}

const session = () =>
  local.issueSessionToken({ userId: 'user_alice', orgId: 'org_acme', orgRole: 'org:member' });
const apiKey = async () => local.apiKeys.create({ subject: 'user_alice', name: 'CI' }).secret;
const m2mJwt = async () => (await local.m2mTokens.create({ subject: 'mch_1', tokenFormat: 'jwt' })).token;

describe('while Clerk cannot be reached', () => {
  it.each([
    ['a session token before the keys are known', '/sessions', session, 'jwk-remote-failed-to-load'],
    ['an API key', '/keys', apiKey, 'backend-api-unavailable'],
    ['an M2M token that is a JWT before the keys are known', '/keys', m2mJwt, 'backend-api-unavailable'],
  ] as const)('%s is answered 503 with Retry-After', async (_what, path, issue, reason) => {
    const app = await start();
    const { status, headers, json } = await app.get(path, bearer(await issue()));
    expect({ status, reason: json.reason }).toEqual({ status: 503, reason });
    expect(headers['retry-after']).toBe('5');
    expect(headers).not.toHaveProperty('www-authenticate');
    expect((await app.get(path)).status).toBe(401);
  });

  it.each([
    ['@CurrentUser()', '/user'],
    ['@CurrentOrganization()', '/organization'],
  ])('%s is answered 503 with Retry-After', async (_what, path) => {
    const app = await start({ jwtKey: local.jwtKey });
    for (const [given, retryAfter] of [
      ['no answer', '5'],
      [{ status: 429, headers: { 'retry-after': '17' } }, '17'],
    ] as [BackendAnswer, string][]) {
      answer = given;
      const { status, headers, json } = await app.get(path, bearer(await session()));
      expect({ status, reason: json.reason }).toEqual({ status: 503, reason: 'backend-api-unavailable' });
      expect(headers['retry-after']).toBe(retryAfter);
    }
  });

  it.each([
    ['session tokens', '/sessions', session, {}],
    ['machine tokens', '/keys', apiKey, {}],
    ['@CurrentUser()', '/user', session, { jwtKey: true }],
  ] as const)(
    'one warning names host and error, and one line the end: %s',
    async (_what, path, issue, keys) => {
      const now = Date.now();
      const app = await start('jwtKey' in keys ? { jwtKey: local.jwtKey } : {});
      for (let count = 0; count < 4; count++) await app.get(path, bearer(await issue()));
      expect(logger.warnings).toEqual([
        expect.stringContaining('The Backend API at api.clerk.com does not answer as it should (ENOTFOUND)'),
      ]);
      answer = undefined;
      jest.spyOn(Date, 'now').mockImplementation(() => now + 2000);
      for (let count = 0; count < 2; count++) {
        expect((await app.get(path, bearer(await issue()))).status).toBe(200);
      }
      expect(logger.warnings.slice(1)).toEqual(['The Backend API at api.clerk.com answers again.']);
    },
  );

  it('session tokens and machine tokens together are one outage', async () => {
    const app = await start();
    await app.get('/sessions', bearer(await session()));
    await app.get('/keys', bearer(await apiKey()));
    expect(logger.warnings).toHaveLength(1);
  });

  it('calls that alternately fail and succeed are logged once a minute', async () => {
    const app = await start();
    for (let count = 0; count < 20; count++) {
      answer = count % 2 ? undefined : 'no answer';
      await app.get('/keys', bearer(await apiKey()));
    }
    expect(logger.warnings).toHaveLength(2);
  });
});

describe('a Backend API that hangs', () => {
  const hanging: () => typeof fetch = () => (_input, init) =>
    new Promise((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
    });

  it.each([
    ['a session token', '/sessions', session, {}],
    ['an API key', '/keys', apiKey, {}],
    ['@CurrentUser()', '/user', session, { jwtKey: true }],
  ] as const)('holds the first request no longer than timeoutMs: %s', async (_what, path, issue, keys) => {
    const jwtKey = 'jwtKey' in keys ? { jwtKey: local.jwtKey } : {};
    const app = await start({ timeoutMs: 300, fetch: hanging(), ...jwtKey });
    const headers = bearer(await issue());
    const startedAt = performance.now();
    expect((await app.get(path, headers)).status).toBe(503);
    // Without the option it would take five seconds and more.
    expect(performance.now() - startedAt).toBeLessThan(2500);
    expect(logger.warnings).toEqual([expect.stringContaining('(timeout)')]);
  });
});
