import { format, inspect } from 'node:util';

import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { NestContainer } from '@nestjs/core';
import { ClerkAuthGuard, ClerkClient, ClerkModule, createClerkClient, getAuth } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { forgeJwt } from '../../../support/forge.js';
import { bearer, nodeRequestOf, startNestApp } from '../../../support/nest-app.js';
import type { AnyRequest } from '../../../support/nest-app.js';
import { sendRaw } from '../../../support/raw-http.js';
import { closeApps } from '../../../support/running-app.js';

let local: LocalClerk;
let keys: ClerkModuleOptions;
/** The strings that must not appear anywhere. */
let secrets: string[];
/** All output: logs, responses, errors and inspected objects. */
let seen: string[];

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});

beforeEach(() => {
  seen = [];
  keys = {
    ...local.keys,
    jwtKey: local.jwtKey,
    machineSecretKey: 'ak_canary4EC39HqLyjWDarjtT1zdp7dc',
    debug: true,
  };
  const linesOfPem = local.jwtKey.split('\n').slice(1, -2);
  secrets = [local.secretKey, 'ak_canary4EC39HqLyjWDarjtT1zdp7dc', ...linesOfPem];
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
    jest.spyOn(console, method).mockImplementation((...logged) => void seen.push(format(...logged)));
  }
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation(text => seen.push(String(text)) > 0);
  }
});

afterEach(async () => {
  await closeApps();
  jest.restoreAllMocks();
  expect(seen).not.toEqual([]);
  for (const secret of secrets) {
    expect(seen.flatMap(text => excerptsAround(secret, text))).toEqual([]);
  }
});

function excerptsAround(secret: string, text: string): string[] {
  const at = text.indexOf(secret);
  return at === -1 ? [] : [text.slice(Math.max(0, at - 100), at + 10)];
}

const log = (...logged: unknown[]) => seen.push(format(...logged));
const logger = { log, warn: log, error: log, debug: log, verbose: log, fatal: log };

/** Records a value in every form in which it may be logged. */
function see(value: unknown): void {
  seen.push(inspect(value), inspect(value, { depth: 6 }), String(value));
  if (typeof value === 'object') seen.push(JSON.stringify(value));
  if (value instanceof Error) seen.push(value.message, String(value.stack));
}

/** A token is revealed by its signature, or by claims that identify its user. */
function keepSecret(token: string): string {
  secrets.push(...token.split('.').filter((part, index) => index > 0 && part !== ''), token);
  return token;
}

describe('response', () => {
  it('contains no key, token or cookie, for valid and invalid tokens', async () => {
    const issue = local.issueSessionToken.bind(local);
    const tokens = [
      await issue({ userId: 'user_alice' }),
      await issue({ userId: 'user_alice', expiresIn: -3600 }),
      await issue({ userId: 'user_alice', sessionStatus: 'pending' }),
      await issue({ userId: 'user_alice', claims: { azp: 'https://other.example' } }),
      await issue({ userId: 'user_alice', claims: { sub: { canary: 'canary-subject' } } }),
      await issue({ userId: 'user_alice', header: { kid: 'canary-kid' } }),
      await issue({ userId: 'user_alice', header: { alg: 'canary-alg' } }),
      await issue({ userId: 'user_alice', header: { typ: 'canary-typ' } }),
      await issue({ userId: 'user_alice', claims: { v: 2, fea: 'canary-feature', o: { id: 'org_1' } } }),
      forgeJwt({ alg: 'RS256', kid: local.kid }, { sub: 'canary-subject' }),
      'canary-garbage.canary-garbage.canary-garbage',
      'ak_canary-of-an-api-key',
    ].map(keepSecret);
    secrets.push('canary');
    // Origins are not secrets in the log, which names differing ones. No response contains them.
    const options = { ...keys, authorizedParties: ['https://party.example'] };
    const answered: string[] = [];

    for (const settings of [keys, { ...keys, jwtKey: undefined }, options]) {
      const app = await startNestApp(settings, { logger, answer: () => ({}) });
      for (const token of tokens) {
        for (const target of ['/', '/guarded']) {
          for (const line of [
            `Authorization: Bearer ${token}`,
            `Authorization: Bearer ${token}\r\nAccept: text/html`,
            `Cookie: __session=${token}; __client_uat=1; __clerk_db_jwt=canary-dvb; __refresh_x=canary-refresh`,
          ]) {
            const { headers, body } = await sendRaw(app.port, { target, headers: [line] });
            // A browser sends its own token to the handshake, in the URL of the redirect.
            delete headers.location;
            if (!(target === '/guarded' && body.includes('"isAuthenticated":true'))) seen.push(body);
            seen.push(JSON.stringify(headers));
            answered.push(body, JSON.stringify(headers));
          }
        }
      }
    }
    expect(answered.filter(text => text.includes('party.example'))).toEqual([]);
  });

  it('contains nothing of the error of a custom fetch', async () => {
    const chatty: typeof fetch = (_input, init) =>
      Promise.reject(new Error(`cannot send ${new Headers(init?.headers).get('authorization')}`));
    const app = await startNestApp({ ...local.keys, fetch: chatty }, { logger, answer: () => ({}) });
    const token = keepSecret(await local.issueSessionToken({ userId: 'user_alice' }));

    const { headers, body } = await sendRaw(app.port, { headers: [`Authorization: Bearer ${token}`] });

    expect(headers['x-clerk-auth-reason']).toEqual(['jwk-remote-failed-to-load']);
    seen.push(JSON.stringify(headers), body);
  });
});

describe('object that a handler can log', () => {
  async function handle(handler: (request: AnyRequest) => unknown): Promise<void> {
    const app = await startNestApp(keys, {
      logger,
      answer: async request => ({ done: (await handler(request)) !== false }),
    });
    const token = keepSecret(await local.issueSessionToken({ userId: 'user_alice' }));
    const expired = keepSecret(await local.issueSessionToken({ userId: 'user_alice', expiresIn: -60 }));
    for (const sent of [token, expired]) {
      expect((await app.get('/', bearer(sent))).json).toEqual({ done: true });
      const cookie = `__session=${sent}; __client_uat=1; __clerk_db_jwt=dvb_canary`;
      secrets.push('dvb_canary');
      expect((await app.get('/', { cookie })).json).toEqual({ done: true });
    }
  }

  it('has no secret: the auth object', () => handle(request => see(getAuth(request))));

  it('has no secret: debug()', () =>
    handle(request => {
      const debug = getAuth(request).debug();
      expect(debug).toMatchObject({ publishableKey: local.publishableKey, method: 'GET' });
      see(debug);
    }));

  it('has no secret: req.auth', () =>
    handle(request => see((nodeRequestOf(request) as { auth?: unknown }).auth)));

  it('has no secret: an error of getToken()', () =>
    handle(request => getAuth(request).getToken({ template: 'unknown' }).catch(see)));
});

describe('object that an application can log', () => {
  it('has no secret: the providers of the module, the client and the guard', async () => {
    const app = await startNestApp(keys, { logger });
    const { container } = app.app as unknown as { container: NestContainer };
    const module = [...container.getModules().values()].find(({ metatype }) => metatype === ClerkModule);

    for (const type of [ClerkClient, ClerkAuthGuard]) see(app.app.get<object>(type));
    for (const [token, { instance, metatype }] of module!.providers) {
      // The options are the application's own object; Nest's ModuleRef contains the whole container.
      if (
        String(token) === 'Symbol(options of ClerkModule.forRoot())' ||
        String((metatype as { name?: string })?.name) === 'ModuleRef'
      )
        continue;
      see(instance);
    }
  });

  it('has no secret: a client and the errors of its calls', async () => {
    const client = createClerkClient(keys);
    see(client);
    see(client.users);

    await client.users.getUser('user_unknown').catch(see);
    local.outage = 'network';
    const call = client.users.getUser('user_alice');
    local.outage = undefined;
    await call.catch(see);
    await createClerkClient({ ...keys, secretKey: `${local.secretKey}x` })
      .users.getUser('user_alice')
      .catch(see);
  });

  it.each<[string, (of: ClerkModuleOptions) => ClerkModuleOptions]>([
    ['a secret key with a space', of => ({ ...of, secretKey: `${of.secretKey} canary` })],
    ['a secret key of another type', of => ({ ...of, secretKey: 'whsec_canaryKey' })],
    ['a publishable key as the secret key', of => ({ ...of, secretKey: of.publishableKey })],
    ['a secret key as the publishable key', of => ({ ...of, publishableKey: of.secretKey })],
    ['a PEM as the secret key', of => ({ ...of, secretKey: of.jwtKey })],
    ['keys of two instances', of => ({ ...of, secretKey: 'sk_live_canaryKey' })],
    ['a broken PEM', of => ({ ...of, jwtKey: of.jwtKey?.slice(0, 200) })],
    ['a string that is not a PEM', of => ({ ...of, jwtKey: 'canary-of-a-pem' })],
    ['a URL with a password', of => ({ ...of, apiUrl: 'https://user:canary@api.example' })],
  ])('has no secret: the error at start-up for %s', async (_what, spoiled) => {
    secrets.push('canary');
    const options = spoiled(keys);

    const error = await startNestApp(options, { logger }).then(
      () => 'started',
      (thrown: unknown) => thrown,
    );

    expect(error).toBeInstanceOf(Error);
    see(error);
  });
});
