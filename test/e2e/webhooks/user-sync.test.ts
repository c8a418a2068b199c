import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';
import { ClerkModule } from 'nest-clerk';
import { LocalClerk, signWebhook } from 'nest-clerk/testing';

import { Backfill } from '../../../sample/04-user-sync/src/backfill.js';
import { ClerkSync } from '../../../sample/04-user-sync/src/clerk-sync.js';
import { Database } from '../../../sample/04-user-sync/src/database.js';
import { Tables } from '../../../sample/04-user-sync/src/tables.js';
import { closeApps, startNest } from '../../support/running-app.js';
import type { RunningNestApp } from '../../support/running-app.js';

/** The server of `DATABASE_URL`, if it is set, besides the embedded database. */
const DATABASES: [string, string][] = [
  ['the embedded database', ''],
  ...(process.env.DATABASE_URL ? [['a server', process.env.DATABASE_URL] as [string, string]] : []),
];

describe.each(DATABASES)('users synced to %s', (_title, url) => {
  let local: LocalClerk;
  let app: RunningNestApp;
  let tables: Tables;
  let now: number;

  beforeEach(async () => {
    now = Date.UTC(2026, 0, 1);
    local = await LocalClerk.create();
    const database = await Database.open(url);
    for (const table of ['users', 'organizations', 'memberships', 'backfill_progress']) {
      await database.query(`delete from ${table}`);
    }
    const { signingSecret } = local.webhooks;

    @Module({
      providers: [{ provide: Database, useValue: database }, Tables, ClerkSync, Backfill],
    })
    class SyncModule {}
    app = await startNest({
      imports: [ClerkModule.forRoot({ ...local.keys, webhooks: { signingSecret } }), SyncModule],
    });
    tables = (app.app as INestApplicationContext).get(Tables, { strict: false });
  });

  afterEach(closeApps);

  async function send(type: string, data: object, timestamp = now, id?: string): Promise<void> {
    const event = { type, data, timestamp };
    const { headers, body } = signWebhook(event, { signingSecret: local.webhooks.signingSecret, id });
    const { status, text } = await app.request('/webhooks/clerk', {
      method: 'POST',
      headers: { ...headers },
      body,
    });
    expect({ status, text }).toMatchObject({ status: 200 });
  }

  const user = (first_name: string, updated_at: number) => ({
    id: 'user_ada',
    first_name,
    last_name: null,
    email_addresses: [{ id: 'idn_1', email_address: 'ada@example.com' }],
    primary_email_address_id: 'idn_1',
    updated_at,
  });
  const names = async () => (await tables.users()).map(row => row.first_name);

  test('are created, updated and deleted', async () => {
    await send('user.created', user('Ada', now));
    expect(await tables.users()).toEqual([
      { id: 'user_ada', email: 'ada@example.com', first_name: 'Ada', last_name: null },
    ]);
    await send('user.updated', user('Augusta', now + 1));
    expect(await names()).toEqual(['Augusta']);
    await send('user.deleted', { id: 'user_ada', deleted: true }, now + 2);
    expect(await names()).toEqual([]);
  });

  test('keep their newest state if deliveries are repeated or out of order', async () => {
    await send('user.updated', user('Augusta', now + 1));
    await send('user.created', user('Ada', now));
    expect(await names()).toEqual(['Augusta']);
    await send('user.updated', user('Ada Lovelace', now + 2), now + 2, 'msg_2');
    await send('user.updated', user('Augusta', now + 1));
    await send('user.updated', user('Ada Lovelace', now + 2), now + 2, 'msg_2');
    expect(await names()).toEqual(['Ada Lovelace']);
  });

  test('stay deleted after an older or a late event', async () => {
    await send('user.deleted', { id: 'user_ada', deleted: true }, now + 2);
    await send('user.created', user('Ada', now));
    await send('user.updated', user('Ada', now + 3));
    expect(await names()).toEqual([]);
  });

  test('follow the changes of LocalClerk, with organizations and memberships', async () => {
    local.webhooks.addEndpoint(`http://127.0.0.1:${app.port}/webhooks/clerk`);
    local.users.create({ id: 'user_bob', firstName: 'Bob' });
    local.organizations.create({ id: 'org_acme', name: 'Acme' });
    local.memberships.create({ organizationId: 'org_acme', userId: 'user_bob', role: 'org:admin' });
    await local.webhooks.flush();
    expect(await tables.memberships()).toEqual([
      { organization_id: 'org_acme', user_id: 'user_bob', role: 'org:admin' },
    ]);
    expect(await tables.organizations()).toEqual([{ id: 'org_acme', name: 'Acme', slug: 'acme' }]);
    local.users.delete('user_bob');
    await local.webhooks.flush();
    expect([await tables.users(), await tables.memberships()]).toEqual([[], []]);
  });

  test('are backfilled, and an interrupted backfill resumes at its last position', async () => {
    for (let index = 0; index < 25; index++) local.users.create({ id: `user_${index}` });
    local.organizations.create({ id: 'org_acme', name: 'Acme' });
    local.memberships.create({ organizationId: 'org_acme', userId: 'user_0' });
    const backfill = app.app.get(Backfill, { strict: false });
    const interrupted = backfill.run((_resource, done) => {
      if (done === 20) throw new Error('interrupted');
    }, 10);
    await expect(interrupted).rejects.toThrow('interrupted');
    expect(await tables.users()).toHaveLength(20);

    const steps: string[] = [];
    await backfill.run((resource, done, total) => steps.push(`${resource} ${done}/${total}`), 10);
    expect(steps).toEqual(['users 25/25', 'organizations 1/1', 'memberships 1/1']);
    expect(await tables.users()).toHaveLength(25);
    expect(await tables.memberships()).toHaveLength(1);
  });

  test('are not overwritten by a backfill that is older than a webhook', async () => {
    local.users.create({ id: 'user_ada', firstName: 'Ada' });
    await send('user.updated', user('Augusta', Date.now() + 60_000));
    await app.app.get(Backfill, { strict: false }).run(() => undefined);
    expect(await names()).toEqual(['Augusta']);
  });
});
