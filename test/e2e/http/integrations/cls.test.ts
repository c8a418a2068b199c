import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { forkApp } from '../../../support/forked-app.js';
import type { ForkedApp } from '../../../support/forked-app.js';
import { HTTP_ADAPTER } from '../../../support/http-adapter.js';
import { sendRaw } from '../../../support/raw-http.js';

let local: LocalClerk;
let api: LocalClerkServer;
let app: ForkedApp;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_ada' }, { id: 'user_bob' }] });
  api = await local.listen();
  app = await forkApp('cls-app.ts', [HTTP_ADAPTER], local, api.url);
}, 30_000);
afterAll(async () => {
  await app.close();
  await api.close();
});

it('nestjs-cls stores getAuth() for each concurrent request', async () => {
  const who = async (userId: string | null) => {
    const token = userId && (await local.issueSessionToken({ userId }));
    const { body } = await sendRaw(app.port, {
      target: '/who',
      headers: token ? [`Authorization: Bearer ${token}`] : [],
    });
    return JSON.parse(body) as unknown;
  };
  const people = ['user_ada', 'user_bob', null, 'user_ada'];
  expect(await Promise.all(people.map(who))).toEqual(people.map(userId => ({ userId })));
});
