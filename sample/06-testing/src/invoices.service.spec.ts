import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { ClerkTestingModule, LocalClerk } from 'nest-clerk/testing';

import { InvoicesService } from './invoices.service.js';

describe('InvoicesService', () => {
  let moduleRef: TestingModule;
  let local: LocalClerk;
  let invoices: InvoicesService;

  beforeEach(async () => {
    moduleRef = await Test.createTestingModule({
      imports: [
        ClerkTestingModule.forRoot({ users: [{ id: 'user_ada', firstName: 'Ada', lastName: 'Lovelace' }] }),
      ],
      providers: [InvoicesService],
    }).compile();
    local = moduleRef.get(LocalClerk);
    invoices = moduleRef.get(InvoicesService);
  });

  afterEach(() => moduleRef.close());

  it('names the user who creates an invoice', async () => {
    await invoices.create('org_acme', 'user_ada', 100);

    expect(invoices.list('org_acme')).toMatchObject([{ amount: 100, createdBy: 'Ada Lovelace' }]);
    expect(local.requests).toMatchObject([{ operation: 'GetUser', status: 200 }]);
  });

  it('creates no invoice for a user who does not exist', async () => {
    await expect(invoices.create('org_acme', 'user_eve', 100)).rejects.toMatchObject({ status: 404 });

    expect(invoices.list('org_acme')).toEqual([]);
  });

  it('creates an invoice when Clerk answers at the second attempt', async () => {
    local.fail('GetUser', { status: 503, times: 1 });

    expect(await invoices.create('org_acme', 'user_ada', 100)).toMatchObject({ amount: 100 });
    expect(local.requests.map(({ status }) => status)).toEqual([503, 200]);
  });
});
