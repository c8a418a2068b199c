import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, Req, UseFilters, UseGuards } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter, INestApplication } from '@nestjs/common';
import {
  AcceptsToken,
  ClerkAuthGuard,
  ClerkContext,
  ClerkModule,
  getAuth,
  Public,
  resolveAuth,
} from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';

let local: LocalClerk;
let calls: number;
let key: { authorization: string };
let written: unknown[];

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
beforeEach(() => {
  calls = 0;
  written = [];
  key = bearer(local.apiKeys.create({ subject: 'user_alice', name: 'CI' }).secret);
});
afterEach(closeApps);

/** The audit log of the documentation. */
@Injectable()
class AuditLog {
  constructor(private readonly clerk: ClerkContext) {}

  write(action: string) {
    const auth = this.clerk.tryGetAuth();
    written.push({ subject: auth?.userId ?? auth?.subject ?? null, action });
  }

  subjectOf(acceptsToken: 'any' | 'api_key') {
    return this.clerk.getAuth({ acceptsToken }).isAuthenticated;
  }

  async resolvedSubject() {
    return (await this.clerk.resolveAuth({ acceptsToken: 'api_key' })).subject;
  }
}

class CodeFilter implements ExceptionFilter {
  catch(error: { code: string }, host: ArgumentsHost) {
    host
      .switchToHttp()
      .getResponse<{ status(code: number): { send(body: object): void } }>()
      .status(500)
      .send({ code: error.code });
  }
}

@Controller()
class RoutesController {
  constructor(private readonly log: AuditLog) {}

  @Get('keys')
  @AcceptsToken('api_key', 'session_token')
  @UseGuards(ClerkAuthGuard)
  keys() {
    this.log.write('read');
    return {};
  }

  @Get('machines')
  @AcceptsToken('m2m_token')
  @UseGuards(ClerkAuthGuard)
  machines(@Req() request: object) {
    this.log.write('run');
    return { tokenType: (getAuth(request) as { tokenType: string }).tokenType };
  }

  @Get('public-keys')
  @Public()
  @AcceptsToken('api_key')
  publicKeys() {
    this.log.write('public');
    return {};
  }

  @Get('unguarded-keys')
  @AcceptsToken('api_key')
  unguardedKeys(@Req() request: object) {
    this.log.write('unguarded');
    return { isAuthenticated: getAuth(request).isAuthenticated };
  }

  @Get('sessions')
  @UseGuards(ClerkAuthGuard)
  sessions() {
    this.log.write('session');
    return {};
  }

  @Get('open')
  open() {
    this.log.write('open');
    return {};
  }

  @Get('undeclared')
  @UseFilters(CodeFilter)
  undeclared() {
    return { isAuthenticated: this.log.subjectOf('api_key') };
  }

  @Get('resolved')
  async resolved() {
    return { subject: await this.log.resolvedSubject() };
  }
}

const start = (configure?: (app: INestApplication) => unknown) =>
  startNest({
    imports: [
      ClerkModule.forRoot({
        ...local.keys,
        jwtKey: local.jwtKey,
        fetch: (...call) => {
          calls++;
          return local.fetch(...call);
        },
      }),
    ],
    controllers: [RoutesController],
    providers: [AuditLog],
    configure,
  });

const session = async () => bearer(await local.issueSessionToken({ userId: 'user_alice' }));

describe('an audit log with ClerkContext', () => {
  it('writes the owner of an API key on a route that accepts it', async () => {
    const app = await start();
    expect((await app.get('/keys', key)).status).toBe(200);
    expect((await app.get('/keys', await session())).status).toBe(200);
    expect(written).toEqual([
      { subject: 'user_alice', action: 'read' },
      { subject: 'user_alice', action: 'read' },
    ]);
  });

  it('writes the subject of an M2M token, and getAuth(request) has its type', async () => {
    const app = await start();
    const { token } = await local.m2mTokens.create({ subject: 'mch_jobs' });
    expect((await app.get('/machines', bearer(token))).json).toEqual({ tokenType: 'm2m_token' });
    expect(written).toEqual([{ subject: 'mch_jobs', action: 'run' }]);
  });

  it.each(['/public-keys', '/unguarded-keys'])('writes it without a guard too: %s', async path => {
    const app = await start();
    await app.get(path, key);
    expect(written).toEqual([{ subject: 'user_alice', action: expect.any(String) }]);
    expect(calls).toBe(1);
  });

  it('writes null for an API key on a route that does not accept it, without a call', async () => {
    const app = await start();
    expect((await app.get('/sessions', key)).status).toBe(401);
    expect((await app.get('/open', key)).status).toBe(200);
    expect(written).toEqual([{ subject: null, action: 'open' }]);
    expect(calls).toBe(0);
  });

  it('writes null outside of a request', async () => {
    const { app } = await start();
    app.get(AuditLog).write('cron');
    expect(written).toEqual([{ subject: null, action: 'cron' }]);
  });
});

describe('a machine token where no route declares it', () => {
  it('token_not_verified: getAuth() throws', async () => {
    const app = await start();
    expect((await app.get('/undeclared', key)).json).toEqual({ code: 'token_not_verified' });
    expect((await app.get('/undeclared', await session())).json).toEqual({ isAuthenticated: false });
    expect((await app.get('/undeclared')).json).toEqual({ isAuthenticated: false });
    expect(calls).toBe(0);
  });

  it('is verified by ClerkContext.resolveAuth()', async () => {
    const app = await start();
    expect((await app.get('/resolved', key)).json).toEqual({ subject: 'user_alice' });
    expect((await app.get('/resolved', bearer('ak_made_up'))).json).toEqual({ subject: null });
    expect((await app.get('/resolved')).json).toEqual({ subject: null });
  });

  it('is verified once by resolveAuth() in later middleware', async () => {
    const subjects: unknown[] = [];
    const app = await start(nest =>
      nest.use(async (request: object, _response: unknown, next: () => void) => {
        subjects.push((await resolveAuth(request, { acceptsToken: 'api_key' })).subject);
        next();
      }),
    );
    expect((await app.get('/keys', key)).status).toBe(200);
    await app.get('/open');
    expect(subjects).toEqual(['user_alice', null]);
    expect(calls).toBe(1);
  });

  it('middleware_missing: resolveAuth() rejects for a request that the middleware has not seen', async () => {
    await expect(resolveAuth({})).rejects.toMatchObject({ code: 'middleware_missing' });
  });
});
