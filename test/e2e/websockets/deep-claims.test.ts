import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { DEEP_MACHINE_TOKENS, deepSessionToken, instanceWithDeepClaims } from '../../support/deep-claims.js';
import { setEnvironment } from '../../support/environment.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps } from '../../support/running-app.js';
import { rejection, startSockets } from '../../support/socket-app.js';
import { closeSockets, SOCKET_KINDS } from '../../support/sockets.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create();
});
afterEach(async () => {
  closeSockets();
  await closeApps();
});

describe.each(SOCKET_KINDS)('$name: signed claims that are nested thousands of levels deep', kind => {
  it.each([['a session token', () => deepSessionToken('act')], ...Object.entries(DEEP_MACHINE_TOKENS)])(
    'sign out %s of a connection',
    async (_kind, token) => {
      const { port } = await startSockets(instanceWithDeepClaims(local), { kind });
      const client = await kind.connect(port, { headers: bearer(token()) });
      expect((await client.ask('guarded')).data).toMatchObject({ code: 'UNAUTHENTICATED' });
      expect((await client.ask('machines')).data).toMatchObject({ code: 'UNAUTHENTICATED' });
      expect((await client.ask('who')).data).toMatchObject({ isAuthenticated: false, userId: null });
    },
  );

  it('are rejected by a renewal', async () => {
    const { port } = await startSockets(instanceWithDeepClaims(local), { kind });
    const client = await kind.connect(port);
    expect(await client.ask('renew', deepSessionToken('act'))).toEqual(rejection('token-invalid'));
    expect(await client.ask('renew', 'ak_deep')).toEqual(rejection('token-invalid'));
  });
});
