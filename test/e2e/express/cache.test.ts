import { afterEach, beforeAll, expect, it } from '@jest/globals';
import express from 'express';
import { clerkMiddleware, getAuth } from 'nest-clerk/express';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps, listen } from '../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create();
});
afterEach(closeApps);

it('clerkMiddleware({ cache }) verifies an API key once', async () => {
  const app = express();
  app.use(clerkMiddleware({ ...local.keys, cache: { machineTokens: true } }));
  app.get('/', (request, response) => {
    response.json({ id: getAuth(request, { acceptsToken: 'api_key' }).subject });
  });
  const { get } = await listen(app);
  const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
  for (let index = 0; index < 5; index++) {
    expect((await get('/', bearer(secret))).json).toEqual({ id: 'user_alice' });
  }
  expect(local.requests.filter(({ operation }) => operation === 'verifyApiKey')).toHaveLength(1);
});

it('clerkMiddleware() rejects an invalid option of the cache', () => {
  expect(() => clerkMiddleware({ ...local.keys, cache: {} })).toThrow('`cache` caches nothing');
});
