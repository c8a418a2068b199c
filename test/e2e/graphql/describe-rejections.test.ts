import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { answering } from '../../support/failing-calls.js';
import { GRAPHQL_SERVERS, startGraphql } from '../../support/graphql-app.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps } from '../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterAll(closeApps);

describe.each(GRAPHQL_SERVERS)('%s', server => {
  it('says what is missing in the extensions of a rejection', async () => {
    const app = await startGraphql(server, {
      ...local.keys,
      jwtKey: local.jwtKey,
      describeRejections: true,
    });
    const session = bearer(await local.issueSessionToken({ userId: 'user_alice' }));
    const denied = await app.send('{ forAdmins }', session);
    expect(denied.json.errors[0].extensions).toMatchObject({
      code: 'FORBIDDEN',
      missing: { role: ['org:admin'], organization: true },
    });
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
    const rejected = await app.send('{ guarded }', bearer(secret));
    expect(rejected.json.errors[0].extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
      missing: { tokenType: ['session_token'] },
    });
  });

  it('sends SERVICE_UNAVAILABLE with retryAfter during an outage', async () => {
    const app = await startGraphql(server, {
      ...local.keys,
      retries: 0,
      fetch: answering(() => 'no answer'),
    });
    const session = bearer(await local.issueSessionToken({ userId: 'user_alice' }));
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
    for (const [query, headers, reason] of [
      ['{ guarded }', session, 'jwk-remote-failed-to-load'],
      ['{ forPrograms }', bearer(secret), 'backend-api-unavailable'],
    ] as const) {
      const { json } = await app.send(query, headers);
      expect(json.errors[0].extensions).toMatchObject({ code: 'SERVICE_UNAVAILABLE', reason, retryAfter: 5 });
    }
  });
});
