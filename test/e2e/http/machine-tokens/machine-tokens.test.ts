import type { Server } from 'node:http';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { verdictOf } from '../../../support/auth-answer.js';
import { MINUTE } from '../../../support/clock.js';
import { setEnvironment } from '../../../support/environment.js';
import { ROUTES, startMachineApp } from '../../../support/machine-app.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';

const KINDS = ['api_key', 'm2m_token', 'oauth_token'] as const;
type Kind = (typeof KINDS)[number];

let local: LocalClerk;
let app: RunningApp;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  app = await startMachineApp({ ...local.keys, jwtKey: local.jwtKey });
});
beforeEach(() => {
  local.requests.length = 0;
  local.outage = undefined;
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(closeApps);

interface Issued {
  token: string;
  revoke(): unknown;
}

/** An opaque token of each type. */
async function issue(kind: Kind, secondsUntilExpiration?: number): Promise<Issued> {
  switch (kind) {
    case 'api_key': {
      const key = local.apiKeys.create({ subject: 'user_alice', name: 'CI', secondsUntilExpiration });
      return { token: key.secret, revoke: () => local.apiKeys.revoke(key.id) };
    }
    case 'm2m_token': {
      const { id, token } = await local.m2mTokens.create({ secondsUntilExpiration });
      return { token, revoke: () => local.m2mTokens.revoke(id) };
    }
    case 'oauth_token': {
      const { id, token } = await local.oauthTokens.create({ subject: 'user_alice', secondsUntilExpiration });
      return { token, revoke: () => local.oauthTokens.revoke(id) };
    }
  }
}

/** The reason why a token is rejected by the route for its type, from the guard and the headers. */
async function rejectionOf(kind: Kind, token: string, at = app, status = 401) {
  const answer = await at.get(ROUTES[kind], bearer(token));
  expect(answer.status).toBe(status);
  expect(verdictOf(answer)).toMatchObject({ status: 'signed-out', reason: answer.json.reason });
  return { reason: answer.json.reason, message: verdictOf(answer).message };
}

describe('auth object of a machine token', () => {
  it("of a user's API key has the owner, the scopes and the claims", async () => {
    const { id, secret } = local.apiKeys.create({
      subject: 'user_alice',
      name: 'CI',
      scopes: ['reports:read'],
      claims: { team: 'billing' },
    });

    expect((await app.get('/api-keys', bearer(secret))).json).toEqual({
      tokenType: 'api_key',
      isAuthenticated: true,
      id,
      subject: 'user_alice',
      userId: 'user_alice',
      orgId: null,
      name: 'CI',
      scopes: ['reports:read'],
      claims: { team: 'billing' },
    });
  });

  it("of an organization's API key has no user", async () => {
    const { secret } = local.apiKeys.create({ subject: 'org_acme', name: 'CI' });

    expect((await app.get('/api-keys', bearer(secret))).json).toMatchObject({
      subject: 'org_acme',
      userId: null,
      orgId: 'org_acme',
      claims: null,
    });
  });

  it('of an M2M token has the machine', async () => {
    const { id, token } = await local.m2mTokens.create({ subject: 'mch_jobs', claims: { team: 'x' } });

    expect((await app.get('/machines', bearer(token))).json).toEqual({
      tokenType: 'm2m_token',
      isAuthenticated: true,
      id,
      subject: 'mch_jobs',
      machineId: 'mch_jobs',
      scopes: [local.machineId],
      claims: { team: 'x' },
    });
  });

  it('of an OAuth access token has the user and the application', async () => {
    const { id, token } = await local.oauthTokens.create({
      subject: 'user_alice',
      clientId: 'client_shop',
      scopes: ['profile'],
    });

    expect((await app.get('/oauth', bearer(token))).json).toEqual({
      tokenType: 'oauth_token',
      isAuthenticated: true,
      id,
      subject: 'user_alice',
      userId: 'user_alice',
      clientId: 'client_shop',
      scopes: ['profile'],
    });
  });
});

describe.each(KINDS)('opaque %s', kind => {
  it('is verified by the Backend API on every request', async () => {
    const { token } = await issue(kind);

    for (const calls of [1, 2]) {
      expect((await app.get(ROUTES[kind], bearer(token))).status).toBe(200);
      expect(local.requests).toHaveLength(calls);
    }
  });

  it('is verified once for concurrent requests', async () => {
    const { token } = await issue(kind);
    const calls: unknown[] = [];
    let letThrough = () => {};
    const allAreHere = new Promise<void>(resolve => (letThrough = resolve));
    const crowded = await startMachineApp({
      ...local.keys,
      fetch: async (input, init) => {
        calls.push(input);
        await allAreHere;
        return local.fetch(input, init);
      },
    });
    let arrived = 0;
    // Runs after the listener of the application, so the fifth request waits there.
    (crowded.app.getHttpServer() as Server).on('request', () => {
      if (++arrived === 5) letThrough();
    });

    const answers = await Promise.all(
      Array.from({ length: 5 }, () => crowded.get(ROUTES[kind], bearer(token))),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(calls).toHaveLength(1);
  });

  it('token-invalid: rejects a revoked token from then on', async () => {
    const { token, revoke } = await issue(kind);
    expect((await app.get(ROUTES[kind], bearer(token))).status).toBe(200);

    revoke();

    expect(await rejectionOf(kind, token)).toEqual({
      reason: 'token-invalid',
      message: expect.stringContaining('(code=token-invalid)'),
    });
  });

  it('token-invalid: rejects an expired or unknown token', async () => {
    const { token } = await issue(kind, 60);
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now + MINUTE);

    expect((await rejectionOf(kind, token)).reason).toBe('token-invalid');
    expect((await rejectionOf(kind, `${token}x`)).reason).toBe('token-invalid');
  });

  it('secret-key-invalid: responds 503 if the Backend API rejects the secret key', async () => {
    const { token } = await issue(kind);
    const misconfigured = await startMachineApp({ ...local.keys, secretKey: 'sk_test_wrong' });

    expect((await rejectionOf(kind, token, misconfigured, 503)).reason).toBe('secret-key-invalid');
  });

  it.each(['network', 500, 503] as const)(
    'backend-api-unavailable: responds 503 while the Backend API fails (%s)',
    async outage => {
      const { token } = await issue(kind);
      local.outage = outage;

      expect(await rejectionOf(kind, token, app, 503)).toEqual({
        reason: 'backend-api-unavailable',
        message: expect.stringContaining('(code=backend-api-unavailable)'),
      });
    },
  );

  it('unexpected-error: rejects an unexpected response', async () => {
    const { token } = await issue(kind);
    for (const answer of [
      () => new Response('OK'),
      () => Response.json(null),
      () => Response.json({ id: 1 }),
    ]) {
      const confused = await startMachineApp({ ...local.keys, fetch: async () => answer() });
      expect((await rejectionOf(kind, token, confused)).reason).toBe('unexpected-error');
    }
  });

  it('is read from the header and not from the session cookie', async () => {
    const { token } = await issue(kind);

    const answer = await app.get('/any', {
      cookie: `__session=${token}; __client_uat=1; __clerk_db_jwt=dvb_1`,
    });

    expect(answer).toMatchObject({ status: 401, json: { reason: 'token-invalid' } });
    expect(local.requests).toEqual([]);
  });
});

describe('option machineSecretKey', () => {
  it('verifies M2M tokens for its machine in place of the secret key', async () => {
    const machine = await startMachineApp({ ...local.keys, machineSecretKey: local.machineSecretKey });
    const ours = await local.m2mTokens.create();
    const others = await local.m2mTokens.create({ scopes: ['mch_other'] });

    expect((await machine.get('/machines', bearer(ours.token))).status).toBe(200);
    expect((await rejectionOf('m2m_token', others.token, machine)).reason).toBe('token-invalid');
    expect((await app.get('/machines', bearer(others.token))).status).toBe(200);
  });

  it('is not used for other token types', async () => {
    const machine = await startMachineApp({ ...local.keys, machineSecretKey: local.machineSecretKey });

    for (const kind of ['api_key', 'oauth_token'] as const) {
      const { token } = await issue(kind);
      expect((await machine.get(ROUTES[kind], bearer(token))).status).toBe(200);
    }
  });
});
