import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import express from 'express';
import { ClerkClient, clerkMiddleware, createClerkClient } from 'nest-clerk/express';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import type { ClerkEnvironment } from '../../support/environment.js';
import { closeApps, listen } from '../../support/running-app.js';

let local: LocalClerk;
let server: LocalClerkServer;
let keys: ClerkEnvironment;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  server = await local.listen();
  keys = { CLERK_SECRET_KEY: local.secretKey, CLERK_API_URL: server.url };
});
beforeEach(() => setEnvironment({}));
afterEach(closeApps);
afterAll(() => server.close());

describe('clerkClient', () => {
  /** As in a process that has just imported the package. */
  async function justImported() {
    jest.resetModules();
    return import('nest-clerk/express');
  }

  it('reads the environment on first use, not on import', async () => {
    const { clerkClient } = await justImported();
    setEnvironment(keys);
    await expect(clerkClient.users.getUser('user_alice')).resolves.toMatchObject({ id: 'user_alice' });
  });

  it('works after an earlier use without keys', async () => {
    const { clerkClient } = await justImported();
    await expect(clerkClient.users.getUser('user_alice')).rejects.toMatchObject({
      code: 'secret_key_missing',
      message: expect.stringContaining('CLERK_SECRET_KEY'),
    });
    setEnvironment(keys);
    await expect(clerkClient.users.getUser('user_alice')).resolves.toMatchObject({ id: 'user_alice' });
  });

  it('is one client after that, and a test may replace its methods', async () => {
    const { clerkClient } = await justImported();
    setEnvironment(keys);
    expect(clerkClient.users).toBe(clerkClient.users);
    const stub = jest.spyOn(clerkClient.users, 'getUser').mockRejectedValue(new Error('stubbed'));
    await expect(clerkClient.users.getUser('user_alice')).rejects.toThrow('stubbed');
    stub.mockRestore();
    setEnvironment({});
    await expect(clerkClient.users.getUser('user_alice')).resolves.toMatchObject({ id: 'user_alice' });
  });

  it('can be awaited and logged without a call or a visible key', async () => {
    setEnvironment(keys);
    const { clerkClient } = await justImported();
    expect(await Promise.resolve(clerkClient)).toBe(clerkClient);
    const { inspect } = await import('node:util');
    expect(inspect(clerkClient, { depth: 10, showHidden: true })).not.toContain(local.secretKey);
  });

  it('passed to clerkMiddleware(), uses the environment', async () => {
    const { clerkClient } = await justImported();
    setEnvironment({ ...keys, CLERK_PUBLISHABLE_KEY: local.publishableKey });
    const app = express().use(clerkMiddleware({ clerkClient }), (_request, response) => {
      response.end('in');
    });
    expect((await (await listen(app)).get('/')).text).toBe('in');
  });
});

describe('createClerkClient()', () => {
  it('returns a ClerkClient with its options', async () => {
    const client = createClerkClient({ secretKey: local.secretKey, fetch: local.fetch });
    expect(client).toBeInstanceOf(ClerkClient);
    await expect(client.users.getUser('user_alice')).resolves.toMatchObject({ id: 'user_alice' });
  });

  it('reads missing options from the environment when it is called', async () => {
    setEnvironment(keys);
    const client = createClerkClient();
    setEnvironment({});
    await expect(client.users.getUser('user_alice')).resolves.toMatchObject({ id: 'user_alice' });
  });

  it('needs no key before the first call', async () => {
    const client = createClerkClient();
    await expect(client.users.getUser('user_alice')).rejects.toMatchObject({ code: 'secret_key_missing' });
  });

  it('rejects an invalid URL immediately', () => {
    expect(() => createClerkClient({ apiUrl: 'api.clerk.com' })).toThrow(
      expect.objectContaining({ code: 'option_invalid' }),
    );
  });

  it('shows no key in a log', async () => {
    const { inspect } = await import('node:util');
    const client = createClerkClient({ ...local.keys, machineSecretKey: 'ak_canary' });
    const printed = `${inspect(client, { depth: 10, showHidden: true })} ${JSON.stringify(client)}`;
    expect(printed).not.toContain(local.secretKey);
    expect(printed).not.toContain('ak_canary');
  });
});

it('clerkMiddleware() rejects a client of @clerk/backend, because its keys are not readable', () => {
  const foreign = { users: {}, authenticateRequest() {} };
  expect(() => clerkMiddleware({ clerkClient: foreign as never })).toThrow(
    expect.objectContaining({ code: 'option_invalid' }),
  );
});
