import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Header } from '@nestjs/common';
import { ClerkModule } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import type { SessionTokenOptions } from 'nest-clerk/testing';

import { cookieHeader, verdictOf } from '../../../support/auth-answer.js';
import { PAGE_LOAD } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import { startWho } from '../../../support/who-app.js';

let local: LocalClerk;
let stranger: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  const users = [{ id: 'user_alice' }];
  local = await LocalClerk.create({ users, instanceType: 'production' });
  stranger = await LocalClerk.create({ users });
});
beforeEach(() => {
  local.outage = undefined;
});
afterEach(closeApps);
afterAll(closeApps);

function issue(options: Partial<SessionTokenOptions> = {}, by = local): Promise<string> {
  return by.issueSessionToken({ userId: 'user_alice', ...options });
}

const NONE = { status: undefined, reason: undefined, message: undefined };

describe('x-clerk-auth-status, x-clerk-auth-reason and x-clerk-auth-message', () => {
  it('are missing for a signed-in user', async () => {
    const app = await startWho(local.keys);

    expect(verdictOf(await app.get('/', bearer(await issue())))).toEqual(NONE);
    expect(verdictOf(await app.get('/guarded', bearer(await issue())))).toEqual(NONE);
  });

  it('have the reason of a signed-out request, wherever it ends', async () => {
    const app = await startWho(local.keys);
    const signedOut = {
      status: 'signed-out',
      reason: 'session-token-and-uat-missing',
      message: undefined,
    };

    for (const path of ['/', '/guarded', '/any/where']) {
      expect(verdictOf(await app.get(path))).toEqual(signedOut);
    }
    expect((await app.get('/guarded')).status).toBe(401);
    const nowhere = await startNest({ imports: [ClerkModule.forRoot(local.keys)] });
    expect(await nowhere.get('/nothing')).toMatchObject({ status: 404 });
    expect(verdictOf(await nowhere.get('/nothing'))).toEqual(signedOut);
  });

  it('are sent with every redirect to the Frontend API', async () => {
    const app = await startWho(local.keys);

    const answer = await app.get('/', { ...PAGE_LOAD, ...cookieHeader({ __client_uat: 1 }) });

    expect(verdictOf(answer)).toEqual({
      status: 'handshake',
      reason: 'client-uat-but-no-session-token',
      message: undefined,
    });
  });

  it('request-not-authenticated: are missing on an excluded path, where a guard rejects', async () => {
    const app = await startWho({ ...local.keys, exclude: ['/guarded'] });

    const answer = await app.get('/guarded', bearer(await issue()));

    expect(answer).toMatchObject({ status: 401, json: { reason: 'request-not-authenticated' } });
    expect(verdictOf(answer)).toEqual(NONE);
  });

  it('are sent together with those of the application', async () => {
    @Controller()
    class HeaderController {
      @Get()
      @Header('Cache-Control', 'public')
      @Header('X-Own', '1')
      page() {}
    }
    const app = await startNest({
      imports: [ClerkModule.forRoot(local.keys)],
      controllers: [HeaderController],
    });

    const { headers } = await app.get('/');

    expect(headers).toMatchObject({
      'cache-control': 'public',
      'x-own': '1',
      'x-clerk-auth-status': 'signed-out',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});

interface Case {
  token: () => Promise<string> | string;
  options?: ClerkModuleOptions;
  /** Default: the message of the verifier, with its reason and the place of the token. */
  message?: string | RegExp;
}

/** By the reason and its cause. */
const REJECTED: Record<string, Case> = {
  'token-invalid: a string that is not a JWT': { token: () => 'garbage' },
  'token-invalid: another typ': { token: () => issue({ header: { typ: 'at' } }) },
  'token-invalid-algorithm: alg none': { token: () => issue({ header: { alg: 'none' } }) },
  'token-invalid-authorized-parties: another azp': {
    token: () => issue({ authorizedParty: 'https://evil.example' }),
    options: { authorizedParties: ['https://app.example.com'] },
  },
  'token-invalid-authorized-parties: no azp': {
    token: () => issue(),
    options: { authorizedParties: ['https://app.example.com'] },
  },
  'token-invalid-issuer: another of our instances as issuer': {
    token: () => issue(),
    options: { issuer: 'https://clerk.other.example' },
  },
  'token-invalid-signature: the signature of another instance': {
    token: () => issue({ header: { kid: local.kid }, claims: { iss: local.issuer } }, stranger),
  },
  'token-verification-failed: another audience': {
    token: () => issue({ claims: { aud: 'https://other.example' } }),
    options: { audience: 'https://api.example.com' },
  },
  'token-verification-failed: an exp that is not a number': {
    token: () => issue({ claims: { exp: 'tomorrow' } }),
  },
  'jwk-kid-mismatch: an unknown key id': {
    token: () => issue({ claims: { iss: local.issuer } }, stranger),
  },
  'secret-key-invalid: a secret key that the Backend API rejects': {
    token: () => issue(),
    options: { secretKey: 'sk_live_wrong' },
  },
  'jwk-remote-failed-to-load: a failing Backend API': {
    token: () => issue(),
    options: { fetch: async () => new Response('', { status: 500 }) },
  },
  'session-token-nbf: an nbf in the future': {
    token: () => issue({ claims: { nbf: 9_999_999_999 } }),
    message: /reason=token-not-active-yet/,
  },
  'session-token-iat-in-the-future: an iat in the future': {
    token: () => issue({ claims: { iat: 9_999_999_999 } }),
    message: /reason=token-iat-in-the-future/,
  },
  'session-token-expired-refresh-non-eligible-no-refresh-cookie: an expired token': {
    token: () => issue({ expiresIn: -60 }),
    message: /reason=token-expired/,
  },
  'token-type-mismatch: a JWT of a template': {
    token: () => issue({ header: { cat: 'cl_B7d4PD222AAA' } }),
    message: '',
  },
  'unexpected-error: malformed compact claims': {
    token: () => issue({ claims: { o: { id: 'org_1', rol: 'admin', per: 7, fpm: {} }, fea: ['o:x'] } }),
    message: '',
  },
};

describe('rejected token, as a Bearer token and as a cookie', () => {
  it.each(Object.entries(REJECTED))('%s', async (name, { token, options, message }) => {
    const [reason = ''] = name.split(':');
    const app = await startWho({ ...local.keys, ...options });
    const text = await token();
    const byCarrier = { header: bearer(text), cookie: cookieHeader({ __session: text, __client_uat: 1 }) };

    for (const [carrier, headers] of Object.entries(byCarrier)) {
      const answer = await app.get('/guarded', headers);

      const status = ['jwk-remote-failed-to-load', 'secret-key-invalid'].includes(reason) ? 503 : 401;
      expect(answer).toMatchObject({ status, json: { reason } });
      expect(verdictOf(answer)).toEqual({
        status: 'signed-out',
        reason,
        message:
          message === ''
            ? undefined
            : expect.stringMatching(
                message ?? new RegExp(`\\(reason=${reason}, token-carrier=${carrier}\\)$`),
              ),
      });
      expect(JSON.stringify(answer)).not.toContain(text);
    }
  });
});
