import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps } from '../../support/running-app.js';
import { rejection, startSockets } from '../../support/socket-app.js';
import { closeSockets, SOCKET_KINDS } from '../../support/sockets.js';

let acme: LocalClerk;
let globex: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  acme = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  globex = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(async () => {
  closeSockets();
  await closeApps();
});

describe.each(SOCKET_KINDS)('$name: a connection', kind => {
  const choices: [string, ClerkModuleOptions['requestOptions']][] = [
    ['nothing', () => undefined],
    ['nothing, by a promise', async () => undefined],
    ['an empty object', () => ({})],
  ];
  it.each(choices)('without a tenant is signed out if requestOptions gives %s', async (_, requestOptions) => {
    const { port } = await startSockets({ requestOptions }, { kind });
    const token = await acme.issueSessionToken({ userId: 'user_alice' });
    const client = await kind.connect(port, { headers: bearer(token) });
    for (let count = 0; count < 2; count++) {
      expect(await client.ask('guarded')).toEqual(rejection('unknown-instance'));
      expect((await client.ask('who')).data).toMatchObject({
        isAuthenticated: false,
        userId: null,
        reason: 'unknown-instance',
      });
    }
    expect(await client.ask('renew', token)).toEqual(rejection('unknown-instance'));
  });

  it('belongs to the tenant of its host, also if that tenant becomes known later', async () => {
    const tenants = new Map<string, ClerkModuleOptions>();
    const requestOptions: ClerkModuleOptions['requestOptions'] = ({ headers }) =>
      tenants.get(headers.host ?? '');
    const { port } = await startSockets({ requestOptions }, { kind });
    const token = await acme.issueSessionToken({ userId: 'user_alice' });
    const client = await kind.connect(port, { headers: { host: 'acme.example', ...bearer(token) } });
    expect(await client.ask('guarded')).toEqual(rejection('unknown-instance'));

    tenants.set('acme.example', acme.keys).set('globex.example', globex.keys);
    expect((await client.ask('guarded')).data).toEqual({ userId: 'user_alice' });
    const other = await kind.connect(port, { headers: { host: 'globex.example', ...bearer(token) } });
    expect((await other.ask('guarded')).data).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
