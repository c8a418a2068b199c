import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { AcceptsToken, Auth, ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import type { AuthObject, ClerkModuleOptions, SessionAuthObject } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { SIGNED_OUT_PAGE_LOAD } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';

let local: LocalClerk;
let tokens: Record<'session' | 'm2m' | 'oauth' | 'forged', string>;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: local.issuer, iat: now, exp: now + 3600, jti: 'id_1' };
  const m2m = { ...claims, sub: 'mch_1' };
  tokens = {
    session: await local.issueSessionToken({ userId: 'user_alice', expiresIn: 3600 }),
    m2m: await local.signJwt(m2m),
    oauth: await local.signJwt({ ...claims, sub: 'user_alice', client_id: 'client_1' }, { typ: 'at+jwt' }),
    forged: await (await LocalClerk.create()).signJwt(m2m),
  };
});
afterEach(closeApps);

@Controller()
@UseGuards(ClerkAuthGuard)
class AcceptingController {
  @Get('session')
  session(@Auth() auth: SessionAuthObject) {
    return auth.userId;
  }

  @Get('machine')
  @AcceptsToken('m2m_token')
  machine(@Auth() auth: AuthObject) {
    return auth;
  }

  @Get('either')
  @AcceptsToken('session_token', 'oauth_token')
  either(@Auth() auth: AuthObject, @Auth('userId') userId: string) {
    return { tokenType: auth.tokenType, userId };
  }

  @Get('any')
  @AcceptsToken('any')
  any(@Auth() auth: AuthObject, @Auth({ acceptsToken: 'session_token' }) session: SessionAuthObject) {
    return { tokenType: auth.tokenType, sessionUserId: session.userId };
  }
}

@Controller('machines')
@AcceptsToken('m2m_token')
@UseGuards(ClerkAuthGuard)
class MachinesController {
  @Get()
  machines() {}

  @Get('people')
  @AcceptsToken('session_token')
  people() {}
}

function start(options: ClerkModuleOptions = {}) {
  return startNest({
    imports: [ClerkModule.forRoot({ ...local.keys, ...options })],
    controllers: [AcceptingController, MachinesController],
  });
}

/** The tokens that a path accepts. */
async function openersOf(path: string): Promise<string[]> {
  const app = await start();
  const openers: string[] = [];
  for (const [name, token] of Object.entries(tokens)) {
    if ((await app.get(path, bearer(token))).status === 200) openers.push(name);
  }
  return openers;
}

describe('guarded route accepts', () => {
  it.each([
    ['a session token', 'without @AcceptsToken()', '/session', ['session']],
    ['that type', 'with one kind', '/machine', ['m2m']],
    ['each of the types', 'with several kinds', '/either', ['session', 'oauth']],
    ['every type', "with 'any'", '/any', ['session', 'm2m', 'oauth']],
    ['the types of the class', 'with it on the class', '/machines', ['m2m']],
    ['the types of the method', 'with it on both', '/machines/people', ['session']],
  ])('%s %s', async (_, __, path, openers) => {
    expect(await openersOf(path)).toEqual(openers);
  });
});

describe('@Auth() on a route with @AcceptsToken()', () => {
  it("returns the auth object of the token's type", async () => {
    const { json } = await (await start()).get('/machine', bearer(tokens.m2m));
    expect(json).toMatchObject({ tokenType: 'm2m_token', machineId: 'mch_1', isAuthenticated: true });
  });

  it('returns a field that all token types have', async () => {
    const app = await start();
    for (const [token, tokenType] of [
      [tokens.session, 'session_token'],
      [tokens.oauth, 'oauth_token'],
    ] as const) {
      expect((await app.get('/either', bearer(token))).json).toEqual({ tokenType, userId: 'user_alice' });
    }
  });

  it('prefers its own acceptsToken to that of the route', async () => {
    const { json } = await (await start()).get('/any', bearer(tokens.m2m));
    expect(json).toEqual({ tokenType: 'm2m_token', sessionUserId: null });
  });
});

describe('rejection of @AcceptsToken() has the reason', () => {
  it.each([
    ['for a valid token of another type', () => tokens.session, 'token-type-mismatch'],
    ['for a forged token of that type', () => tokens.forged, 'token-verification-failed'],
    ['for a missing token', () => undefined, 'No token in header'],
  ])('%s', async (_, token, reason) => {
    const presented = token();
    const { status, json } = await (await start()).get('/machine', presented ? bearer(presented) : {});
    expect({ status, reason: json.reason }).toEqual({ status: 401, reason });
  });
});

describe('browser without a token on a route for machines', () => {
  it('is answered 401 and not redirected to the sign-in page', async () => {
    const app = await start({ signInUrl: '/sign-in' });
    const answer = await app.get('/machine', SIGNED_OUT_PAGE_LOAD);
    expect(answer.status).toBe(401);
    expect(answer.json).toMatchObject({ reason: 'No token in header' });
    expect((await app.get('/either', SIGNED_OUT_PAGE_LOAD)).status).toBe(302);
  });
});

it('@AcceptsToken() accepts a list', async () => {
  @Controller()
  class ListController {
    @Get('list')
    @UseGuards(ClerkAuthGuard)
    @AcceptsToken(['m2m_token', 'session_token'])
    list(@Auth() auth: AuthObject) {
      return { tokenType: auth.tokenType };
    }
  }
  const app = await startNest({ imports: [ClerkModule.forRoot(local.keys)], controllers: [ListController] });
  expect((await app.get('/list', bearer(tokens.m2m))).json).toEqual({ tokenType: 'm2m_token' });
  expect((await app.get('/list', bearer(tokens.session))).json).toEqual({ tokenType: 'session_token' });
  expect((await app.get('/list', bearer(tokens.oauth))).status).toBe(401);
});

it.each([[[]], [['session']], [['API_KEY', 'm2m_token']]])(
  '@AcceptsToken(...%j) throws when the file is loaded',
  kinds => {
    expect(() => AcceptsToken(...(kinds as ['any']))).toThrow(
      expect.objectContaining({ code: 'option_invalid', message: expect.stringContaining('m2m_token') }),
    );
  },
);
