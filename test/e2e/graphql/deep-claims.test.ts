import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { DEEP_MACHINE_TOKENS, deepSessionToken, instanceWithDeepClaims } from '../../support/deep-claims.js';
import { setEnvironment } from '../../support/environment.js';
import { GRAPHQL_SERVERS, startGraphql } from '../../support/graphql-app.js';
import { connect, disconnectAll } from '../../support/graphql-connection.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps } from '../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create();
});
afterEach(async () => {
  await disconnectAll();
  await closeApps();
});

describe.each(GRAPHQL_SERVERS)('%s: signed claims that are nested thousands of levels deep', server => {
  it('sign out a query, a subscription and a machine token', async () => {
    const app = await startGraphql(server, instanceWithDeepClaims(local));
    const token = deepSessionToken('act');
    const { json } = await app.send('{ guarded userId }', bearer(token));
    expect(json.data).toEqual({ guarded: null, userId: null });
    expect(json.errors[0].extensions).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'token-invalid' });

    const { data } = await connect(app.port, { params: { token } }).operate('subscription { userIdOnce }');
    expect(data).toEqual([{ userIdOnce: null }]);

    for (const machineToken of Object.values(DEEP_MACHINE_TOKENS)) {
      const answer = await app.send('{ forPrograms auth }', bearer(machineToken()));
      expect(answer.json.data.forPrograms).toBeNull();
      expect(answer.json.errors[0].extensions.code).toBe('UNAUTHENTICATED');
      expect(JSON.parse(answer.json.data.auth as string).isAuthenticated).toBe(false);
    }
  });
});
