import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getAuth } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { bearer, sessionCookie, startNestApp } from '../../../support/nest-app.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningNestApp } from '../../../support/running-app.js';

let local: LocalClerk;
let app: RunningNestApp;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }, { id: 'user_bob' }] });
  app = await startNestApp(local.keys);
});

afterAll(closeApps);

describe('session token', () => {
  it.each([
    ['Authorization: Bearer', (token: string) => ({ authorization: `Bearer ${token}` })],
    ['a bare Authorization header', (token: string) => ({ authorization: token })],
    ['the cookie __session', sessionCookie],
  ])('signs in through %s', async (_carrier, headersWith) => {
    const headers = headersWith(await local.issueSessionToken({ userId: 'user_alice' }));

    for (const path of ['/', '/any/path?with=query', '/guarded']) {
      const answer = await app.get(path, headers);
      expect(answer.status).toBe(200);
      expect(answer.json).toMatchObject({ isAuthenticated: true, userId: 'user_alice' });
      expect(Object.keys(answer.headers).filter(name => name.startsWith('x-clerk-'))).toEqual([]);
    }
  });

  it.each(['bearer', 'BEARER', 'bEaReR', 'Bearer ', 'bearer   '])(
    'is accepted with the scheme %j',
    async scheme => {
      const token = await local.issueSessionToken({ userId: 'user_alice' });
      expect((await app.get('/', { authorization: `${scheme} ${token}` })).json.userId).toBe('user_alice');
    },
  );

  it('in the header is preferred to one in the cookie', async () => {
    const cookies = sessionCookie(await local.issueSessionToken({ userId: 'user_alice' }));
    const header = bearer(await local.issueSessionToken({ userId: 'user_bob' }));

    expect((await app.get('/', { ...header, ...cookies })).json.userId).toBe('user_bob');
    expect((await app.get('/', { ...bearer('garbage'), ...cookies })).json.userId).toBeNull();
  });

  it.each(['Basic dXNlcjpwYXNz', 'Bearers garbage', 'Digest x'])(
    'in the cookie is used if the header has another scheme: %s',
    async authorization => {
      const cookies = sessionCookie(await local.issueSessionToken({ userId: 'user_alice' }));

      expect((await app.get('/', { authorization, ...cookies })).json.userId).toBe('user_alice');
    },
  );

  it('sets every field of the auth object', async () => {
    const token = await local.issueSessionToken({
      userId: 'user_alice',
      orgId: 'org_acme',
      orgRole: 'org:admin',
      orgSlug: 'acme',
      orgPermissions: ['org:invoices:read', 'org:invoices:create'],
      factorVerificationAge: [3, 7],
      actor: { sub: 'user_support' },
      claims: { locale: 'de', metadata: { onboarded: true } },
    });

    expect((await app.get('/', bearer(token))).json).toEqual({
      tokenType: 'session_token',
      isAuthenticated: true,
      userId: 'user_alice',
      sessionId: expect.stringMatching(/^sess_/),
      sessionStatus: 'active',
      sessionClaims: expect.objectContaining({ v: 2, locale: 'de', metadata: { onboarded: true } }),
      actor: { sub: 'user_support' },
      orgId: 'org_acme',
      orgRole: 'org:admin',
      orgSlug: 'acme',
      orgPermissions: ['org:invoices:read', 'org:invoices:create'],
      factorVerificationAge: [3, 7],
    });
  });

  it('sets the same auth object with claims of version 1 and of version 2', async () => {
    const session = local.sessions.create({ userId: 'user_alice' });
    const authOf = async (version: 1 | 2) => {
      const token = await local.issueSessionToken({
        userId: 'user_alice',
        sessionId: session.id,
        orgId: 'org_acme',
        orgRole: 'org:admin',
        orgSlug: 'acme',
        orgPermissions: Array.from({ length: 70 }, (_, n) => `org:invoices:p${n}`),
        version,
      });
      const { sessionClaims, ...auth } = (await app.get('/', bearer(token))).json;
      return { auth, version: (sessionClaims as { v?: number }).v };
    };

    const [version1, version2] = await Promise.all([authOf(1), authOf(2)]);

    expect(version1.version).toBeUndefined();
    expect(version2.version).toBe(2);
    expect(version2.auth).toEqual(version1.auth);
    expect(version2.auth.orgPermissions).toHaveLength(70);
  });

  it('decides has()', async () => {
    const asking = await startNestApp(local.keys, {
      answer: request => {
        const { has } = getAuth(request);
        return [
          has({ role: 'org:admin' }),
          has({ permission: 'org:invoices:create', feature: 'org:invoices' }),
          has({ plan: 'user:pro', reverification: 'strict' }),
          has({ permission: 'org:invoices:delete' }),
          has({ role: 'org:admin', plan: 'org:pro' }),
        ];
      },
    });
    const token = await local.issueSessionToken({
      userId: 'user_alice',
      orgId: 'org_acme',
      orgRole: 'org:admin',
      orgPermissions: ['org:invoices:create'],
      plans: ['u:pro'],
      factorVerificationAge: [0, 5],
    });

    expect((await asking.get('/', bearer(token))).json).toEqual([true, true, true, false, false]);
    expect((await asking.get('/')).json).toEqual([false, false, false, false, false]);
  });

  it("is rejected with compact claims in another form than Clerk's", async () => {
    const claims = { v: 2, fea: 'invoices', o: { id: 'org_acme', per: 'read', fpm: '1' } };
    const token = await local.issueSessionToken({ userId: 'user_alice', claims });

    for (const headers of [bearer(token), sessionCookie(token)]) {
      const { status, json, headers: answered } = await app.get('/', headers);
      expect(status).toBe(200);
      expect(json.isAuthenticated).toBe(false);
      expect(answered['x-clerk-auth-reason']).toBe('unexpected-error');
    }
  });
});

describe('pending session', () => {
  it('is signed out with its status', async () => {
    const token = await local.issueSessionToken({ userId: 'user_alice', sessionStatus: 'pending' });

    const open = await app.get('/', bearer(token));
    expect(open.json).toMatchObject({ isAuthenticated: false, userId: null, sessionStatus: 'pending' });
    const guarded = await app.get('/guarded', bearer(token));
    expect(guarded.status).toBe(401);
    expect(guarded.json.reason).toBe('session-pending');
  });

  it('is signed in with treatPendingAsSignedOut: false', async () => {
    const lenient = await startNestApp(local.keys, {
      answer: request => getAuth(request, { treatPendingAsSignedOut: false }),
    });
    const token = await local.issueSessionToken({ userId: 'user_alice', sessionStatus: 'pending' });

    const { json } = await lenient.get('/', bearer(token));

    expect(json).toMatchObject({ isAuthenticated: true, userId: 'user_alice', sessionStatus: 'pending' });
  });
});

describe('JWT of the instance that is not a session token', () => {
  const now = () => Math.floor(Date.now() / 1000);
  const session = () => ({
    sub: 'user_alice',
    sid: 'sess_1',
    iat: now(),
    exp: now() + 60,
    iss: local.issuer,
  });

  it.each([
    ['of a JWT template', { cat: 'cl_B7d4PD222AAA' }, {}, 'token-type-mismatch'],
    ['of a machine, by its category', { cat: 'cl_B7d4PD333AAA' }, {}, 'token-type-mismatch'],
    ['of an unknown category', { cat: 'cl_B7d4PD444AAA' }, {}, 'token-type-mismatch'],
    ['of category null', { cat: null }, {}, 'token-type-mismatch'],
    ['of another type', { typ: 'at+JWT' }, {}, 'token-invalid'],
    ['without a user', {}, { sub: undefined }, 'token-verification-failed'],
  ])('is signed out: %s', async (_what, header, claims, reason) => {
    const token = await local.signJwt({ ...session(), ...claims }, header);

    for (const headers of [bearer(token), sessionCookie(token)]) {
      const { json, headers: answered } = await app.get('/', headers);
      expect(json.isAuthenticated).toBe(false);
      expect(answered['x-clerk-auth-reason']).toBe(reason);
      expect((await app.get('/guarded', headers)).status).toBe(401);
    }
  });

  it.each([
    ['a machine, by its subject', {}, { sub: 'mch_1' }],
    ['an OAuth access token', { typ: 'at+jwt' }, {}],
  ])('is rejected as a session if it is of %s', async (_what, header, claims) => {
    const token = await local.signJwt({ ...session(), ...claims }, header);

    expect((await app.get('/', bearer(token))).json).toMatchObject({ isAuthenticated: false, userId: null });
    const { json, headers } = await app.get('/', sessionCookie(token));
    expect(json).toMatchObject({ isAuthenticated: false, userId: null });
    expect(headers['x-clerk-auth-reason']).toBe('token-type-mismatch');
    expect((await app.get('/guarded', bearer(token))).status).toBe(401);
  });

  it.each([undefined, 'cl_B7d4PD111AAA', 'cl_I7d4PD111III'])(
    'is accepted as a session with the category %s',
    async cat => {
      const token = await local.signJwt(session(), { cat });

      for (const headers of [bearer(token), sessionCookie(token)]) {
        expect((await app.get('/', headers)).json.userId).toBe('user_alice');
      }
    },
  );
});

describe('option jwtKey', () => {
  const noNetwork = jest.fn<typeof fetch>(() => Promise.reject(new Error('no network')));
  const forms: [string, (pem: string) => string][] = [
    ['with line breaks', pem => pem],
    ['with CRLF', pem => pem.replaceAll('\n', '\r\n')],
    ['with \\n for its line breaks', pem => pem.replaceAll('\n', '\\n')],
    ['in quotes', pem => `"${pem.replaceAll('\n', '\\n')}"`],
    ['as bare base64', pem => pem.replace(/-----[A-Z ]+-----|\n/g, '')],
  ];

  it.each(forms)('%s, verifies sessions without a call', async (_form, written) => {
    const offline = await startNestApp({ ...local.keys, fetch: noNetwork, jwtKey: written(local.jwtKey) });
    const other = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
    const token = await local.issueSessionToken({ userId: 'user_alice', header: { kid: 'ins_unknown' } });
    const forged = await other.issueSessionToken({ userId: 'user_alice' });

    const signedIn = await offline.get('/', bearer(token));
    const byCookie = await offline.get('/', sessionCookie(token));
    const rejected = await offline.get('/', bearer(forged));

    expect(signedIn.json.userId).toBe('user_alice');
    expect(byCookie.json.userId).toBe('user_alice');
    expect(rejected.json.userId).toBeNull();
    expect(rejected.headers['x-clerk-auth-reason']).toBe('token-invalid-signature');
    expect(noNetwork).not.toHaveBeenCalled();
  });
});
