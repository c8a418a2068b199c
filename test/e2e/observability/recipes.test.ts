import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { secretIn } from '../../support/canary.js';
import { setEnvironment } from '../../support/environment.js';
import { bearer } from '../../support/nest-app.js';

const SUPPORT = new URL('../../support/', import.meta.url);
const TYPESCRIPT_LOADER = new URL('../../../tools/run-ts.mjs', import.meta.url).href;

let local: LocalClerk;
let server: LocalClerkServer;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  server = await local.listen();
});
afterAll(() => server.close());

it.each(['prometheus', 'pino', 'sentry'])(
  'docs/observability.md has the recipe as it is tested: %s',
  name => {
    const page = readFileSync(new URL('../../../docs/observability.md', import.meta.url), 'utf8');
    const recipe = readFileSync(new URL(`recipes/${name}.ts`, SUPPORT), 'utf8');
    expect(page).toContain(recipe.replaceAll("'../../../lib/index.js'", "'nest-clerk'").trim());
  },
);

/** Runs `recipe-app.ts`, and collects what it prints. */
async function startRecipe(recipe: string) {
  const child: ChildProcess = fork(fileURLToPath(new URL('recipe-app.ts', SUPPORT)), [recipe], {
    execArgv: ['--import', TYPESCRIPT_LOADER],
    silent: true,
    env: {
      ...process.env,
      CLERK_SECRET_KEY: local.secretKey,
      CLERK_PUBLISHABLE_KEY: local.publishableKey,
      CLERK_API_URL: server.url,
    },
  });
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout! }).on('line', line => lines.push(line));
  const errors: string[] = [];
  createInterface({ input: child.stderr! }).on('line', line => errors.push(line));
  const exit = once(child, 'exit');
  const ended = exit.then(() => {
    throw new Error(`The application ended:\n${errors.join('\n')}`);
  });
  ended.catch(() => undefined);
  const [port] = (await Promise.race([once(child, 'message'), ended])) as [number];
  return {
    get: (path: string, headers: Record<string, string>) =>
      fetch(`http://127.0.0.1:${port}${path}`, { headers }),
    /** The lines with a text, once there are so many. */
    async lines(text: string, count: number): Promise<string[]> {
      const found = () => lines.filter(line => line.includes(text));
      while (found().length < count) await once(output, 'line');
      return found();
    },
    all: () => lines.join('\n'),
    async close() {
      child.disconnect();
      await exit;
    },
  };
}

describe('an application', () => {
  const query = () => `?__clerk_db_jwt=${local.secretKey}`;
  const cookies = (token: string) => ({ cookie: `__session=${token}; __client_uat=1` });

  it('with the recipe for Prometheus counts authentications by reason, and measures calls by operation', async () => {
    const app = await startRecipe('prometheus');
    await app.get('/me', bearer(await local.issueSessionToken({ userId: 'user_alice' })));
    await app.get('/me', bearer('a.b.c'));
    const text = await (await app.get('/metrics', {})).text();
    await app.close();
    const authentications = 'clerk_authentications_total';
    expect(text).toContain(`${authentications}{status="signed-in",reason="",token_type="session_token"} 1`);
    expect(text).toContain(
      `${authentications}{status="signed-out",reason="token-invalid",token_type="session_token"} 1`,
    );
    expect(text).toContain(
      'clerk_backend_api_request_duration_seconds_count{operation="GetUser",status="200"} 1',
    );
    expect(text).not.toContain('user_alice');
  });

  it('with the recipe for pino logs the reason of a rejection, and no token, cookie or query', async () => {
    const app = await startRecipe('pino');
    const token = await local.issueSessionToken({ userId: 'user_alice' });
    await app.get(`/me${query()}`, bearer(token));
    await app.get('/me', { ...cookies(token), ...bearer('a.b.c') });
    const requests = (await app.lines('"statusCode"', 2)).map(
      line => JSON.parse(line) as Record<string, unknown>,
    );
    const all = app.all();
    await app.close();
    expect(requests.map(({ req, res, authReason }) => ({ req, res, authReason }))).toEqual([
      { req: { method: 'GET', path: '/me' }, res: { statusCode: 200 }, authReason: undefined },
      { req: { method: 'GET', path: '/me' }, res: { statusCode: 401 }, authReason: 'token-invalid' },
    ]);
    expect(secretIn(all)).toBeUndefined();
  });

  it('with the recipe for Sentry reports errors with what Clerk did before, no rejections, and no secrets', async () => {
    const app = await startRecipe('sentry');
    const token = await local.issueSessionToken({ userId: 'user_alice' });
    expect((await app.get('/me', bearer('a.b.c'))).status).toBe(401);
    expect((await app.get(`/broken${query()}`, { ...cookies(token), ...bearer(token) })).status).toBe(500);
    const [report] = await app.lines('A bug of the application', 1);
    const all = app.all();
    await app.close();
    expect(report).toContain('"category":"clerk.backend-api"');
    expect(report).toContain('"operation":"GetUser"');
    expect(report).toContain('"category":"clerk.authentication"');
    expect(all).not.toContain('UnauthenticatedException');
    expect(all).not.toContain('__clerk_db_jwt');
    expect(secretIn(all)).toBeUndefined();
  });
});
