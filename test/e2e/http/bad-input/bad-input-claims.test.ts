import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { cookieHeader, verdictOf } from '../../../support/auth-answer.js';
import { PAGE_LOAD } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { forgeJwt } from '../../../support/forge.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';
import { recordingLogger, startWho } from '../../../support/who-app.js';

import { cookieSuffix } from '../../../../lib/authentication/publishable-key.js';

const logger = recordingLogger();
let instances: { local: LocalClerk; app: RunningApp; suffix: string }[];

beforeAll(async () => {
  setEnvironment({});
  instances = await Promise.all(
    (['development', 'production'] as const).map(async instanceType => {
      const local = await LocalClerk.create({ instanceType, users: [{ id: 'user_alice' }] });
      return {
        local,
        app: await startWho({ ...local.keys, jwtKey: local.jwtKey }, logger),
        suffix: cookieSuffix(local.publishableKey),
      };
    }),
  );
});
afterEach(() => {
  // None of them may reach the handler for unexpected errors.
  expect(logger.warnings.filter(warning => warning.includes('could not be checked'))).toEqual([]);
});
afterAll(closeApps);

/** It has no primitive value: a comparison with it throws. */
const OBJECT = { valueOf: 1, toString: 1 };
const CLAIMS = ['iat', 'exp', 'nbf', 'sid', 'sub', 'iss', 'azp', 'o'];
const ODD_CLAIMS = CLAIMS.flatMap(name =>
  [OBJECT, [OBJECT], {}, null, 'x'].map(value => [name, JSON.stringify(value), value] as const),
);

describe.each(['GET', 'POST'])('%s with forged cookies', method => {
  it.each(ODD_CLAIMS)(
    'with the claim %s set to %s gets a response and is signed out',
    async (name, _text, value) => {
      for (const { local, app, suffix } of instances) {
        const exp = Math.floor(Date.now() / 1000) - 60;
        const claims = {
          iss: local.issuer,
          sub: 'user_alice',
          sid: 'sess_1',
          iat: exp - 60,
          exp,
          [name]: value,
        };
        const odd = forgeJwt({ alg: 'RS256', typ: 'JWT', kid: local.kid }, claims);
        const usual = forgeJwt({ alg: 'RS256' }, { iss: local.issuer, sub: 'user_alice', iat: 2, exp: 2 });

        for (const cookies of [
          { __session: odd, __client_uat: 1 },
          { __session: odd, __client_uat: exp },
          { __session: odd, [`__session_${suffix}`]: odd, __client_uat: 1, [`__client_uat_${suffix}`]: 1 },
          { __session: odd, [`__session_${suffix}`]: usual, [`__client_uat_${suffix}`]: exp },
          { __session: usual, [`__session_${suffix}`]: odd, [`__client_uat_${suffix}`]: exp },
          { [`__session_${suffix}`]: odd, [`__client_uat_${suffix}`]: 1, __client_uat: 0 },
          { [`__session_${suffix}`]: odd, [`__client_uat_${suffix}`]: 1, [`__refresh_${suffix}`]: 'rt_1' },
        ]) {
          const headers = { ...PAGE_LOAD, ...cookieHeader({ ...cookies, __clerk_db_jwt: 'dvb_1' }) };
          const answer = await app.request('/page', { method, headers });
          expect([200, 307]).toContain(answer.status);
          if (answer.status === 200) expect(answer.json).toMatchObject({ userId: null, sessionId: null });
          expect(verdictOf(answer).status).toMatch(/^(signed-out|handshake)$/);
          expect(verdictOf(answer).reason).not.toBe('unexpected-error');
        }
      }
    },
  );
});

describe('expired session token of the instance', () => {
  it.each(ODD_CLAIMS)(
    'with the claim %s set to %s gets a response, and an invalid sid is not sent',
    async (name, _text, value) => {
      for (const { local, app, suffix } of instances) {
        local.requests.length = 0;
        const exp = Math.floor(Date.now() / 1000) - 60;
        const token = await local.signJwt({ sub: 'user_alice', sid: 'sess_1', iat: exp, exp, [name]: value });
        const cookies = {
          __session: token,
          __client_uat: 1,
          [`__refresh_${suffix}`]: 'rt_1',
          __clerk_db_jwt: 'x',
        };

        const answer = await app.get('/page', { ...PAGE_LOAD, ...cookieHeader(cookies) });

        expect([200, 307]).toContain(answer.status);
        if (name === 'sid' && value !== 'x') expect(local.requests).toEqual([]);
      }
    },
  );
});

describe('machine token as a session token', () => {
  const machine = (local: LocalClerk) => {
    const iat = Math.floor(Date.now() / 1000);
    return { iss: local.issuer, sub: 'mch_jobs', jti: 'mt_1', sid: 'sess_1', iat, exp: iat + 60 };
  };

  it.each(['', '=', '==', '===', '.', '%3D', '%3D%3D'])('is rejected with %j appended', async ending => {
    for (const { local, app } of instances) {
      const tokens = [
        await local.signJwt(machine(local)),
        await local.signJwt({ ...machine(local), sub: 'user_alice' }, { typ: 'at+jwt' }),
      ];
      for (const token of tokens.map(text => text + ending)) {
        for (const headers of [bearer(token), cookieHeader({ __session: token, __client_uat: 1 })]) {
          expect((await app.get('/page', headers)).json).toMatchObject({ userId: null, sessionId: null });
          expect((await app.get('/guarded', headers)).status).toBe(401);
        }
      }
    }
  });
});
