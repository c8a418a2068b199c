import type { ServerResponse } from 'node:http';

import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Catch, Controller, Get, HttpException, Injectable, UseGuards } from '@nestjs/common';
import type { ArgumentsHost, CanActivate, ExceptionFilter, ExecutionContext } from '@nestjs/common';
import { APP_FILTER, BaseExceptionFilter, HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { AcceptsToken, ClerkAuthGuard, ClerkModule, Protect, UnauthenticatedException } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { SIGNED_OUT_PAGE_LOAD } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { HTTP_ADAPTER } from '../../../support/http-adapter.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import type { NestSettings } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(closeApps);

const CHALLENGE = 'Bearer realm="Clerk", error="invalid_token", error_description="token-invalid"';

/** Allows a call if ClerkAuthGuard does, or if the header `x-key` is valid, as `@nest-lab/or-guard` combines guards. */
@Injectable()
class ClerkOrKeyGuard implements CanActivate {
  constructor(private readonly clerk: ClerkAuthGuard) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    try {
      return await this.clerk.canActivate(context);
    } catch (error) {
      const { headers } = context.switchToHttp().getRequest<{ headers: Record<string, unknown> }>();
      if (headers['x-key'] === 'valid') return true;
      if (headers['x-key'] !== undefined) throw new HttpException('wrong key', 401);
      throw error;
    }
  }
}

@Controller()
class PagesController {
  @Get('guarded')
  @UseGuards(ClerkAuthGuard)
  guarded() {}

  @Get('either')
  @UseGuards(ClerkOrKeyGuard)
  either() {
    return 'in';
  }

  @Get('own-401')
  @UseGuards(ClerkOrKeyGuard)
  own401() {
    throw new HttpException('no such account', 401);
  }

  @Get('scoped')
  @AcceptsToken('api_key')
  @Protect({ scopes: 'orders:write' })
  scoped() {}
}

function start(settings: NestSettings = {}) {
  return startNest({
    imports: [ClerkModule.forRoot({ ...local.keys, signInUrl: '/sign-in' })],
    controllers: [PagesController],
    ...settings,
  });
}

const wrong = bearer('wrong');

describe('rejection that another guard catches', () => {
  it('leaves no headers on the response of the handler', async () => {
    const app = await start();
    for (const headers of [wrong, SIGNED_OUT_PAGE_LOAD]) {
      const answer = await app.get('/either', { ...headers, 'x-key': 'valid' });
      expect([answer.status, answer.text]).toEqual([200, 'in']);
      for (const name of ['www-authenticate', 'location', 'cache-control']) {
        expect(answer.headers).not.toHaveProperty(name);
      }
    }
  });

  it('leaves no headers on a 401 of the handler or of the other guard', async () => {
    const app = await start();
    for (const [path, key] of [
      ['/own-401', 'valid'],
      ['/either', 'invalid'],
    ] as const) {
      const answer = await app.get(path, { ...wrong, 'x-key': key });
      expect(answer.status).toBe(401);
      expect(answer.headers).not.toHaveProperty('www-authenticate');
    }
  });

  it('sends its headers if the other guard rethrows it', async () => {
    const app = await start();
    const answer = await app.get('/either', wrong);
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, CHALLENGE]);
    const page = await app.get('/either', SIGNED_OUT_PAGE_LOAD);
    expect(page.status).toBe(302);
    expect(page.headers).toMatchObject({
      location: expect.stringMatching(/^\/sign-in\?redirect_url=/),
      'cache-control': 'no-store',
    });
  });
});

describe('rejection that the default exception handling answers', () => {
  it('sends the challenge with 401 and with 403 for scopes', async () => {
    const app = await start();
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI', scopes: ['orders:read'] });
    expect((await app.get('/guarded', wrong)).headers['www-authenticate']).toBe(CHALLENGE);
    const scoped = await app.get('/scoped', bearer(secret));
    expect(scoped.status).toBe(403);
    expect(scoped.headers['www-authenticate']).toContain('error="insufficient_scope", scope="orders:write"');
  });

  it('replaces headers of a middleware', async () => {
    const app = await start({
      configure: nest => {
        if (HTTP_ADAPTER === 'fastify') {
          const fastify = nest.getHttpAdapter().getInstance() as FastifyInstance;
          fastify.addHook('onRequest', (_request, reply, done) => {
            reply.header('cache-control', 'public');
            done();
          });
        } else {
          nest.use((_request: unknown, response: ServerResponse, next: () => void) => {
            response.setHeader('cache-control', 'public');
            next();
          });
        }
      },
    });
    const { status, headers } = await app.get('/guarded', SIGNED_OUT_PAGE_LOAD);
    expect([status, headers['cache-control']]).toEqual([302, 'no-store']);
  });
});

describe('rejection that a custom exception filter answers', () => {
  function startWithFilter(
    answer: (exception: UnauthenticatedException, host: ArgumentsHost) => Reply | Promise<Reply>,
  ) {
    @Catch(UnauthenticatedException)
    class OwnFilter implements ExceptionFilter<UnauthenticatedException> {
      constructor(private readonly host: HttpAdapterHost) {}

      async catch(exception: UnauthenticatedException, host: ArgumentsHost) {
        const response = host.switchToHttp().getResponse<object>();
        const { status, headers = {} } = await answer(exception, host);
        for (const [name, value] of Object.entries(headers)) {
          this.host.httpAdapter.setHeader(response, name, value);
        }
        this.host.httpAdapter.reply(response, { own: true }, status);
      }
    }
    return start({ providers: [{ provide: APP_FILTER, useClass: OwnFilter }] });
  }
  interface Reply {
    status: number;
    headers?: Record<string, string>;
  }

  it('sends the challenge with an unchanged status', async () => {
    const app = await startWithFilter(exception => ({ status: exception.getStatus() }));
    const { status, headers, json } = await app.get('/guarded', wrong);
    expect([status, headers['www-authenticate'], json]).toEqual([401, CHALLENGE, { own: true }]);
  });

  it.each([404, 200])('sends no challenge with status %d', async status => {
    const app = await startWithFilter(() => Promise.resolve({ status }));
    const answer = await app.get('/guarded', wrong);
    expect(answer.status).toBe(status);
    expect(answer.headers).not.toHaveProperty('www-authenticate');
  });

  it('keeps a challenge that the filter sets', async () => {
    const own = { 'WWW-Authenticate': 'Basic realm="own"' };
    const app = await startWithFilter(() => ({ status: 401, headers: own }));
    expect((await app.get('/guarded', wrong)).headers['www-authenticate']).toBe('Basic realm="own"');
  });

  it('sends the challenge if the filter passes the exception on to the default one', async () => {
    @Catch()
    class LoggingFilter extends BaseExceptionFilter {
      override catch(exception: unknown, host: ArgumentsHost) {
        super.catch(exception, host);
      }
    }
    const app = await start({ providers: [{ provide: APP_FILTER, useClass: LoggingFilter }] });
    expect((await app.get('/guarded', wrong)).headers['www-authenticate']).toBe(CHALLENGE);
  });

  it('sends no challenge if the filter passes on another exception', async () => {
    @Catch(UnauthenticatedException)
    class HidingFilter extends BaseExceptionFilter {
      override catch(_exception: unknown, host: ArgumentsHost) {
        super.catch(new HttpException('Not Found', 404), host);
      }
    }
    const app = await start({ providers: [{ provide: APP_FILTER, useClass: HidingFilter }] });
    const { status, headers } = await app.get('/guarded', wrong);
    expect(status).toBe(404);
    expect(headers).not.toHaveProperty('www-authenticate');
  });
});
