import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createClerkClient } from '@clerk/backend';
import { clerkMiddleware, getAuth } from '@clerk/express';
import { clerkPlugin, getAuth as getFastifyAuth } from '@clerk/fastify';
import express from 'express';
import Fastify from 'fastify';
import { verifyWebhook } from 'nest-clerk';

import { environmentOf, startLocalServer } from '../../../lib/testing/cli/local-server.js';
import type { LocalServer } from '../../../lib/testing/cli/local-server.js';
import { readOptions } from '../../../lib/testing/cli/options.js';
import type { CliOptions } from '../../../lib/testing/cli/options.js';
import { closeApps, listen } from '../../support/running-app.js';
import { rawRequest } from '../../support/raw-request.js';

let directory: string;
let servers: LocalServer[];
let messages: string[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'local-clerk-'));
  servers = [];
  messages = [];
});

afterEach(async () => {
  await Promise.all(servers.map(server => server.close()));
  await closeApps();
  await rm(directory, { recursive: true });
});

async function start(...args: string[]): Promise<LocalServer> {
  const options = readOptions(['local', '--port', '0', ...args]) as CliOptions;
  const server = await startLocalServer(options, text => messages.push(text));
  servers.push(server);
  return server;
}

/** The next message that matches. The file is polled, so it comes after a while. */
async function messageOf(pattern: RegExp): Promise<string> {
  for (;;) {
    const index = messages.findIndex(message => pattern.test(message));
    if (index >= 0) return messages.splice(index, 1)[0]!;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

async function file(name: string, content: string): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, content);
  return path;
}

describe('npx nest-clerk local', () => {
  it('has the same keys at each start', async () => {
    const [first, second] = [environmentOf(await start()), environmentOf(await start())];

    expect(second.CLERK_SECRET_KEY).toBe(first.CLERK_SECRET_KEY);
    expect(second.CLERK_PUBLISHABLE_KEY).toBe(first.CLERK_PUBLISHABLE_KEY);
  });

  it('keeps its state over a restart and does not seed again', async () => {
    const seed = await file('seeds.yml', 'users: [{ id: user_ada, emailAddress: [ada@example.com] }]');
    const state = join(directory, 'state.json');
    const first = await start('--seed', seed, '--state', state);
    first.local.users.create({ id: 'user_bob' });
    first.local.users.delete('user_ada');
    await first.close();

    const second = await start('--seed', seed, '--state', state);

    expect(second.local.users.list().map(({ id }) => id)).toEqual(['user_bob']);
    expect(await readdir(directory)).toEqual(['seeds.yml', 'state.json']);
  });

  it.each(['{"version":1,"snap', '{}', '[]', '{"version":1,"snapshot":{"users":{}}}'])(
    'moves a damaged state file aside and reports it: %s',
    async content => {
      const state = await file('state.json', content);

      const server = await start('--state', state);

      const moved = (await readdir(directory)).find(name => name.startsWith('state.json.damaged-')) ?? '';
      expect(await readFile(join(directory, moved), 'utf8')).toBe(content);
      expect(messages.join('\n')).toContain(moved);
      expect(server.local.users.list()).toEqual([]);
    },
  );

  it('rejects a seed with a member who is not one of the users', async () => {
    const seed = await file('seeds.yml', 'organizations: [{ name: Acme, members: [{ user: eve }] }]');

    await expect(start('--seed', seed)).rejects.toThrow(/do not fit together: .*eve/);
  });

  it('works with unchanged @clerk/backend, @clerk/express and @clerk/fastify by its environment alone', async () => {
    const seed = await file('seeds.yml', 'users: [{ id: user_ada, firstName: Ada }]');
    const server = await start('--seed', seed);
    const program = fileURLToPath(new URL('unchanged-sdks.ts', import.meta.url));
    const loader = new URL('../../../tools/run-ts.mjs', import.meta.url).href;
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', loader, program], {
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        ...environmentOf(server),
        CLERK_TELEMETRY_DISABLED: '1',
        TOKEN: await server.local.issueSessionToken({ userId: 'user_ada' }),
      },
    });

    expect(JSON.parse(stdout)).toEqual({ backend: ['Ada'], express: 'Ada', fastify: 'Ada', signedOut: null });
    expect(server.local.requests.map(({ operation }) => operation)).toContain('GetJWKS');
  });

  it('seeds again when a watched file changes, and keeps the state when the file is not valid', async () => {
    const seed = await file('seeds.yml', 'users: [{ id: user_ada }]');
    const { local } = await start('--seed', seed, '--watch');
    const ids = () => local.users.list().map(({ id }) => id);
    const { session } = await local.signIn('user_ada');

    await file('seeds.yml', 'users:\n  - id: user_bob\n  - id: user_eve\n');
    await messageOf(/Seeded again/);
    expect(ids().sort()).toEqual(['user_bob', 'user_eve']);
    expect(local.sessions.find(session.id)).toBeUndefined();

    await file('seeds.yml', 'users:\n  - id: user_mallory\n  - ident: 5\n');
    expect(await messageOf(/not valid/)).toContain('seeds.yml:3: users[1].ident is not a known property');
    expect(ids().sort()).toEqual(['user_bob', 'user_eve']);

    await file('seeds.yml', 'users: [{ id: user_ada }]');
    await messageOf(/Seeded again/);
    expect(ids()).toEqual(['user_ada']);
  });

  it('sends webhooks to the endpoints of its options, signed with the secret that it prints', async () => {
    const received: Promise<string>[] = [];
    const endpoint = await listen((request, response) => {
      const signingSecret = environmentOf(servers[0]!).CLERK_WEBHOOK_SIGNING_SECRET;
      received.push(verifyWebhook(request, { signingSecret }).then(({ type }) => type));
      response.end();
    });
    const { local } = await start('--webhook', `http://127.0.0.1:${endpoint.port}/webhooks/clerk`);

    local.users.create({ id: 'user_ada' });
    await local.webhooks.flush();

    expect(await Promise.all(received)).toEqual(['user.created']);
    expect(environmentOf(await start()).CLERK_WEBHOOK_SIGNING_SECRET).toBe(local.webhooks.signingSecret);
  });

  it('works with @clerk/backend, @clerk/express and @clerk/fastify', async () => {
    const seed = await file('seeds.yml', 'users: [{ id: user_ada, emailAddress: [ada@example.com] }]');
    const server = await start('--seed', seed);
    const environment = environmentOf(server);
    const options = {
      secretKey: environment.CLERK_SECRET_KEY,
      publishableKey: environment.CLERK_PUBLISHABLE_KEY,
      apiUrl: environment.CLERK_API_URL,
      telemetry: { disabled: true },
    };
    const headers = {
      authorization: `Bearer ${await server.local.issueSessionToken({ userId: 'user_ada' })}`,
    };

    const client = createClerkClient(options);
    expect((await client.users.getUser('user_ada')).primaryEmailAddress?.emailAddress).toBe(
      'ada@example.com',
    );

    const app = express();
    app.use(clerkMiddleware(options));
    app.get('/', (request, response) => void response.json({ userId: getAuth(request).userId }));
    expect((await (await listen(app)).get('/', headers)).json).toEqual({ userId: 'user_ada' });

    const fastify = Fastify();
    await fastify.register(clerkPlugin, options);
    fastify.get('/', request => ({ userId: getFastifyAuth(request).userId }));
    const answer = await fastify.inject({ url: '/', headers });
    expect(answer.json()).toEqual({ userId: 'user_ada' });
    await fastify.close();
  });
});

describe('request from another origin', () => {
  let url: URL;

  beforeEach(async () => {
    url = new URL((await start('--allow-origin', 'https://app.example.test')).url);
  });

  it.each([
    ['to a hostname that resolves to this machine', { host: 'evil.example' }],
    ['from a page of another site', { host: 'localhost', origin: 'https://evil.example' }],
    ['from a page without an origin', { host: 'localhost', origin: 'null' }],
  ])('are rejected: %s', async (_name, headers) => {
    for (const path of ['/', '/v1/client', '/v1/users', '/sign-in']) {
      expect([path, (await rawRequest(url, path, { headers })).status]).toEqual([path, 400]);
    }
  });

  it.each([
    [{ host: 'localhost:4100' }],
    [{ host: '127.0.0.1' }],
    [{ host: '[::1]:4100' }],
    [{ host: 'localhost', origin: 'http://localhost:3000' }],
    [{ host: 'localhost', origin: 'https://app.example.test' }],
  ])('is answered with %j', async headers => {
    expect((await rawRequest(url, '/v1/environment', { headers })).status).toBe(200);
  });

  it.each([
    ['of another port', { host: 'localhost:4100', origin: 'http://localhost:3000' }],
    ['without an origin', { host: 'localhost:4100' }],
    [
      'with Sec-Fetch-Site: cross-site',
      { host: 'localhost:4100', origin: 'http://localhost:4100', 'sec-fetch-site': 'cross-site' },
    ],
  ])('cannot write by a form %s', async (_name, headers) => {
    const body = 'email_address=eve%40example.com';
    for (const path of ['/_local/users', '/sign-in', '/_local/inbox/clear']) {
      const sent = {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body,
      };
      expect([path, (await rawRequest(url, path, sent)).status]).toEqual([path, 400]);
    }
    expect(servers[0]?.local.users.list()).toEqual([]);
  });

  it('cannot call the Backend API with a key after a preflight', async () => {
    const { headers } = await rawRequest(url, '/v1/users', {
      method: 'OPTIONS',
      headers: {
        host: 'localhost',
        origin: 'http://localhost:3000',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization, content-type',
      },
    });

    expect(headers['access-control-allow-headers']).toBe('content-type');
  });
});
