import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Injectable, UseGuards } from '@nestjs/common';
import { Context, Query, Resolver, Subscription } from '@nestjs/graphql';
import { AppUser, ClerkAuthGuard, ClerkContext } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { USERS, UsersService } from '../../support/app-users.js';
import type { UserRow } from '../../support/app-users.js';
import { setEnvironment } from '../../support/environment.js';
import { GRAPHQL_SERVERS, startGraphql } from '../../support/graphql-app.js';
import type { GraphqlApp } from '../../support/graphql-app.js';
import { connect, disconnectAll } from '../../support/graphql-connection.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps } from '../../support/running-app.js';

@Injectable()
class Deep {
  constructor(private readonly clerk: ClerkContext) {}

  async plan() {
    return (await this.clerk.appUser<UserRow>())?.plan ?? null;
  }
}

@Resolver()
@UseGuards(ClerkAuthGuard)
class UserResolver {
  constructor(private readonly deep: Deep) {}

  @Query(() => String)
  rowId(@AppUser('id') id: string, @AppUser() user: UserRow) {
    return `${id} on ${user.plan}`;
  }

  @Query(() => String)
  plan() {
    return this.deep.plan();
  }

  @Query(() => String, { nullable: true })
  requestUser(@Context() context: { req?: { user?: UserRow }; reply?: { request: { user?: UserRow } } }) {
    return (context.req ?? context.reply?.request)?.user?.id ?? null;
  }

  @Subscription(() => String)
  async *rowIdOnce(@AppUser('id') id: string) {
    yield await Promise.resolve({ rowIdOnce: id });
  }
}

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: USERS });
});
afterAll(async () => {
  await disconnectAll();
  await closeApps();
});

describe.each(GRAPHQL_SERVERS)('the application’s own user with %s', server => {
  let app: GraphqlApp;
  let users: UsersService;

  beforeAll(async () => {
    const options = { ...local.keys, jwtKey: local.jwtKey };
    const user = { userResolver: UsersService, populateRequestUser: true };
    const providers = [UserResolver, UsersService, Deep];
    app = await startGraphql(server, { ...options, ...user }, { providers });
    users = app.app.get(UsersService);
  });
  afterEach(() => {
    users.calls.length = 0;
  });

  const as = async (userId: string) => bearer(await local.issueSessionToken({ userId }));

  it('is resolved once for all fields of a request', async () => {
    const { json } = await app.send('{ rowId plan requestUser }', await as('user_alice'));
    expect(json.data).toEqual({
      rowId: 'row of user_alice on pro',
      plan: 'pro',
      requestUser: 'row of user_alice',
    });
    expect(users.calls).toHaveLength(1);
  });

  it('fails the field with FORBIDDEN and a reason of its own if the resolver returns null', async () => {
    const { json } = await app.send('{ rowId }', await as('user_unknown'));
    expect(json.errors[0].extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'app-user-not-found' });
  });

  it('fails the field with the error of the resolver, not with UNAUTHENTICATED', async () => {
    const { json } = await app.send('{ rowId }', await as('user_broken'));
    expect(json.errors).toHaveLength(1);
    expect(json.errors[0].extensions?.code).not.toBe('UNAUTHENTICATED');
    expect(users.calls).toHaveLength(1);
  });

  it('is resolved for a subscription', async () => {
    const token = await local.issueSessionToken({ userId: 'user_alice' });
    const connection = connect(app.port, { params: { token } });
    const { data } = await connection.operate('subscription { rowIdOnce }');
    expect(data).toEqual([{ rowIdOnce: 'row of user_alice' }]);
  });
});
