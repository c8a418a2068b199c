import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { cookieHeader, verdictOf } from '../../../support/auth-answer.js';
import { PAGE_LOAD } from '../../../support/browser.js';
import { SECOND, stopClock } from '../../../support/clock.js';
import { setEnvironment } from '../../../support/environment.js';
import { ROUTES, startMachineApp } from '../../../support/machine-app.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps } from '../../../support/running-app.js';
import { recordingLogger, startWho } from '../../../support/who-app.js';

import { cookieSuffix } from '../../../../lib/authentication/publishable-key.js';

let local: LocalClerk;
let token: string;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
beforeEach(async () => {
  token = await local.issueSessionToken({ userId: 'user_alice' });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await closeApps();
});

describe('Backend API behind an unreachable proxy', () => {
  const DETAIL = 'connect ECONNREFUSED http://user:hunter2@proxy.internal:3128';
  // A separate function for every test, because caches belong to it.
  const unreachable = () => () => Promise.reject(new Error(DETAIL));

  it.each([
    ['a session token in the header', () => bearer(token)],
    ['a session cookie', () => cookieHeader({ __session: token, __client_uat: 1, __clerk_db_jwt: 'dvb_1' })],
    ['an API key', () => bearer('ak_1')],
    ['an M2M token', () => bearer('mt_1')],
    ['an OAuth access token', () => bearer('oat_1')],
    ['a handshake nonce', () => ({ ...PAGE_LOAD, ...cookieHeader({ __clerk_handshake_nonce: 'n_1' }) })],
  ])('a response to %s contains nothing about the network', async (_what, headers) => {
    const app = await startWho({ ...local.keys, fetch: unreachable() });

    for (const path of ['/page', '/guarded']) {
      const { status, text, headers: answered } = await app.get(path, headers());

      expect(status < 500 || status === 503).toBe(true);
      expect(text + JSON.stringify(answered)).not.toMatch(/hunter2|proxy\.internal|3128|ECONN/);
    }
  });

  it('a response says only that there was no answer', async () => {
    const app = await startWho({ ...local.keys, fetch: unreachable() });

    expect(verdictOf(await app.get('/page', bearer(token)))).toEqual({
      status: 'signed-out',
      reason: 'jwk-remote-failed-to-load',
      message: expect.stringContaining('could not be fetched from the Backend API (no answer)'),
    });
  });

  it('a response contains the status of the failed call', async () => {
    const fetch = () => Promise.resolve(new Response('http://proxy.internal:3128 failed', { status: 502 }));
    const app = await startWho({ ...local.keys, fetch });

    const { message } = verdictOf(await app.get('/page', bearer(token)));

    expect(message).toContain('(status 502)');
    expect(message).not.toContain('proxy.internal');
  });

  it('the application logs one warning per outage, with the host and the error', async () => {
    const clock = stopClock();
    const logger = recordingLogger();
    const app = await startWho({ ...local.keys, fetch: unreachable() }, logger);

    for (let count = 0; count < 5; count++) await app.get('/page', bearer(token));
    clock.advance(SECOND);
    for (let count = 0; count < 5; count++) await app.get('/page', bearer(token));

    expect(logger.warnings).toEqual([
      expect.stringContaining('The Backend API at api.clerk.com does not answer as it should (no answer)'),
    ]);
    expect(logger.warnings.join()).not.toMatch(/hunter2|proxy\.internal/);
  });
});

describe('call that a request waits for is attempted once', () => {
  let calls: string[];
  const busy = (status: number): typeof fetch =>
    jest.fn<typeof fetch>(async (input, init) => {
      calls.push(new URL(new Request(input, init).url).pathname);
      const body = { errors: [{ code: 'too_many_requests', message: 'Too many requests' }] };
      return Response.json(body, { status, headers: { 'retry-after': '1' } });
    });

  beforeEach(() => {
    calls = [];
  });

  describe.each([429, 500, 503])('after the Backend API responds %i with Retry-After', status => {
    it.each([
      ['api_key', 'ak_1', '/api_keys/verify'],
      ['m2m_token', 'mt_1', '/m2m_tokens/verify'],
      ['oauth_token', 'oat_1', '/oauth_applications/access_tokens/verify'],
    ] as const)('to verify an %s', async (kind, machineToken, path) => {
      const app = await startMachineApp({ ...local.keys, jwtKey: local.jwtKey, fetch: busy(status) });

      expect((await app.get(ROUTES[kind], bearer(machineToken))).status).toBe(503);
      expect(calls).toEqual([path]);
    });

    it('to redeem the nonce of a handshake', async () => {
      const app = await startWho({ ...local.keys, jwtKey: local.jwtKey, fetch: busy(status) });

      await app.get('/page?__clerk_handshake_nonce=n_1', PAGE_LOAD);

      expect(calls).toEqual(['/v1/clients/handshake_payload']);
    });

    it('to refresh a session', async () => {
      const production = await LocalClerk.create({
        instanceType: 'production',
        users: [{ id: 'user_alice' }],
      });
      const options = { ...production.keys, jwtKey: production.jwtKey, fetch: busy(status) };
      const app = await startWho(options);
      const session = production.sessions.create({ userId: 'user_alice' });
      const owner = { userId: 'user_alice', sessionId: session.id };
      const cookies = {
        __session: await production.issueSessionToken({ ...owner, expiresIn: -60 }),
        __client_uat: 1,
        [`__refresh_${cookieSuffix(production.publishableKey)}`]: 'rt_1',
      };

      const { status: answered } = await app.get('/page', { ...PAGE_LOAD, ...cookieHeader(cookies) });

      expect(answered).toBe(307);
      expect(calls).toEqual([`/v1/sessions/${session.id}/refresh`]);
    });
  });
});
