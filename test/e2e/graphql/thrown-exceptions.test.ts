import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UseGuards } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { AllowPending, ClerkAuthGuard, Protect, reverificationError } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { GRAPHQL_SERVERS, startGraphql } from '../../support/graphql-app.js';
import type { GraphqlApp } from '../../support/graphql-app.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps } from '../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterAll(closeApps);

@Resolver()
@UseGuards(ClerkAuthGuard)
class ThrowingResolver {
  @Query(() => String)
  handler(): string {
    throw reverificationError('strict');
  }

  @Query(() => String)
  @Protect(() => {
    throw reverificationError('strict');
  })
  policy() {
    return '';
  }

  @Query(() => String)
  @AllowPending('choose-organization')
  pending() {
    return 'admitted';
  }
}

describe.each(GRAPHQL_SERVERS)('with %s', server => {
  let app: GraphqlApp;

  beforeAll(async () => {
    app = await startGraphql(
      server,
      { ...local.keys, jwtKey: local.jwtKey },
      { providers: [ThrowingResolver] },
    );
  });

  it.each(['handler', 'policy'])(
    'a ReverificationRequiredException of a %s reaches the client',
    async field => {
      const headers = bearer(await local.issueSessionToken({ userId: 'user_alice' }));
      const { json } = await app.send(`{ ${field} }`, headers);
      expect(json.errors[0].extensions).toMatchObject({
        code: 'FORBIDDEN',
        reason: 'reverification-error',
        clerk_error: { metadata: { reverification: 'strict' } },
      });
    },
  );

  it('@AllowPending() admits a pending session with its task', async () => {
    const { id } = local.sessions.create({ userId: 'user_alice', status: 'pending' });
    const headers = bearer(await local.issueSessionToken({ userId: 'user_alice', sessionId: id }));
    expect((await app.send('{ pending }', headers)).json.data).toEqual({ pending: 'admitted' });
  });
});
