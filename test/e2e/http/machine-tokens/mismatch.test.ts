import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { verdictOf } from '../../../support/auth-answer.js';
import { setEnvironment } from '../../../support/environment.js';
import { startMachineApp } from '../../../support/machine-app.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';

type Kind = 'session_token' | 'api_key' | 'm2m_token' | 'm2m_token JWT' | 'oauth_token' | 'oauth_token JWT';

const OPENED_BY: Record<string, Kind[]> = {
  '/people': ['session_token'],
  '/api-keys': ['api_key'],
  '/machines': ['m2m_token', 'm2m_token JWT'],
  '/oauth': ['oauth_token', 'oauth_token JWT'],
  '/either': ['api_key', 'session_token'],
  '/any': ['session_token', 'api_key', 'm2m_token', 'm2m_token JWT', 'oauth_token', 'oauth_token JWT'],
};

let local: LocalClerk;
let app: RunningApp;
let tokens: Record<Kind, string>;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  app = await startMachineApp({ ...local.keys, jwtKey: local.jwtKey });
  const subject = 'user_alice';
  tokens = {
    session_token: await local.issueSessionToken({ userId: subject, expiresIn: 3600 }),
    api_key: local.apiKeys.create({ subject, name: 'CI' }).secret,
    m2m_token: (await local.m2mTokens.create()).token,
    'm2m_token JWT': (await local.m2mTokens.create({ tokenFormat: 'jwt' })).token,
    oauth_token: (await local.oauthTokens.create({ subject })).token,
    'oauth_token JWT': (await local.oauthTokens.create({ subject, tokenFormat: 'jwt' })).token,
  };
});
beforeEach(() => {
  local.requests.length = 0;
});
afterAll(closeApps);

const KINDS = OPENED_BY['/any']!;
const OPENERS = Object.entries(OPENED_BY).flatMap(([path, kinds]) => kinds.map(kind => ({ path, kind })));
const OTHERS = Object.entries(OPENED_BY).flatMap(([path, openers]) =>
  KINDS.filter(kind => !openers.includes(kind)).map(kind => ({ path, kind })),
);

describe('route with @AcceptsToken()', () => {
  it.each(OPENERS)('$path accepts a $kind', async ({ path, kind }) => {
    const { status, json } = await app.get(path, bearer(tokens[kind]));

    expect(status).toBe(200);
    if (path !== '/people') expect(json.tokenType).toBe(kind.replace(' JWT', ''));
  });

  it.each(OTHERS)('token-type-mismatch: $path rejects a $kind', async ({ path, kind }) => {
    const answer = await app.get(path, bearer(tokens[kind]));

    expect(answer).toMatchObject({
      status: 401,
      json: { statusCode: 401, message: 'Unauthenticated', reason: 'token-type-mismatch' },
      headers: {
        'www-authenticate': expect.stringMatching(
          /realm="Clerk", error="invalid_token", error_description="token-type-mismatch"$/,
        ),
      },
    });
    // The token itself is valid: the route does not accept its type.
    expect(verdictOf(answer).status).toBeUndefined();
  });
});

describe('JWT of a template', () => {
  it('token-type-mismatch: rejects it on every route', async () => {
    const token = await local.issueSessionToken({
      userId: 'user_alice',
      header: { cat: 'cl_B7d4PD222AAA' },
    });

    for (const path of Object.keys(OPENED_BY)) {
      expect(await app.get(path, bearer(token))).toMatchObject({
        status: 401,
        json: { reason: 'token-type-mismatch' },
      });
    }
  });
});
