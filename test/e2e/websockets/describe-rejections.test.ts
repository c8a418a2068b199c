import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps } from '../../support/running-app.js';
import { denial, startSockets } from '../../support/socket-app.js';
import { closeSockets, SOCKET_KINDS } from '../../support/sockets.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(async () => {
  closeSockets();
  await closeApps();
});

it.each(SOCKET_KINDS)('describeRejections: a gateway of $name says what is missing', async kind => {
  const options = { ...local.keys, jwtKey: local.jwtKey, describeRejections: true };
  const { port } = await startSockets(options, { kind });
  const headers = bearer(await local.issueSessionToken({ userId: 'user_alice' }));
  const client = await kind.connect(port, { headers });
  expect(await client.ask('admins')).toEqual(
    denial('requirement-not-met', { missing: { role: ['org:admin'], organization: true } }),
  );
});
