import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Controller, Get, Injectable, Param, ParseIntPipe, UseGuards } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  AcceptsToken,
  ClerkAuthGuard,
  ClerkClient,
  ClerkModule,
  CurrentOrganization,
  CurrentUser,
} from 'nest-clerk';
import type { ClerkModuleOptions, Organization, User } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { newHttpAdapter } from '../../../support/http-adapter.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, listenNest, startNest } from '../../../support/running-app.js';

let local: LocalClerk;
let orgId: string;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({
    users: [{ id: 'user_alice', firstName: 'Alice', emailAddress: ['alice@example.com'] }],
  });
  orgId = local.organizations.create({ name: 'Acme' }).id;
});
beforeEach(() => {
  local.requests.length = 0;
  local.outage = undefined;
});
afterEach(async () => {
  jest.restoreAllMocks();
  await closeApps();
});

@Injectable()
class Shout implements PipeTransform<string, string> {
  transform(value: string): string {
    return value.toUpperCase();
  }
}

@Controller()
class MeController {
  @Get('me')
  me(@CurrentUser() user: User | null, @CurrentOrganization() organization: Organization | null) {
    return { user: user && [user.id, user.fullName], organization: organization && organization.name };
  }

  @Get('fields/:number')
  fields(
    @CurrentUser('firstName', Shout) name: string | null,
    @CurrentUser() user: User,
    @CurrentUser('emailAddresses') addresses: User['emailAddresses'],
    @CurrentOrganization('slug') slug: string | null,
    @Param('number', ParseIntPipe) number: number,
  ) {
    return { name, id: user.id, addresses: addresses.length, slug, number };
  }

  @Get('machine')
  @UseGuards(ClerkAuthGuard)
  @AcceptsToken('api_key', 'm2m_token')
  machine(@CurrentUser('id') id: string | null, @CurrentOrganization('id') organizationId: string | null) {
    return { id, organizationId };
  }
}

function start(options: ClerkModuleOptions = {}) {
  return startNest({
    imports: [ClerkModule.forRoot({ ...local.keys, jwtKey: local.jwtKey, retries: 0, ...options })],
    controllers: [MeController],
  });
}

const asAlice = async (organization: string | null = null, userId = 'user_alice') =>
  bearer(await local.issueSessionToken({ userId, orgId: organization }));
const operations = () => local.requests.map(request => request.operation);

describe('@CurrentUser() and @CurrentOrganization()', () => {
  it('return the user and the active organization', async () => {
    const app = await start();
    expect((await app.get('/me', await asAlice(orgId))).json).toEqual({
      user: ['user_alice', 'Alice'],
      organization: 'Acme',
    });
    expect(operations().sort()).toEqual(['GetOrganization', 'GetUser']);
  });

  it('are null for a signed-out caller, without a call', async () => {
    const app = await start();
    expect((await app.get('/me')).json).toEqual({ user: null, organization: null });
    expect(operations()).toEqual([]);
  });

  it('return no organization without an active one', async () => {
    const app = await start();
    expect((await app.get('/me', await asAlice())).json).toMatchObject({ organization: null });
    expect(operations()).toEqual(['GetUser']);
  });

  it('are fetched once for all parameters of a request, and again for the next', async () => {
    const app = await start();
    const headers = await asAlice(orgId);
    expect((await app.get('/fields/7', headers)).json).toEqual({
      name: 'ALICE',
      id: 'user_alice',
      addresses: 1,
      slug: expect.any(String),
      number: 7,
    });
    expect(operations().sort()).toEqual(['GetOrganization', 'GetUser']);
    await app.get('/fields/7', headers);
    expect(operations()).toHaveLength(4);
  });

  it('return the user and the organization of a machine token', async () => {
    const app = await start();
    const ofUser = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
    const ofOrganization = local.apiKeys.create({ subject: orgId, name: 'CI' });
    const ofMachine = await local.m2mTokens.create({});
    const answerTo = async (token: string) => (await app.get('/machine', bearer(token))).json;
    expect(await answerTo(ofUser.secret)).toEqual({ id: 'user_alice', organizationId: null });
    expect(await answerTo(ofOrganization.secret)).toEqual({ id: null, organizationId: orgId });
    expect(await answerTo(ofMachine.token)).toEqual({ id: null, organizationId: null });
  });

  it('are null for a token type that the route does not accept', async () => {
    const app = await start();
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
    expect((await app.get('/me', bearer(secret))).json).toEqual({ user: null, organization: null });
    expect(operations()).toEqual([]);
  });
});

describe('@CurrentUser() and @CurrentOrganization() that cannot be fetched', () => {
  it('user-not-found: rejects the token of a deleted user', async () => {
    const { id } = local.users.create({});
    const headers = await asAlice(null, id);
    local.users.delete(id);
    const app = await start();
    expect((await app.get('/me', headers)).json).toMatchObject({
      statusCode: 401,
      message: 'Unauthenticated',
      reason: 'user-not-found',
    });
  });

  it('organization-not-found: rejects the token of a deleted organization', async () => {
    const app = await start();
    expect((await app.get('/me', await asAlice('org_gone'))).json).toMatchObject({
      statusCode: 401,
      reason: 'organization-not-found',
    });
  });

  it('respond 503 while the Backend API is down, without its error', async () => {
    const app = await start();
    const headers = await asAlice();
    local.outage = 'network';
    const answer = await app.get('/me', headers);
    expect(answer.json).toEqual({
      statusCode: 503,
      message: 'Service Unavailable',
      error: 'Service Unavailable',
      reason: 'backend-api-unavailable',
    });
  });
});

it('@CurrentUser() uses the injected client, which a test can replace', async () => {
  const getUser = jest.fn(async (id: string) => ({ id, fullName: 'A user else' }));
  const compiled = await Test.createTestingModule({
    imports: [ClerkModule.forRoot(local.keys)],
    controllers: [MeController],
  })
    .overrideProvider(ClerkClient)
    .useValue({ users: { getUser } })
    .compile();
  const app = await listenNest(compiled.createNestApplication(await newHttpAdapter(), { logger: false }));
  expect((await app.get('/me', await asAlice())).json).toMatchObject({
    user: ['user_alice', 'A user else'],
  });
  expect(getUser).toHaveBeenCalledTimes(1);
});

it("@CurrentUser() uses the keys of the token's tenant", async () => {
  const other = await LocalClerk.create({ users: [{ id: 'user_alice', firstName: 'Another Alice' }] });
  const app = await start({
    jwtKey: undefined,
    requestOptions: ({ headers }) => (headers.host === 'other.example' ? other.keys : local.keys),
  });
  const token = await other.issueSessionToken({ userId: 'user_alice' });
  const { json } = await app.get('/me', { ...bearer(token), host: 'other.example' });
  expect(json.user).toEqual(['user_alice', 'Another Alice']);
  expect((await app.get('/me', { ...(await asAlice()), host: 'a.example' })).json.user[1]).toBe('Alice');
});
