import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Inject, Injectable, Scope, UseGuards } from '@nestjs/common';
import { ContextIdFactory, REQUEST } from '@nestjs/core';
import {
  Auth,
  ClerkAuthGuard,
  ClerkContext,
  ClerkModule,
  OrganizationContextIdStrategy,
  TenantClerkClient,
} from 'nest-clerk';
import type { ClerkModuleOptions, OrganizationTenant } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';

const TENANTS = ['acme', 'globex', 'initech'] as const;
type Tenant = (typeof TENANTS)[number];

/** Instances with a user and an organization of the same ids, which have the tenant's name. */
const instances = {} as Record<Tenant, LocalClerk>;

beforeAll(async () => {
  setEnvironment({});
  for (const tenant of TENANTS) {
    const local = await LocalClerk.create({ users: [{ id: 'user_alice', firstName: tenant }] });
    local.organizations.create({ id: 'org_one', name: tenant });
    local.organizations.create({ id: 'org_two', name: tenant, slug: 'two' });
    instances[tenant] = local;
  }
});
afterEach(closeApps);

const pause = () => new Promise(resolve => setImmediate(resolve));

@Injectable()
class Names {
  constructor(
    private readonly clerk: TenantClerkClient,
    private readonly context: ClerkContext,
  ) {}

  async all(userId: string): Promise<(string | null)[]> {
    await pause();
    const injected = await this.clerk.users.getUser(userId);
    await pause();
    const ofContext = await this.context.client.users.getUser(userId);
    return [injected.firstName, ofContext.firstName];
  }

  anonymous() {
    return this.clerk.users.getCount();
  }
}

@Controller()
class NamesController {
  constructor(private readonly names: Names) {}

  @Get('names')
  @UseGuards(ClerkAuthGuard)
  all(@Auth('userId') userId: string) {
    return this.names.all(userId);
  }

  @Get('open')
  async open() {
    return { count: await this.names.anonymous() };
  }
}

const KEYS = () => new Map<unknown, object>(TENANTS.map(tenant => [tenant, { ...instances[tenant].keys }]));
const byTenant = (): ClerkModuleOptions => {
  const keys = KEYS();
  return { requestOptions: request => keys.get(request.headers['x-tenant']) ?? {} };
};
const start = (options: ClerkModuleOptions = byTenant()) =>
  startNest({ imports: [ClerkModule.forRoot(options)], controllers: [NamesController], providers: [Names] });
const as = async (tenant: Tenant, orgId?: string) => ({
  'x-tenant': tenant,
  ...bearer(await instances[tenant].issueSessionToken({ userId: 'user_alice', orgId })),
});

describe('TenantClerkClient and ClerkContext.client', () => {
  it('belong to the tenant of each of 10,000 interleaved requests', async () => {
    const { port } = await start();
    const headers = Object.fromEntries(
      await Promise.all(TENANTS.map(async tenant => [tenant, await as(tenant)] as const)),
    ) as unknown as Record<Tenant, Record<string, string>>;
    const crossed: string[] = [];
    let next = 0;
    const worker = async () => {
      for (let index = next++; index < 10_000; index = next++) {
        const tenant = TENANTS[index % TENANTS.length] as Tenant;
        const answer = await fetch(`http://127.0.0.1:${port}/names`, { headers: headers[tenant] });
        const names = await answer.json();
        if (JSON.stringify(names) !== JSON.stringify([tenant, tenant]))
          crossed.push(`${tenant}: ${JSON.stringify(names)}`);
      }
    };
    await Promise.all(Array.from({ length: 60 }, worker));
    expect(crossed).toEqual([]);
  }, 300_000);

  it('are that of the only instance without requestOptions', async () => {
    const { get, app } = await start({ ...instances.globex.keys });
    expect((await get('/names', await as('globex'))).json).toEqual(['globex', 'globex']);
    expect(await (await app.resolve(TenantClerkClient)).users.getCount()).toBe(1);
  });

  it('work for a signed-out caller of a tenant, and fail for a request of no tenant', async () => {
    const { get } = await start();
    expect((await get('/open', { 'x-tenant': 'acme' })).json).toEqual({ count: 1 });
    expect((await get('/open', { 'x-tenant': 'unknown' })).status).toBe(500);
  });

  it('fail outside of any call where requests choose the keys', async () => {
    const { app } = await start();
    const client = await app.resolve(TenantClerkClient);
    expect(() => client.users).toThrow(expect.objectContaining({ code: 'context_missing' }));
    const context = await app.resolve(ClerkContext);
    expect(() => context.client).toThrow(expect.objectContaining({ code: 'context_missing' }));
  });
});

describe('OrganizationContextIdStrategy', () => {
  const original = (ContextIdFactory as unknown as { strategy: unknown }).strategy;
  afterEach(() => ContextIdFactory.apply(original as never));

  async function startDurable(maxOrganizations?: number) {
    ContextIdFactory.apply(new OrganizationContextIdStrategy({ maxOrganizations }));
    const made: (string | null)[] = [];

    @Injectable({ scope: Scope.REQUEST, durable: true })
    class TenantDatabase {
      readonly number = made.length;

      constructor(@Inject(REQUEST) readonly tenant: OrganizationTenant) {
        made.push(tenant.orgId);
      }
    }

    @Controller()
    class DurableController {
      constructor(private readonly database: TenantDatabase) {}

      @Get()
      async read() {
        const { orgId, client } = this.database.tenant;
        const organization =
          orgId === null ? null : await client?.organizations.getOrganization({ organizationId: orgId });
        return { number: this.database.number, orgId, name: organization?.name };
      }
    }
    const app = await startNest({
      imports: [ClerkModule.forRoot(byTenant())],
      controllers: [DurableController],
      providers: [TenantDatabase],
    });
    return { ...app, made };
  }

  it('shares durable providers among the requests of one organization of one instance', async () => {
    const { get, made } = await startDurable();
    const answers = [];
    for (const tenant of ['acme', 'acme', 'globex', 'globex'] as const) {
      for (const orgId of ['org_one', 'org_two'])
        answers.push((await get('/', await as(tenant, orgId))).json);
    }
    const [one, two] = ['org_one', 'org_two'];
    expect(answers).toEqual([
      { number: 0, orgId: one, name: 'acme' },
      { number: 1, orgId: two, name: 'acme' },
      { number: 0, orgId: one, name: 'acme' },
      { number: 1, orgId: two, name: 'acme' },
      { number: 2, orgId: one, name: 'globex' },
      { number: 3, orgId: two, name: 'globex' },
      { number: 2, orgId: one, name: 'globex' },
      { number: 3, orgId: two, name: 'globex' },
    ]);
    expect(made).toHaveLength(4);
  });

  it('gives requests without an organization providers of their own', async () => {
    const { get, made } = await startDurable();
    for (const headers of [{ 'x-tenant': 'acme' }, { 'x-tenant': 'acme' }, await as('acme'), {}]) {
      expect((await get('/', headers)).json.orgId).toBeNull();
    }
    expect(made).toEqual([null, null, null, null]);
  });

  it('is an error with a limit that is no number above 0', () => {
    expect(() => new OrganizationContextIdStrategy({ maxOrganizations: 0 })).toThrow(
      expect.objectContaining({ code: 'option_invalid' }),
    );
  });
});
