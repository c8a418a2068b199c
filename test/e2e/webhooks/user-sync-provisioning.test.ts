import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { AcceptsToken, AppUser, ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { Database } from '../../../sample/04-user-sync/src/database.js';
import { Provisioning } from '../../../sample/04-user-sync/src/provisioning.js';
import type { Account } from '../../../sample/04-user-sync/src/provisioning.js';
import { Tables } from '../../../sample/04-user-sync/src/tables.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps, startNest } from '../../support/running-app.js';
import type { RunningNestApp } from '../../support/running-app.js';

/** The server of `DATABASE_URL`, where there is one, besides the embedded database. */
const DATABASES: [string, string][] = [
  ['the embedded database', ''],
  ...(process.env.DATABASE_URL ? [['a server', process.env.DATABASE_URL] as [string, string]] : []),
];

/** Other test files use the tables of the same server. */
const SCHEMA = 'provisioning';

async function openDatabase(url: string): Promise<Database> {
  if (url === '') return Database.open('');
  const server = await Database.open(url);
  await server.query(`drop schema if exists ${SCHEMA} cascade`);
  await server.query(`create schema ${SCHEMA}`);
  await server.onModuleDestroy();
  return Database.open(`${url}?options=-csearch_path%3D${SCHEMA}`);
}

@Controller()
@UseGuards(ClerkAuthGuard)
@AcceptsToken('any')
class AccountController {
  @Get('account')
  account(@AppUser() account: Account) {
    return account;
  }
}

describe.each(DATABASES)('just-in-time provisioning in %s', (_title, url) => {
  let local: LocalClerk;
  let app: RunningNestApp;
  let database: Database;

  beforeEach(async () => {
    local = await LocalClerk.create({ users: [{ id: 'user_ada', emailAddress: ['ada@example.com'] }] });
    local.organizations.create({ id: 'org_acme', name: 'Acme' });
    database = await openDatabase(url);
    app = await startNest({
      imports: [ClerkModule.forRoot({ ...local.keys, jwtKey: local.jwtKey, userResolver: Provisioning })],
      controllers: [AccountController],
      providers: [{ provide: Database, useValue: database }, Tables, Provisioning],
    });
  });
  afterEach(closeApps);

  const session = async (orgId?: string) =>
    bearer(await local.issueSessionToken({ userId: 'user_ada', orgId }));
  const count = async (table: string) =>
    Number((await database.query(`select count(*) from ${table}`))[0]?.count);

  /** The answers to first requests at the same time. */
  async function firstRequests(headers: object): Promise<unknown[]> {
    const answers = await Promise.all(Array.from({ length: 20 }, () => app.get('/account', { ...headers })));
    expect(answers.map(({ status, text }) => ({ status, text: status === 200 ? '' : text }))).toEqual(
      answers.map(() => ({ status: 200, text: '' })),
    );
    return [...new Set(answers.map(({ text }) => text))].map(text => JSON.parse(text) as unknown);
  }

  it('creates one user and one organization for concurrent first requests of a session', async () => {
    const ada = { kind: 'user', id: 'user_ada', name: 'ada@example.com' };
    expect(await firstRequests(await session('org_acme'))).toEqual([ada]);
    expect([await count('users'), await count('organizations')]).toEqual([1, 1]);
  });

  it('creates one organization for concurrent first requests with its API key', async () => {
    const { secret } = local.apiKeys.create({ subject: 'org_acme', name: 'CI' });
    expect(await firstRequests(bearer(secret))).toEqual([
      { kind: 'organization', id: 'org_acme', name: 'Acme' },
    ]);
    expect(await count('organizations')).toBe(1);
  });

  it('creates one machine for concurrent first requests with its M2M token', async () => {
    const { token } = await local.m2mTokens.create({ subject: 'mch_worker' });
    expect(await firstRequests(bearer(token))).toEqual([{ kind: 'machine', id: 'mch_worker', name: null }]);
    expect(await count('machines')).toBe(1);
  });

  it('does not overwrite a row that a webhook wrote in the meantime', async () => {
    const row = { id: 'user_ada', email: 'countess@example.com', firstName: null, lastName: null };
    const later = Date.now() + 60_000;
    const tables = app.app.get(Tables);
    await Promise.all([tables.saveUser(row, later), app.get('/account', await session())]);
    expect((await tables.users())[0]?.email).toBe('countess@example.com');
  });

  it('rejects a deleted user with 403, although the token is still valid', async () => {
    const headers = await session();
    await app.app.get(Tables).deleteUser('user_ada', Date.now());
    expect(await app.get('/account', headers)).toMatchObject({
      status: 403,
      json: { reason: 'app-user-not-found' },
    });
  });

  it('rejects a user who was deleted before the first request with 403', async () => {
    const headers = await session();
    local.users.delete('user_ada');
    expect(await app.get('/account', headers)).toMatchObject({
      status: 403,
      json: { reason: 'app-user-not-found' },
    });
    expect(await count('users')).toBe(0);
  });
});
