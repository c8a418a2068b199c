import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalCredentials, LocalClerkServer } from 'nest-clerk/testing';

import { forkApp } from '../support/forked-app.js';
import type { ForkedApp } from '../support/forked-app.js';

interface Call {
  title: string;
  request: string;
  headers: Record<string, string>;
}

interface Answer {
  status: number;
  /** The body of a success; the bodies of errors are those of the package. */
  body?: string;
  /** Where a redirect leads, without the port of the application. */
  location?: string;
}

/** Where an application answers otherwise after its migration, by the title of the call and the request. */
type Differences = Record<string, { before: number; after: number; because: string }>;

interface Migration {
  name: string;
  requests: string[];
  /** The calls that both applications answer with 403. */
  forbidden: string[];
  differences: Differences;
}

const SIGNED_OUT = ['no token', 'a tampered token', 'an expired token', 'an API key'];

const GUARD_RETURNS_FALSE = 'Nest answers 403 where a guard returns false; ClerkAuthGuard answers 401';
const COOKIES = 'the strategy reads the header only; ClerkModule reads the session cookie of a browser too';
const HANDSHAKE =
  'ClerkModule refreshes the session of a browser, as clerkMiddleware() does; a strategy cannot';

const MIGRATIONS: Migration[] = [
  {
    name: 'clerk-express',
    requests: ['GET /health', 'GET /me', 'GET /invoices', 'DELETE /invoices/7'],
    forbidden: ['a user: DELETE /invoices/7', 'a member: DELETE /invoices/7'],
    differences: Object.fromEntries(
      [
        ...SIGNED_OUT.flatMap(title => [`${title}: GET /me`, `${title}: GET /invoices`]),
        ...[...SIGNED_OUT, 'a browser'].map(title => `${title}: DELETE /invoices/7`),
      ].map(call => [call, { before: 403, after: 401, because: GUARD_RETURNS_FALSE }]),
    ),
  },
  {
    name: 'passport',
    requests: ['GET /health', 'GET /me', 'GET /orders'],
    forbidden: [],
    differences: {
      ...Object.fromEntries(
        ['GET /me', 'GET /orders'].map(request => [
          `a session cookie: ${request}`,
          { before: 401, after: 200, because: COOKIES },
        ]),
      ),
      'a browser: GET /health': { before: 200, after: 307, because: HANDSHAKE },
      'a browser: GET /me': { before: 401, after: 307, because: HANDSHAKE },
      'a browser: GET /orders': { before: 401, after: 307, because: HANDSHAKE },
    },
  },
  {
    name: 'nestjs-clerk',
    requests: ['GET /health', 'GET /me', 'GET /cats', 'DELETE /cats/7'],
    forbidden: ['a user: DELETE /cats/7', 'a member: DELETE /cats/7'],
    differences: Object.fromEntries(
      [...SIGNED_OUT, 'a browser'].map(title => [
        `${title}: DELETE /cats/7`,
        { before: 403, after: 401, because: GUARD_RETURNS_FALSE },
      ]),
    ),
  },
];

let local: LocalClerk;
let server: LocalClerkServer;
const callers: Record<string, Record<string, string>> = {};

beforeAll(async () => {
  local = await LocalClerk.create({
    users: [
      { id: 'user_ada', firstName: 'Ada' },
      { id: 'user_bob', firstName: 'Bob' },
    ],
    organizations: [
      {
        id: 'org_acme',
        name: 'Acme',
        members: [
          { user: 'user_ada', role: 'org:admin' },
          { user: 'user_bob', role: 'org:member' },
        ],
      },
    ],
  });
  server = await local.listen();
  // Of the packages of Clerk in the applications before.
  process.env.CLERK_TELEMETRY_DISABLED = '1';
  const organization = 'org_acme';
  const [ada, admin, member, expired]: LocalCredentials[] = await Promise.all([
    local.signIn('user_ada'),
    local.signIn('user_ada', { organization }),
    local.signIn('user_bob', { organization }),
    local.signIn('user_ada', { organization, expiresIn: -120 }),
  ]);
  const [head, payload, signature] = admin!.token.split('.');
  const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as object;
  const forged = Buffer.from(JSON.stringify({ ...claims, sub: 'user_bob' })).toString('base64url');
  Object.assign(callers, {
    'no token': {},
    'a user': ada!.headers,
    'an admin': admin!.headers,
    'a member': member!.headers,
    'a session cookie': { cookie: admin!.cookies },
    'a tampered token': { authorization: `Bearer ${head}.${forged}.${signature}` },
    'an expired token': expired!.headers,
    'an API key': { authorization: 'Bearer ak_0123456789abcdef' },
    'a browser': { accept: 'text/html', 'sec-fetch-dest': 'document' },
  });
});

afterAll(async () => {
  await server.close();
});

async function answerOf(app: ForkedApp, { request, headers }: Call): Promise<Answer> {
  const [method, path] = request.split(' ') as [string, string];
  const url = `http://127.0.0.1:${app.port}${path}`;
  const response = await fetch(url, { method, headers, redirect: 'manual' });
  const body = await response.text();
  const { status } = response;
  const location = response.headers.get('location')?.replaceAll(String(app.port), 'PORT');
  return { status, ...(response.ok && { body }), ...(location && { location }) };
}

describe.each(MIGRATIONS)(
  'the application that migrates from $name',
  ({ name, requests, forbidden, differences }) => {
    let before: ForkedApp;
    let after: ForkedApp;

    beforeAll(async () => {
      [before, after] = (await Promise.all(
        ['before', 'after'].map(state => forkApp('migrated-app.ts', [`${name}/${state}`], local, server.url)),
      )) as [ForkedApp, ForkedApp];
    });

    afterAll(async () => {
      await Promise.all([before.close(), after.close()]);
    });

    it('answers every request as before, except for the named differences', async () => {
      const found: Record<string, { before: number; after: number }> = {};
      const alike: Record<number, string[]> = {};
      for (const [title, headers] of Object.entries(callers))
        for (const request of requests) {
          const call = { title, request, headers };
          const [old, now] = await Promise.all([answerOf(before, call), answerOf(after, call)]);
          if (JSON.stringify(old) !== JSON.stringify(now))
            found[`${title}: ${request}`] = { before: old.status, after: now.status };
          else (alike[old.status] ??= []).push(`${title}: ${request}`);
        }
      expect(found).toEqual(
        Object.fromEntries(
          Object.entries(differences).map(([call, { because: _, ...statuses }]) => [call, statuses]),
        ),
      );
      // Two applications that reject everything, or accept everything, would be alike too.
      expect(alike[403] ?? []).toEqual(forbidden);
      expect(alike[200]).toEqual(
        expect.arrayContaining(['no token: GET /health', 'a user: GET /me', `an admin: ${requests.at(-1)}`]),
      );
    });
  },
);
