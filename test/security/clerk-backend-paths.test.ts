import { beforeAll, expect, it } from '@jest/globals';
import { createClerkClient } from 'nest-clerk/express';
import { LocalClerk } from 'nest-clerk/testing';

let local: LocalClerk;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});

it.each([
  '..',
  '../sessions',
  'user_alice/../../instance',
  '%2e%2e',
  '%252e%252e/x',
  '..\\x',
  'user_alice/../user_bob',
  '.',
  '',
])('@clerk/backend 3.2.13: the id %j does not lead to another path of the Backend API', async id => {
  const clerk = createClerkClient({ secretKey: local.secretKey, fetch: local.fetch });
  local.requests.length = 0;

  await expect(clerk.users.getUser(id)).rejects.toMatchObject({ code: 'resource_id_invalid' });
  await expect(clerk.users.deleteUser(id)).rejects.toMatchObject({ code: 'resource_id_invalid' });
  expect(local.requests).toEqual([]);
});

it('@clerk/backend 3.2.13: a slash, a question mark and a hash in an id stay in its path segment', async () => {
  const clerk = createClerkClient({ secretKey: local.secretKey, fetch: local.fetch });
  local.requests.length = 0;

  await expect(clerk.users.getUser('user_alice/x?y#z')).rejects.toMatchObject({ status: 404 });
  expect(local.requests.map(({ path }) => path)).toEqual(['/v1/users/user_alice%2Fx%3Fy%23z']);
});
