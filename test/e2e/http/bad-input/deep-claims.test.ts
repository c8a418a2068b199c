import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { cookieHeader } from '../../../support/auth-answer.js';
import {
  DEEP_MACHINE_TOKENS,
  deepSessionToken,
  instanceWithDeepClaims,
} from '../../../support/deep-claims.js';
import { setEnvironment } from '../../../support/environment.js';
import { startMachineApp } from '../../../support/machine-app.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';
import { startWho } from '../../../support/who-app.js';

let machines: RunningApp;
let who: RunningApp;

beforeAll(async () => {
  setEnvironment({});
  const options = instanceWithDeepClaims(await LocalClerk.create());
  machines = await startMachineApp(options);
  who = await startWho(options);
});
afterAll(closeApps);

describe('signed claims that are nested thousands of levels deep', () => {
  it.each(['act', 'fva', 'org_permissions', 'o', 'metadata'])(
    'sign out a session token with such a claim %s',
    async claim => {
      const token = deepSessionToken(claim);
      for (const headers of [
        bearer(token),
        cookieHeader({ __session: token, __client_uat: 1, __clerk_db_jwt: 'dvb_1' }),
      ]) {
        const open = await who.get('/page', headers);
        expect(open).toMatchObject({ status: 200, json: { userId: null } });
        expect(open.headers['x-clerk-auth-reason']).toBe('token-invalid');
        expect(await who.get('/guarded', headers)).toMatchObject({
          status: 401,
          json: { reason: 'token-invalid' },
        });
        for (const path of ['/any', '/either', '/people']) {
          expect((await machines.get(path, headers)).status).toBe(401);
        }
      }
    },
  );

  it.each(Object.entries(DEEP_MACHINE_TOKENS))('sign out %s', async (_kind, token) => {
    const headers = bearer(token());
    for (const path of ['/any', '/api-keys', '/machines', '/oauth', '/either', '/people']) {
      expect((await machines.get(path, headers)).status).toBe(401);
    }
    expect(await who.get('/page', headers)).toMatchObject({ status: 200, json: { userId: null } });
  });
});
