import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { SECOND, stopClock } from '../../../support/clock.js';
import type { StoppedClock } from '../../../support/clock.js';
import { bearer, sessionCookie, startNestApp } from '../../../support/nest-app.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningNestApp } from '../../../support/running-app.js';

let local: LocalClerk;
const apps = new Map<string, RunningNestApp>();
let clock: StoppedClock;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});

beforeEach(() => {
  clock = stopClock();
});

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(closeApps);

/** An application with these options; one for all tests with the same options. */
async function appWith(options: ClerkModuleOptions): Promise<RunningNestApp> {
  const identity = JSON.stringify(options);
  const app = apps.get(identity) ?? (await startNestApp({ ...local.keys, ...options }));
  apps.set(identity, app);
  return app;
}

/** Whether a user is signed in, or the reason why not. */
async function verdict(options: ClerkModuleOptions, headers: Record<string, string>): Promise<unknown> {
  const answer = await (await appWith(options)).get('/', headers);
  expect(answer.status).toBe(200);
  return answer.json.isAuthenticated ? 'signed in' : answer.headers['x-clerk-auth-reason'];
}

describe('time claims of a session token', () => {
  const expired = 'session-token-expired-refresh-non-eligible-no-refresh-cookie';

  it.each([
    ['five seconds by default', 5000, undefined],
    ['0 with clockSkewInMs: 0', 0, 0],
    ['clockSkewInMs', 1234, 1234],
  ])('have a tolerance of %s', async (_tolerance, skew, clockSkewInMs) => {
    const issuedAt = clock.now;
    const seconds = issuedAt / SECOND;
    const claims = { sub: 'user_alice', sid: 'sess_1', iat: seconds, exp: seconds + 60 };
    const notBefore = await local.signJwt({ ...claims, nbf: seconds + 30 });
    const token = await local.signJwt(claims);

    for (const [at, of, answer] of [
      [issuedAt - skew - 1, token, 'session-token-iat-in-the-future'],
      [issuedAt - skew, token, 'signed in'],
      [issuedAt + 30 * SECOND - skew - 1, notBefore, 'session-token-nbf'],
      [issuedAt + 30 * SECOND - skew, notBefore, 'signed in'],
      [issuedAt + 60 * SECOND + skew - 1, token, 'signed in'],
      [issuedAt + 60 * SECOND + skew, token, expired],
      // An earlier verification does not extend its lifetime.
      [issuedAt + 3600 * SECOND, token, expired],
    ] as const) {
      clock.set(at);
      expect([at, await verdict({ clockSkewInMs }, bearer(of))]).toEqual([at, answer]);
      expect([at, await verdict({ clockSkewInMs }, sessionCookie(of))]).toEqual([at, answer]);
    }
  });

  it('are rejected without exp', async () => {
    const token = await local.signJwt({ sub: 'user_alice', sid: 'sess_1' });

    expect(await verdict({}, bearer(token))).toBe('token-verification-failed');
  });
});

describe('authorizedParties', () => {
  const options = { authorizedParties: ['https://app.example.com', 'https://admin.example.com'] };

  it.each([
    ['https://app.example.com', 'signed in'],
    ['https://admin.example.com', 'signed in'],
    ['https://evil.example.com', 'token-invalid-authorized-parties'],
    ['', 'token-invalid-authorized-parties'],
    [undefined, 'token-invalid-authorized-parties'],
    [['https://app.example.com'], 'token-invalid-authorized-parties'],
  ])('with the azp %j: %s', async (azp, answer) => {
    const token = await local.issueSessionToken({ userId: 'user_alice', claims: { azp } });

    expect(await verdict(options, bearer(token))).toBe(answer);
    expect(await verdict(options, sessionCookie(token))).toBe(answer);
    expect(await verdict({}, bearer(token))).toBe('signed in');
  });
});

describe('option audience', () => {
  it.each([
    ['api', 'signed in'],
    [['web', 'api'], 'signed in'],
    [undefined, 'signed in'],
    ['web', 'token-verification-failed'],
    [['web'], 'token-verification-failed'],
  ])('with the aud %j: %s', async (aud, answer) => {
    const token = await local.issueSessionToken({ userId: 'user_alice', claims: { aud } });

    expect(await verdict({ audience: 'api' }, bearer(token))).toBe(answer);
    expect(await verdict({ audience: ['api', 'mobile'] }, sessionCookie(token))).toBe(answer);
    expect(await verdict({}, bearer(token))).toBe('signed in');
  });
});

describe('session token of a development instance', () => {
  const cookies = (values: Record<string, string>) => ({
    cookie: Object.entries(values)
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
  });

  it.each([
    ['no cookies', {}, 'dev-browser-missing'],
    ['a dev browser alone', { __clerk_db_jwt: 'dvb_1' }, 'session-token-and-uat-missing'],
    ['a session without a dev browser', { __session: true, __client_uat: '1' }, 'dev-browser-missing'],
    [
      'a session without __client_uat',
      { __session: true, __clerk_db_jwt: 'dvb_1' },
      'session-token-but-no-client-uat',
    ],
    [
      'a __client_uat of 0',
      { __session: true, __client_uat: '0', __clerk_db_jwt: 'dvb_1' },
      'session-token-but-no-client-uat',
    ],
    [
      'a __client_uat without a session',
      { __client_uat: '1', __clerk_db_jwt: 'dvb_1' },
      'client-uat-but-no-session-token',
    ],
    [
      'a session older than __client_uat',
      { __session: true, __client_uat: '99999999999', __clerk_db_jwt: 'dvb_1' },
      'session-token-iat-before-client-uat',
    ],
    ['all cookies', { __session: true, __client_uat: '1', __clerk_db_jwt: 'dvb_1' }, 'signed in'],
  ])('with %s: %s', async (_what, values, answer) => {
    const token = await local.issueSessionToken({ userId: 'user_alice' });
    const entries = Object.entries(values).map(([name, value]) => [name, value === true ? token : value]);

    expect(await verdict({}, cookies(Object.fromEntries(entries)))).toBe(answer);
  });

  it('of a production instance is accepted without a dev browser', async () => {
    const production = await LocalClerk.create({ instanceType: 'production', users: [{ id: 'user_alice' }] });
    const token = await production.issueSessionToken({ userId: 'user_alice' });

    expect(await verdict(production.keys, cookies({ __session: token, __client_uat: '1' }))).toBe(
      'signed in',
    );
    expect(await verdict(production.keys, {})).toBe('session-token-and-uat-missing');
  });
});
