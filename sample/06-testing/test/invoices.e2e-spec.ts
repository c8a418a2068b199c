import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { CLERK_MODULE_OPTIONS } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { AppModule } from '../src/app.module.js';

describe('the application', () => {
  let local: LocalClerk;
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    local = await LocalClerk.create({
      users: [{ id: 'user_ada', firstName: 'Ada' }],
      organizations: [{ id: 'org_acme', name: 'Acme', members: [{ user: 'user_ada' }] }],
    });
    const { signingSecret } = local.webhooks;
    const moduleRef = await Test.createTestingModule({ imports: [AppModule] })
      .overrideProvider(CLERK_MODULE_OPTIONS)
      .useValue({ ...local.keys, webhooks: { signingSecret } })
      .compile();
    app = moduleRef.createNestApplication();
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
    local.webhooks.addEndpoint(`${url}/webhooks/clerk`);
  });

  afterEach(() => local.reset());

  afterAll(() => app.close());

  function create(headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${url}/invoices`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ amount: 100 }),
    });
  }

  it('rejects a signed-out request with 401', async () => {
    expect((await create()).status).toBe(401);
  });

  it('rejects a member without the permission with 403', async () => {
    const { headers } = await local.signIn('user_ada', { organization: 'org_acme' });

    expect((await create(headers)).status).toBe(403);
  });

  it('creates and lists an invoice, for programs and for browsers', async () => {
    const permissions = ['org:invoices:create'];
    const { headers, cookies } = await local.signIn('user_ada', { organization: 'org_acme', permissions });

    const response = await create(headers);
    expect([response.status, await response.json()]).toMatchObject([201, { amount: 100, createdBy: 'Ada' }]);

    const list = await fetch(`${url}/invoices`, { headers: { cookie: cookies } });
    expect(await list.json()).toMatchObject([{ amount: 100 }]);
  });

  it('rejects a token that has expired', async () => {
    const { headers } = await local.signIn('user_ada', { organization: 'org_acme' });

    local.clock.advance('2m');

    expect((await fetch(`${url}/invoices`, { headers })).status).toBe(401);
  });

  it('deletes the invoices of an organization that is deleted in Clerk', async () => {
    const permissions = ['org:invoices:create'];
    const { headers } = await local.signIn('user_ada', { organization: 'org_acme', permissions });
    await create(headers);

    local.organizations.delete('org_acme');
    await local.webhooks.flush();

    const list = await fetch(`${url}/invoices`, { headers });
    expect(await list.json()).toEqual([]);
  });
});
