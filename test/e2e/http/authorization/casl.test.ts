import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkModule } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalSignInParams } from 'nest-clerk/testing';

import type { Invoice } from '../../../support/casl/ability.js';
import { Database } from '../../../support/casl/database.js';
import { InvoicesModule, Members } from '../../../support/casl/invoices.module.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import type { RunningNestApp } from '../../../support/running-app.js';

const INVOICES: Invoice[] = [
  { id: 'acme-draft-ada', organization_id: 'org_acme', owner_id: 'user_ada', status: 'draft', amount: 1 },
  { id: 'acme-draft-bob', organization_id: 'org_acme', owner_id: 'user_bob', status: 'draft', amount: 2 },
  { id: 'acme-paid-bob', organization_id: 'org_acme', owner_id: 'user_bob', status: 'paid', amount: 3 },
  { id: 'acme-sent-ada', organization_id: 'org_acme', owner_id: 'user_ada', status: 'sent', amount: 4 },
  { id: 'acme-unknown-ada', organization_id: 'org_acme', owner_id: 'user_ada', status: null, amount: 5 },
  { id: 'other-sent-ada', organization_id: 'org_other', owner_id: 'user_ada', status: 'sent', amount: 6 },
];

const ACME = { organization: 'org_acme' };

let local: LocalClerk;
let app: RunningNestApp;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({
    users: [{ id: 'user_ada' }, { id: 'user_bob' }],
    organizations: [
      {
        id: 'org_acme',
        name: 'Acme',
        members: [{ user: 'user_ada', role: 'org:admin' }, { user: 'user_bob' }],
      },
      { id: 'org_other', name: 'Other' },
    ],
  });
  app = await startNest({
    imports: [ClerkModule.forRoot({ ...local.keys, userResolver: Members }), InvoicesModule],
  });
  for (const invoice of INVOICES) await app.app.get(Database, { strict: false }).insert(invoice);
});
afterAll(closeApps);

async function headersOf(user: string, params: LocalSignInParams) {
  return (await local.signIn(user, params)).headers;
}

async function list(user: string, params: LocalSignInParams): Promise<string[]> {
  const { status, json } = await app.get('/invoices', await headersOf(user, params));
  expect(status).toBe(200);
  return (json as { id: string }[]).map(({ id }) => id);
}

async function update(user: string, id: string, params: LocalSignInParams = ACME): Promise<number> {
  const headers = await headersOf(user, params);
  return (await app.request(`/invoices/${id}`, { method: 'PUT', headers })).status;
}

describe('an ability of CASL, built once by the resolver of the application user', () => {
  it('limits the rows of a list to those that it permits', async () => {
    expect(await list('user_bob', ACME)).toEqual([
      'acme-draft-bob',
      'acme-paid-bob',
      'acme-sent-ada',
      'acme-unknown-ada',
    ]);
    expect(await list('user_ada', ACME)).toEqual(INVOICES.slice(0, 5).map(({ id }) => id));
    expect(await list('user_ada', { organization: 'org_other' })).toEqual(['other-sent-ada']);
    expect(await list('user_ada', {})).toEqual([]);
  });

  it('decides as a policy in @Protect()', async () => {
    expect(await update('user_bob', 'acme-draft-bob')).toBe(200);
    expect(await update('user_bob', 'acme-sent-ada')).toBe(403);
    expect(await update('user_bob', 'acme-paid-bob')).toBe(403);
    expect(await update('user_ada', 'acme-draft-bob')).toBe(200);
    expect(await update('user_ada', 'acme-paid-bob')).toBe(403);
    expect(await update('user_ada', 'acme-draft-ada', {})).toBe(403);
  });

  it('does not tell a row of another organization from one that does not exist', async () => {
    expect(await update('user_ada', 'other-sent-ada')).toBe(403);
    expect(await update('user_ada', 'missing')).toBe(403);
  });

  it('is needed by callers who are signed in only: others get 401', async () => {
    expect((await app.get('/invoices')).status).toBe(401);
  });
});
