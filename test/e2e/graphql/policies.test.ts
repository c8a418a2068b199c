import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Query, Resolver } from '@nestjs/graphql';
import { anyOf, Protect } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { GRAPHQL_SERVERS, startGraphql } from '../../support/graphql-app.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps } from '../../support/running-app.js';
import { IsAlice, Names } from '../../support/sample-policy.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }, { id: 'user_bob' }] });
});
afterAll(closeApps);

@Resolver()
class PolicyResolver {
  @Query(() => String)
  @Protect(anyOf({ role: 'org:admin' }, IsAlice))
  own() {
    return 'allowed';
  }
}

describe.each(GRAPHQL_SERVERS)('a policy with %s', server => {
  it('decides about each field', async () => {
    const providers = [PolicyResolver, IsAlice, Names];
    const app = await startGraphql(server, { ...local.keys, jwtKey: local.jwtKey }, { providers });
    const send = async (userId: string) =>
      (await app.send('{ own }', bearer(await local.issueSessionToken({ userId })))).json;
    expect((await send('user_alice')).data).toEqual({ own: 'allowed' });
    expect((await send('user_bob')).errors[0].extensions).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'requirement-not-met',
    });
    expect(app.app.get(IsAlice).transports).toEqual(['graphql', 'graphql']);
  });
});
