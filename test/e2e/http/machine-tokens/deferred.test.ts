import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Controller, ForbiddenException, Get, Injectable, Req, UseGuards } from '@nestjs/common';
import type { CanActivate } from '@nestjs/common';
import { AcceptsToken, Auth, ClerkAuthGuard, ClerkModule, getAuth } from 'nest-clerk';
import type { AuthObject, ClerkModuleOptions, MachineAuthObject } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';

let local: LocalClerk;
let key: { authorization: string };
let calls: string[];

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
beforeEach(() => {
  setEnvironment({});
  calls = [];
  key = bearer(local.apiKeys.create({ subject: 'user_alice', name: 'CI' }).secret);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await closeApps();
});

@Injectable()
class ClosedGuard implements CanActivate {
  canActivate(): boolean {
    throw new ForbiddenException();
  }
}

@Controller()
class RoutesController {
  @Get('session')
  @UseGuards(ClerkAuthGuard)
  session() {
    return {};
  }

  @Get('health')
  health() {
    return {};
  }

  @Get('closed')
  @AcceptsToken('api_key')
  @UseGuards(ClosedGuard, ClerkAuthGuard)
  closed() {
    return {};
  }

  @Get('key')
  @AcceptsToken('api_key')
  @UseGuards(ClerkAuthGuard)
  key(@Auth() auth: MachineAuthObject<'api_key'>) {
    return { subject: auth.subject };
  }

  @Get('decorator')
  decorator(@Auth({ acceptsToken: 'any' }) auth: AuthObject) {
    return { isAuthenticated: auth.isAuthenticated };
  }

  @Get('handler')
  handler(@Req() request: object) {
    return { subject: getAuth(request, { acceptsToken: 'api_key' }).subject };
  }
}

function start(options: Partial<ClerkModuleOptions> = {}, warn = jest.fn()) {
  const fetch: typeof globalThis.fetch = (input, init) => {
    calls.push(new URL(input instanceof Request ? input.url : input).pathname);
    return local.fetch(input, init);
  };
  return startNest({
    imports: [ClerkModule.forRoot({ ...local.keys, fetch, ...options })],
    controllers: [RoutesController],
    logger: { log() {}, warn, error() {} },
  });
}

describe('API key', () => {
  it.each([
    ['a route for sessions', '/session', 401],
    ['a route without a guard', '/health', 200],
    ['a path without a route', '/nowhere', 404],
    ['a route whose earlier guard rejects', '/closed', 403],
  ])('causes no call on %s', async (_, path, status) => {
    const app = await start();
    expect((await app.get(path, key)).status).toBe(status);
    expect((await app.get(path, bearer('ak_made_up'))).status).toBe(status);
    expect(calls).toEqual([]);
  });

  it.each([
    ['/key', { subject: 'user_alice' }],
    ['/decorator', { isAuthenticated: true }],
    ['/handler', { subject: 'user_alice' }],
  ])('is verified on a route that accepts it: %s', async (path, json) => {
    const app = await start();
    expect(await app.get(path, key)).toMatchObject({ status: 200, json });
    expect(calls).toHaveLength(1);
  });

  it('is rejected on a route for sessions with the reason token-type-mismatch', async () => {
    const app = await start();
    expect((await app.get('/session', key)).json.reason).toBe('token-type-mismatch');
  });

  it('that is made up is rejected for ten seconds without another call', async () => {
    const app = await start();
    for (let count = 0; count < 20; count++) {
      const { status, json } = await app.get('/key', bearer('ak_made_up'));
      expect({ status, reason: json.reason }).toEqual({ status: 401, reason: 'token-invalid' });
    }
    expect(calls).toHaveLength(1);
    const now = Date.now();
    jest.spyOn(Date, 'now').mockImplementation(() => now + 10_001);
    await app.get('/key', bearer('ak_made_up'));
    expect(calls).toHaveLength(2);
  });
});

describe('failing Backend API', () => {
  it('is logged once at its beginning and once at its end', async () => {
    let isDown = true;
    const warn = jest.fn();
    const app = await start(
      {
        retries: 0,
        fetch: (input, init) =>
          isDown
            ? Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: connectionRefused() }))
            : local.fetch(input, init),
      },
      warn,
    );
    for (let count = 0; count < 3; count++) {
      expect((await app.get('/key', key)).json.reason).toBe('backend-api-unavailable');
    }
    isDown = false;
    expect((await app.get('/key', key)).status).toBe(200);
    const messages = warn.mock.calls.map(([message]) => String(message));
    expect(messages).toEqual([
      expect.stringMatching(/api\.clerk\.com does not answer as it should \(ECONNREFUSED\)/),
      expect.stringContaining('answers again'),
    ]);
  });

  it('that does not respond holds at most 100 verifications; further ones fail immediately', async () => {
    let hanging = 0;
    const app = await start({
      retries: 0,
      fetch: (_input, init) =>
        new Promise((_, reject) => {
          hanging++;
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        }),
      timeoutMs: 3_000,
    });
    const answers = await Promise.all(
      Array.from({ length: 130 }, (_, index) => app.get('/key', bearer(`ak_${index}`))),
    );
    expect(hanging).toBe(100);
    expect(new Set(answers.map(({ json }) => json.reason as string))).toEqual(
      new Set(['backend-api-unavailable']),
    );
  });
});

function connectionRefused(): Error {
  return Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), { code: 'ECONNREFUSED' });
}
