import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { clerkClient, clerkMiddleware, getAuth, requireAuth } from 'nest-clerk/express';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { bearer, sessionCookie } from '../../support/nest-app.js';
import { closeApps, listen } from '../../support/running-app.js';
import type { RunningApp } from '../../support/running-app.js';

// The examples of Clerk's documentation for Express, unchanged except for the import, the port and the comments.
// https://clerk.com/docs/expressjs/getting-started/quickstart
// https://clerk.com/docs/reference/express/overview

let local: LocalClerk;
let server: LocalClerkServer;
let token: string;

beforeAll(async () => {
  local = await LocalClerk.create({
    users: [{ id: 'user_alice', firstName: 'Alice', emailAddress: ['alice@example.com'] }],
  });
  server = await local.listen();
  setEnvironment({
    CLERK_SECRET_KEY: local.secretKey,
    CLERK_PUBLISHABLE_KEY: local.publishableKey,
    CLERK_API_URL: server.url,
  });
});
beforeEach(async () => {
  token = await local.issueSessionToken({ userId: 'user_alice' });
});
afterAll(async () => {
  setEnvironment({});
  await closeApps();
  await server.close();
});

describe("Clerk's Express quickstart: protect your routes using getAuth()", () => {
  let running: RunningApp;
  beforeAll(async () => {
    const app = express();

    app.use(clerkMiddleware());

    app.get('/protected', async (req, res) => {
      const { isAuthenticated, userId } = getAuth(req);

      if (!isAuthenticated) {
        res.status(401).json({ error: 'Unauthorized' });
        return;
      }

      const user = await clerkClient.users.getUser(userId);

      res.json({ user });
    });
    running = await listen(app);
  });

  it('responds with the user to a signed-in client', async () => {
    for (const headers of [bearer(token), sessionCookie(token)]) {
      const { status, json } = await running.get('/protected', headers);
      expect(status).toBe(200);
      expect(json.user).toMatchObject({
        id: 'user_alice',
        firstName: 'Alice',
        emailAddresses: [expect.objectContaining({ emailAddress: 'alice@example.com' })],
      });
    }
  });

  it('responds 401 to any other client', async () => {
    for (const headers of [{}, bearer(`${token}x`), sessionCookie('garbage')]) {
      const { status, json } = await running.get('/protected', headers);
      expect({ status, json }).toEqual({ status: 401, json: { error: 'Unauthorized' } });
    }
  });
});

describe("Clerk's Express reference: clerkMiddleware() and getAuth()", () => {
  let running: RunningApp;
  beforeAll(async () => {
    const app = express();

    app.use(clerkMiddleware());

    app.get('/path', (req, res) => {
      const auth = getAuth(req);

      if (!auth.isAuthenticated) {
        res.status(401).send('Unauthorized');
        return;
      }

      if (!auth.has({ permission: 'org:admin:example' })) {
        res.status(403).send('Forbidden');
        return;
      }

      res.json(auth);
    });

    app.get('/path2', (req, res) => {
      res.json(getAuth(req));
    });
    running = await listen(app);
  });

  it('protect a route by authentication and authorization', async () => {
    const mayDoIt = await local.issueSessionToken({
      userId: 'user_alice',
      orgId: 'org_acme',
      orgPermissions: ['org:admin:example'],
    });
    expect((await running.get('/path')).status).toBe(401);
    expect((await running.get('/path', bearer(token))).status).toBe(403);
    const { status, json } = await running.get('/path', bearer(mayDoIt));
    expect(status).toBe(200);
    expect(json).toMatchObject({ userId: 'user_alice', orgId: 'org_acme', isAuthenticated: true });
  });

  it('add the auth state to an unprotected route', async () => {
    expect((await running.get('/path2')).json).toMatchObject({ isAuthenticated: false, userId: null });
    expect((await running.get('/path2', bearer(token))).json).toMatchObject({ userId: 'user_alice' });
  });
});

it('getAuth() protects a route by token type', async () => {
  const seen: string[] = [];
  const app = express();

  app.use(clerkMiddleware());

  app.get('/path', (req, res) => {
    const authObject = getAuth(req, { acceptsToken: 'any' });

    if (authObject.tokenType === 'session_token') {
      seen.push('This is a session token from a user');
    } else {
      seen.push(`This is a ${authObject.tokenType} token`);
    }
    res.end();
  });
  const running = await listen(app);
  await running.get('/path', bearer(token));
  await running.get('/path', bearer('ak_unknown'));
  expect(seen).toEqual(['This is a session token from a user', 'This is a api_key token']);
});

it('clerkClient reads the signed-in user', async () => {
  const app = express();

  app.use(clerkMiddleware());

  app.get('/user', async (req, res) => {
    const { isAuthenticated, userId } = getAuth(req);

    if (!isAuthenticated) {
      res.status(401).json({ error: 'User not authenticated' });
      return;
    }

    const user = await clerkClient.users.getUser(userId);

    res.json(user);
  });
  const running = await listen(app);
  expect((await running.get('/user')).json).toEqual({ error: 'User not authenticated' });
  expect((await running.get('/user', bearer(token))).json).toMatchObject({ id: 'user_alice' });
});

it('requireAuth() protects all routes or one route, with and without signInUrl', async () => {
  const app = express();

  app.use(clerkMiddleware());

  app.get('/protected', requireAuth(), (_req, res) => {
    res.send('This is a protected route.');
  });

  app.get('/protected-env', requireAuth({ signInUrl: process.env.CLERK_SIGN_IN_URL }), (_req, res) => {
    res.send('This is a protected route.');
  });

  app.get('/protected-custom', requireAuth({ signInUrl: '/sign-in' }), (_req, res) => {
    res.send('This is a protected route.');
  });

  app.use(requireAuth());
  const running = await listen(app);
  const locationOf = async (path: string) => (await running.get(path)).headers.location;
  expect(await locationOf('/protected')).toBe('/');
  expect(await locationOf('/protected-env')).toBe('/');
  expect(await locationOf('/protected-custom')).toBe('/sign-in');
  expect(await locationOf('/any-other')).toBe('/');
  for (const path of ['/protected', '/protected-env', '/protected-custom']) {
    expect((await running.get(path, bearer(token))).text).toBe('This is a protected route.');
  }
});
