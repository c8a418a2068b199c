import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { getAuth, isClerkAPIResponseError } from 'nest-clerk';
import type { ClerkError, ServerGetTokenOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { bearer, startNestApp } from '../../../support/nest-app.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningNestApp } from '../../../support/running-app.js';

let local: LocalClerk;
let app: RunningNestApp;
/** The arguments of `getToken()` in the handler. */
let options: ServerGetTokenOptions | undefined;

beforeAll(async () => {
  local = await LocalClerk.create({
    users: [{ id: 'user_alice' }],
    jwtTemplates: [{ name: 'hasura', claims: { role: 'editor' } }],
  });
  app = await startNestApp(local.keys, {
    answer: async request => {
      try {
        return { token: await getAuth(request).getToken(options) };
      } catch (error) {
        if (!isClerkAPIResponseError(error)) return { code: (error as ClerkError).code };
        return { status: error.status, code: error.errors[0]?.code };
      }
    },
  });
});

beforeEach(() => {
  options = undefined;
});

afterAll(closeApps);

function claimsOf(token: unknown): Record<string, number | string> {
  const payload = String(token).split('.')[1] ?? '';
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, number | string>;
}

describe('getToken()', () => {
  it('returns the token of the request', async () => {
    const token = await local.issueSessionToken({ userId: 'user_alice' });

    expect((await app.get('/', bearer(token))).json).toEqual({ token });
  });

  it('returns null to a signed-out caller', async () => {
    options = { template: 'hasura' };

    expect((await app.get('/')).json).toEqual({ token: null });
  });

  it('returns a token of a JWT template', async () => {
    options = { template: 'hasura' };
    const { json } = await app.get('/', bearer(await local.issueSessionToken({ userId: 'user_alice' })));

    expect(claimsOf(json.token)).toMatchObject({ sub: 'user_alice', role: 'editor', iss: local.issuer });
    // Such a token is for another service, and is rejected here.
    expect((await app.get('/guarded', bearer(String(json.token)))).json.reason).toBe('token-type-mismatch');
  });

  it.each([{ template: 'hasura', expiresInSeconds: 90 }, { expiresInSeconds: 90 }])(
    'returns a token with the requested lifetime: %j',
    async asked => {
      options = asked;
      const token = await local.issueSessionToken({ userId: 'user_alice' });

      const { json } = await app.get('/', bearer(token));
      const { iat, exp, sub } = claimsOf(json.token);

      expect(json.token).not.toBe(token);
      expect(sub).toBe('user_alice');
      expect(Number(exp) - Number(iat)).toBe(90);
    },
  );

  it('rejects with the error of the Backend API for an unknown template', async () => {
    options = { template: 'unknown' };

    const { json } = await app.get('/', bearer(await local.issueSessionToken({ userId: 'user_alice' })));

    expect(json).toEqual({ status: 404, code: 'resource_not_found' });
  });

  it('encodes a template name that looks like a path', async () => {
    options = { template: '../../users' };
    local.requests.length = 0;

    const { json } = await app.get('/', bearer(await local.issueSessionToken({ userId: 'user_alice' })));

    expect(json).toEqual({ code: 'resource_id_invalid' });
    expect(local.requests).toEqual([]);
  });

  it('rejects after the session has ended', async () => {
    options = { template: 'hasura' };
    const session = local.sessions.create({ userId: 'user_alice' });
    const token = await local.issueSessionToken({ userId: 'user_alice', sessionId: session.id });
    local.sessions.revoke(session.id);

    expect((await app.get('/', bearer(token))).json).toMatchObject({ status: expect.any(Number) });
  });
});
