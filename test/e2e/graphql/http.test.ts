import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { APP_GUARD } from '@nestjs/core';
import { ClerkAuthGuard } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { MINUTE, stopClock } from '../../support/clock.js';
import { setEnvironment } from '../../support/environment.js';
import { GRAPHQL_SERVERS, startGraphql } from '../../support/graphql-app.js';
import type { GraphqlApp } from '../../support/graphql-app.js';
import { connect, disconnectAll } from '../../support/graphql-connection.js';
import { bearer, sessionCookie } from '../../support/nest-app.js';
import { closeApps } from '../../support/running-app.js';

let local: LocalClerk;
let app: GraphqlApp;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({
    users: [
      { id: 'user_alice', firstName: 'Alice', lastName: 'Liddell', emailAddress: ['alice@example.com'] },
    ],
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(async () => {
  await disconnectAll();
  await closeApps();
});

const MEMBER = { userId: 'user_alice', orgId: 'org_acme', orgRole: 'org:member', orgPermissions: [] };
const ADMIN = { ...MEMBER, orgRole: 'org:admin' };

async function as(who: Parameters<LocalClerk['issueSessionToken']>[0] = { userId: 'user_alice' }) {
  return bearer(await local.issueSessionToken(who));
}

function apiKey(scopes: string[] = []) {
  return bearer(local.apiKeys.create({ subject: 'user_alice', name: 'CI', scopes }).secret);
}

function calls(operation: string): number {
  return local.requests.filter(request => request.operation === operation).length;
}

/** The guaranteed parts of an error; a server may add others. */
const unauthenticated = (reason: string) => ({ code: 'UNAUTHENTICATED', reason });
const forbidden = (reason: string) => ({ code: 'FORBIDDEN', reason });

describe.each(GRAPHQL_SERVERS)('%s', server => {
  beforeAll(async () => {
    app = await startGraphql(server, { ...local.keys });
  });

  /** The field is null, and this is the only error. */
  async function expectRejected(query: string, headers: object, extensions: object) {
    const { status, json, text } = await app.send(query, { ...headers });
    const [, field] = /(\w+) }$/.exec(query) ?? [];
    expect(status).toBe(200);
    expect(json.data).toEqual({ [field as string]: null });
    expect(json.errors).toEqual([
      expect.objectContaining({ path: [field], extensions: expect.objectContaining(extensions) }),
    ]);
    expect(text).not.toMatch(/stack|node_modules/i);
  }

  async function expectData(query: string, headers: object, data: object) {
    expect((await app.send(query, { ...headers })).json).toEqual({ data });
  }

  describe('guarded query', () => {
    it('accepts signed-in users, by a token or a cookie', async () => {
      await expectData('{ guarded }', await as(), { guarded: 'user_alice' });
      const cookies = sessionCookie(await local.issueSessionToken({ userId: 'user_alice' }));
      await expectData('{ guarded }', cookies, { guarded: 'user_alice' });
    });

    it('rejects a signed-out caller', async () => {
      await expectRejected('{ guarded }', {}, unauthenticated('dev-browser-missing'));
    });

    it('rejects a token after it has expired', async () => {
      const clock = stopClock();
      const headers = await as();
      await expectData('{ guarded }', headers, { guarded: 'user_alice' });
      clock.advance(2 * MINUTE);
      await expectRejected(
        '{ guarded }',
        headers,
        unauthenticated('session-token-expired-refresh-non-eligible-non-get'),
      );
    });

    it('leaves the other fields of the operation in the response', async () => {
      const { json } = await app.send('{ guarded userId welcome }');
      expect(json.data).toEqual({ guarded: null, userId: null, welcome: 'Welcome, stranger' });
      expect(json.errors).toHaveLength(1);
    });

    it('does not quote a rejected token', async () => {
      const token = `${await local.issueSessionToken({ userId: 'user_alice' })}canary`;
      const { text } = await app.send('{ guarded }', bearer(token));
      expect(text).toContain('UNAUTHENTICATED');
      expect(text).not.toContain('canary');
    });
  });

  describe('@Protect()', () => {
    it.each([
      ['on a query', '{ forAdmins }', { forAdmins: 'admins' }],
      ['on a mutation', 'mutation { rename }', { rename: 'renamed' }],
      ['on a class', '{ statistics }', { statistics: 'statistics' }],
    ])('%s accepts the role and rejects any other caller', async (_, query, data) => {
      await expectData(query, await as(ADMIN), data);
      await expectRejected(query, await as(MEMBER), forbidden('requirement-not-met'));
      await expectRejected(query, {}, unauthenticated('dev-browser-missing'));
    });

    it('on a class and on its mutation requires both', async () => {
      const orgPermissions = ['org:invoices:delete'];
      const query = 'mutation { deleteInvoices }';
      await expectData(query, await as({ ...ADMIN, orgPermissions }), { deleteInvoices: 'deleted' });
      await expectRejected(query, await as(ADMIN), forbidden('requirement-not-met'));
      await expectRejected(query, await as({ ...MEMBER, orgPermissions }), forbidden('requirement-not-met'));
    });

    it('returns the reverification hint to the frontend', async () => {
      const stale = await as({ userId: 'user_alice', factorVerificationAge: [60, -1] });
      await expectData('{ forVerified }', await as(), { forVerified: 'verified' });
      await expectRejected('{ forVerified }', stale, {
        ...forbidden('reverification-error'),
        clerk_error: {
          type: 'forbidden',
          reason: 'reverification-error',
          metadata: { reverification: 'strict' },
        },
      });
    });

    it('checks the scopes of a machine token', async () => {
      await expectData('{ forPrivilegedPrograms }', apiKey(['orders:write']), {
        forPrivilegedPrograms: 'orders',
      });
      await expectRejected('{ forPrivilegedPrograms }', apiKey(), forbidden('insufficient-scope'));
    });
  });

  describe('machine token', () => {
    it('is accepted by a resolver with @AcceptsToken()', async () => {
      await expectData('{ forPrograms }', apiKey(), { forPrograms: 'api_key' });
      await expectData('{ forPrograms }', await as(), { forPrograms: 'session_token' });
    });

    it('is rejected by any other resolver', async () => {
      await expectRejected('{ guarded }', apiKey(), unauthenticated('token-type-mismatch'));
      await expectData('{ userId }', apiKey(), { userId: null });
    });

    it('is verified once for all fields of an operation', async () => {
      const before = calls('verifyApiKey');
      await expectData('{ a: forPrograms b: forPrograms }', apiKey(), { a: 'api_key', b: 'api_key' });
      expect(calls('verifyApiKey') - before).toBe(1);
    });
  });

  describe('@Auth()', () => {
    it('returns the user to an open query, or null', async () => {
      await expectData('{ userId welcome }', await as(), {
        userId: 'user_alice',
        welcome: 'Welcome, user_alice',
      });
      await expectData('{ userId }', {}, { userId: null });
    });

    it('returns the whole auth object', async () => {
      const whole = async (headers: object) =>
        JSON.parse((await app.send('{ auth }', { ...headers })).json.data.auth as string);
      expect(await whole(await as(ADMIN))).toMatchObject({ ...ADMIN, isAuthenticated: true });
      expect(await whole({})).toMatchObject({ userId: null, isAuthenticated: false });
      expect(await whole(apiKey())).toMatchObject({ tokenType: 'api_key', userId: 'user_alice' });
    });
  });

  describe('@CurrentUser()', () => {
    it('is fetched once for all fields of a request', async () => {
      const before = calls('GetUser');
      await expectData('{ firstName again: firstName email account { lastName } }', await as(), {
        firstName: 'Alice',
        again: 'Alice',
        email: 'alice@example.com',
        account: { lastName: 'Liddell' },
      });
      expect(calls('GetUser') - before).toBe(1);
    });

    it('is null for a signed-out caller', async () => {
      await expectData('{ firstName }', {}, { firstName: null });
    });

    it('rejects the token of a deleted user', async () => {
      local.users.create({ id: 'user_gone' });
      const headers = await as({ userId: 'user_gone' });
      local.users.delete('user_gone');
      await expectRejected('{ firstName }', headers, unauthenticated('user-not-found'));
    });
  });
});

describe.each(GRAPHQL_SERVERS)('APP_GUARD, with %s', server => {
  it('guards every query except public ones', async () => {
    const globally = { provide: APP_GUARD, useExisting: ClerkAuthGuard };
    const guarded = await startGraphql(server, { ...local.keys }, { providers: [globally] });
    const { json } = await guarded.send('{ userId welcome account { userId } }');
    // A rejected field must not be non-null, or no data would remain.
    expect(json.data).toBeNull();

    const open = await guarded.send('{ userId welcome }');
    expect(open.json.data).toEqual({ userId: null, welcome: 'Welcome, stranger' });
    expect(open.json.errors).toMatchObject([{ path: ['userId'], extensions: { code: 'UNAUTHENTICATED' } }]);
    expect((await guarded.send('{ userId account { lastName } }', await as())).json).toEqual({
      data: { userId: 'user_alice', account: { lastName: 'Liddell' } },
    });
  });

  it('authenticates once for all guards of a subscription', async () => {
    const globally = { provide: APP_GUARD, useExisting: ClerkAuthGuard };
    const guarded = await startGraphql(server, { ...local.keys }, { providers: [globally] });
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
    const before = calls('verifyApiKey');
    const connection = connect(guarded.port, { params: { token: secret } });
    const { data } = await connection.operate('subscription { forProgramsOnce }');
    expect(data).toEqual([{ forProgramsOnce: 'api_key' }]);
    expect(calls('verifyApiKey') - before).toBe(1);
  });
});
