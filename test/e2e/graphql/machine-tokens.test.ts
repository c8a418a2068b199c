import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { AcceptsToken, ClerkContext, getAuth } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { GRAPHQL_SERVERS, startGraphql } from '../../support/graphql-app.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps } from '../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterAll(closeApps);

@Injectable()
class Deep {
  constructor(private readonly clerk: ClerkContext) {}

  subject() {
    const { userId, subject } = this.clerk.getAuth();
    return userId ?? subject ?? null;
  }
}

interface GraphqlContext {
  req?: object;
  reply?: { request: object };
}
const requestIn = ({ req, reply }: GraphqlContext) => req ?? reply?.request ?? {};

@Resolver()
class MachineResolver {
  constructor(private readonly deep: Deep) {}

  @Query(() => String, { nullable: true })
  byGetAuth(@Context() context: GraphqlContext) {
    return getAuth(requestIn(context), { acceptsToken: 'api_key' }).subject;
  }

  @Query(() => String, { nullable: true })
  sessionOnly(@Context() context: GraphqlContext) {
    return getAuth(requestIn(context)).userId;
  }

  @Query(() => String, { nullable: true })
  @AcceptsToken('api_key')
  declared() {
    return this.deep.subject();
  }

  @Query(() => String, { nullable: true })
  undeclared() {
    return this.deep.subject();
  }
}

describe.each(GRAPHQL_SERVERS)('an API key with %s', server => {
  it('is seen by resolvers that accept it, each by its own rules', async () => {
    const app = await startGraphql(server, { ...local.keys }, { providers: [MachineResolver, Deep] });
    const key = bearer(local.apiKeys.create({ subject: 'user_alice', name: 'CI' }).secret);
    const before = local.requests.length;
    const { json } = await app.send('{ undeclared declared byGetAuth sessionOnly }', key);
    expect(json).toEqual({
      data: { undeclared: null, declared: 'user_alice', byGetAuth: 'user_alice', sessionOnly: null },
    });
    expect(local.requests.length - before).toBe(1);
  });

  it('costs no call for resolvers that neither accept it nor take the context', async () => {
    const app = await startGraphql(server, { ...local.keys }, { providers: [MachineResolver, Deep] });
    const before = local.requests.length;
    expect((await app.send('{ undeclared }', bearer('ak_made_up'))).json).toEqual({
      data: { undeclared: null },
    });
    expect(local.requests.length - before).toBe(0);
  });
});
