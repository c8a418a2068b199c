import { describe, expect, it } from '@jest/globals';
import { ClerkAPIResponseError } from 'nest-clerk';

import { signedInAuthObject, signedOutAuthObject } from '../../lib/authorization/session-auth-object.js';
import type { CreateSessionToken } from '../../lib/authorization/session-auth-object.js';
import { authObjectOf, decoded, tokenWith } from './support.js';

const CLAIMS = {
  v: 2,
  sub: 'user_alice',
  sid: 'sess_1',
  sts: 'active',
  fva: [3, -1],
  act: { sub: 'user_support', reason: { ticket: 5 } },
  fea: 'o:invoices',
  o: { id: 'org_acme', rol: 'admin', slg: 'acme', per: 'read', fpm: '1' },
  metadata: { tags: ['a'] },
};

const noDebug = () => ({});

describe('auth object of a signed-in user', () => {
  it('has the fields of @clerk/express and no others', () => {
    expect(authObjectOf(CLAIMS)).toStrictEqual({
      tokenType: 'session_token',
      isAuthenticated: true,
      userId: 'user_alice',
      sessionId: 'sess_1',
      sessionStatus: 'active',
      sessionClaims: CLAIMS,
      actor: CLAIMS.act,
      orgId: 'org_acme',
      orgRole: 'org:admin',
      orgSlug: 'acme',
      orgPermissions: ['org:invoices:read'],
      factorVerificationAge: [3, -1],
      getToken: expect.any(Function),
      has: expect.any(Function),
      debug: expect.any(Function),
    });
  });

  it('is unchanged in the next request after a handler has modified it', () => {
    const token = tokenWith(CLAIMS);
    const session = { token, jwt: decoded(token), createSessionToken: () => Promise.resolve('') };
    const first = signedInAuthObject(session, noDebug);
    const untouched = JSON.stringify(first);

    Object.assign(first.sessionClaims, { sub: 'user_mallory', metadata: null });
    Object.assign(first.sessionClaims.o as object, { rol: 'owner' });
    first.orgPermissions?.push('org:invoices:delete');
    first.actor!.sub = 'user_mallory';
    (first.actor!.reason as { ticket: number }).ticket = 6;
    first.factorVerificationAge![0] = 0;

    const second = signedInAuthObject(session, noDebug);
    expect(JSON.stringify(second)).toBe(untouched);
    expect(second.has({ permission: 'org:invoices:delete' })).toBe(false);
  });

  it('answers has() from the token after a handler has modified the object', () => {
    const auth = authObjectOf(CLAIMS);

    auth.orgPermissions?.push('org:invoices:delete');
    auth.orgRole = 'org:owner';
    auth.sessionClaims.fea = 'o:invoices,o:everything';

    expect(auth.has({ permission: 'org:invoices:delete' })).toBe(false);
    expect(auth.has({ role: 'org:owner' })).toBe(false);
    expect(auth.has({ feature: 'everything' })).toBe(false);
    expect(auth.has({ role: 'org:admin', permission: 'org:invoices:read', feature: 'invoices' })).toBe(true);
  });
});

describe('getToken()', () => {
  it('asks the Backend API of the instance that verified the token, if several instances did', async () => {
    const token = tokenWith(CLAIMS);
    const jwt = decoded(token);
    const authFrom = (name: string) => {
      const createSessionToken: CreateSessionToken = () => Promise.resolve(`token from ${name}`);
      return signedInAuthObject({ token, jwt, createSessionToken }, noDebug);
    };
    const [first, second, third] = [authFrom('first'), authFrom('second'), authFrom('third')];

    const tokens = [first, second, third].map(auth => auth.getToken({ template: 'hasura' }));

    expect(await Promise.all(tokens)).toEqual(['token from first', 'token from second', 'token from third']);
  });

  const calls: unknown[][] = [];
  const createSessionToken: CreateSessionToken = (...call) => {
    calls.push(call);
    return Promise.resolve('new-token');
  };

  it.each([undefined, {}, { template: '' }, { template: undefined, expiresInSeconds: undefined }])(
    'returns the token of the request for the options %j',
    async options => {
      await expect(authObjectOf(CLAIMS).getToken(options)).resolves.toBe(tokenWith(CLAIMS));
    },
  );

  it.each([
    [{ template: 'hasura' }, ['sess_1', 'hasura', undefined]],
    [{ template: 'hasura', expiresInSeconds: 90 }, ['sess_1', 'hasura', 90]],
    [{ expiresInSeconds: 90 }, ['sess_1', undefined, 90]],
    [{ expiresInSeconds: 0 }, ['sess_1', undefined, 0]],
  ])('requests a new token from the Backend API for the options %j', async (options, call) => {
    calls.length = 0;

    await expect(authObjectOf(CLAIMS, createSessionToken).getToken(options)).resolves.toBe('new-token');
    expect(calls).toEqual([call]);
  });

  it('rejects with the error of the Backend API', async () => {
    const failure = new ClerkAPIResponseError('no such template', { status: 404, errors: [] });
    const auth = authObjectOf(CLAIMS, () => Promise.reject(failure));

    await expect(auth.getToken({ template: 'unknown' })).rejects.toBe(failure);
  });

  it('returns null for a token without a session, as @clerk/backend does', async () => {
    const auth = authObjectOf({ sub: 'user_alice' }, createSessionToken);

    await expect(auth.getToken()).resolves.toBeNull();
    await expect(auth.getToken({ template: 'hasura' })).resolves.toBeNull();
  });
});

describe('auth object of a signed-out request', () => {
  it('has the same fields, all null', async () => {
    const auth = signedOutAuthObject(noDebug);

    expect(Object.keys(auth).sort()).toEqual(Object.keys(authObjectOf(CLAIMS)).sort());
    const { tokenType, isAuthenticated, getToken, has, debug, ...rest } = auth;
    expect({ tokenType, isAuthenticated }).toEqual({ tokenType: 'session_token', isAuthenticated: false });
    expect(Object.values(rest).every(value => value === null)).toBe(true);
    await expect(getToken({ template: 'hasura' })).resolves.toBeNull();
    expect(has({ role: 'org:admin' })).toBe(false);
    expect(debug()).toEqual({});
  });

  it('has the status of a pending session', () => {
    expect(signedOutAuthObject(noDebug, 'pending')).toMatchObject({ sessionStatus: 'pending', userId: null });
  });
});
