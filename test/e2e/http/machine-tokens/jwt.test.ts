import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { verdictOf } from '../../../support/auth-answer.js';
import { setEnvironment } from '../../../support/environment.js';
import { startMachineApp } from '../../../support/machine-app.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';

const HOUR = 3600;

let local: LocalClerk;
let app: RunningApp;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  app = await startMachineApp({ ...local.keys, jwtKey: local.jwtKey });
});
beforeEach(() => {
  local.requests.length = 0;
});
afterAll(closeApps);

/** The claims of an M2M token, with overrides. */
function m2mClaims(changes: Record<string, unknown> = {}) {
  const iat = Math.floor(Date.now() / 1000);
  return { iss: local.issuer, sub: 'mch_jobs', jti: 'mt_1', iat, exp: iat + HOUR, ...changes };
}

async function rejectionOf(path: string, token: string, at = app) {
  const answer = await at.get(path, bearer(token));
  expect(answer.status).toBe(401);
  expect(verdictOf(answer)).toMatchObject({ status: 'signed-out', reason: answer.json.reason });
  return answer.json.reason;
}

describe('M2M token that is a JWT', () => {
  it('is verified by its signature without the Backend API', async () => {
    const { id, token } = await local.m2mTokens.create({
      subject: 'mch_jobs',
      claims: { team: 'billing', scopes: 'mch_a mch_b' },
      tokenFormat: 'jwt',
    });

    expect((await app.get('/machines', bearer(token))).json).toEqual({
      tokenType: 'm2m_token',
      isAuthenticated: true,
      id,
      subject: 'mch_jobs',
      machineId: 'mch_jobs',
      scopes: ['mch_a', 'mch_b'],
      claims: { team: 'billing', scopes: 'mch_a mch_b' },
    });
    expect(local.requests).toEqual([]);
  });

  it('is verified by the key set without jwtKey, with one fetch', async () => {
    const remote = await startMachineApp(local.keys);
    const { token } = await local.m2mTokens.create({ tokenFormat: 'jwt' });

    for (let request = 0; request < 2; request++) {
      expect((await remote.get('/machines', bearer(token))).status).toBe(200);
    }
    expect(local.requests.map(({ operation }) => operation)).toEqual(['GetJWKS']);
  });

  it('is accepted until it expires, even after it was revoked', async () => {
    const { id, token } = await local.m2mTokens.create({ tokenFormat: 'jwt' });
    local.m2mTokens.revoke(id);

    expect((await app.get('/machines', bearer(token))).status).toBe(200);
  });

  it('has only the claims of its creation', async () => {
    const token = await local.signJwt(m2mClaims());

    expect((await app.get('/machines', bearer(token))).json).toMatchObject({ scopes: [], claims: null });
  });

  it('token-invalid: rejects the category of another token type', async () => {
    for (const cat of ['cl_B7d4PD111AAA', 'cl_B7d4PD222AAA']) {
      expect(await rejectionOf('/machines', await local.signJwt(m2mClaims(), { cat }))).toBe('token-invalid');
    }
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['has expired', { exp: 1 }, {}],
    ['is not valid yet', { nbf: 9_999_999_999 }, {}],
    ['has no expiry', { exp: undefined }, {}],
    ['has an algorithm that Clerk does not use', {}, { alg: 'none' }],
    ['has another type', {}, { typ: 'at+jwt' }],
  ])('token-verification-failed: rejects a token that %s', async (_what, claims, header) => {
    expect(await rejectionOf('/machines', await local.signJwt(m2mClaims(claims), header))).toBe(
      'token-verification-failed',
    );
  });

  it('token-verification-failed: rejects the signature of another instance', async () => {
    const stranger = await LocalClerk.create();
    const remote = await startMachineApp(local.keys);
    const forged = await stranger.signJwt(m2mClaims(), { kid: local.kid });

    expect(await rejectionOf('/machines', forged)).toBe('token-verification-failed');
    expect(await rejectionOf('/machines', await stranger.signJwt(m2mClaims()), remote)).toBe(
      'token-verification-failed',
    );
  });

  it('backend-api-unavailable: responds 503 if the keys cannot be fetched', async () => {
    const remote = await startMachineApp({
      ...local.keys,
      fetch: async () => new Response('', { status: 500 }),
    });

    const { status, json } = await remote.get('/machines', bearer(await local.signJwt(m2mClaims())));
    expect([status, json.reason]).toEqual([503, 'backend-api-unavailable']);
  });
});

describe('OAuth access token that is a JWT', () => {
  it('is verified by its signature', async () => {
    const { id, token } = await local.oauthTokens.create({
      subject: 'user_alice',
      clientId: 'client_shop',
      scopes: ['profile', 'email'],
      tokenFormat: 'jwt',
    });

    expect((await app.get('/oauth', bearer(token))).json).toEqual({
      tokenType: 'oauth_token',
      isAuthenticated: true,
      id,
      subject: 'user_alice',
      userId: 'user_alice',
      clientId: 'client_shop',
      scopes: ['profile', 'email'],
    });
    expect(local.requests).toEqual([]);
  });

  it('may have the long media type as its type', async () => {
    const token = await local.signJwt(
      { ...m2mClaims(), sub: 'user_alice', client_id: 'client_shop', scope: 'profile' },
      { typ: 'application/at+jwt' },
    );

    expect((await app.get('/oauth', bearer(token))).json).toMatchObject({ scopes: ['profile'] });
  });

  it('token-verification-failed: rejects an expired token', async () => {
    const { token } = await local.oauthTokens.create({
      subject: 'user_alice',
      tokenFormat: 'jwt',
      secondsUntilExpiration: -60,
    });

    expect(await rejectionOf('/oauth', token)).toBe('token-verification-failed');
  });
});

describe('option audience', () => {
  const audience = 'https://api.example.com';
  let strict: RunningApp;

  beforeAll(async () => {
    strict = await startMachineApp({ ...local.keys, jwtKey: local.jwtKey, audience });
  });

  it.each(['opaque', 'jwt'] as const)('accepts an OAuth token (%s) for that audience', async tokenFormat => {
    const meant = await local.oauthTokens.create({
      subject: 'user_alice',
      audience: ['https://other.example.com', audience],
      tokenFormat,
    });

    expect((await strict.get('/oauth', bearer(meant.token))).status).toBe(200);
  });

  it.each([
    ['opaque', ['https://other.example.com']],
    ['jwt', ['https://other.example.com']],
    ['opaque', []],
    ['jwt', []],
  ] as const)(
    'token-verification-failed: rejects an OAuth token (%s) for the audience %j',
    async (tokenFormat, others) => {
      const { token } = await local.oauthTokens.create({
        subject: 'user_alice',
        audience: others,
        tokenFormat,
      });

      expect(await rejectionOf('/oauth', token, strict)).toBe('token-verification-failed');
    },
  );

  it('applies to an M2M token only if its subject is a user', async () => {
    expect((await strict.get('/machines', bearer(await local.signJwt(m2mClaims())))).status).toBe(200);
    const forOthers = await local.signJwt(m2mClaims({ aud: ['mch_other'] }));
    expect(await rejectionOf('/machines', forOthers, strict)).toBe('token-verification-failed');
  });
});
