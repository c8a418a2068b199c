import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { All, Controller, Get, UseGuards } from '@nestjs/common';
import { ClerkAuthGuard, ClerkModule, OnUnauthenticated } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { redirectTarget, SIGNED_OUT_PAGE_LOAD } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeApps, startNest } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create();
});
afterEach(closeApps);

@Controller()
@UseGuards(ClerkAuthGuard)
class PlainController {
  @All(['/', 'plain'])
  plain() {}

  @OnUnauthenticated('reject')
  @Get('rejecting')
  rejecting() {}

  @OnUnauthenticated('redirect')
  @All('redirecting')
  redirecting() {}
}

@Controller('pages')
@UseGuards(ClerkAuthGuard)
@OnUnauthenticated('redirect')
class PagesController {
  @Get()
  index() {}

  @OnUnauthenticated('auto')
  @Get('data')
  data() {}

  @OnUnauthenticated('reject')
  @Get('api')
  api() {}
}

function start(options: ClerkModuleOptions) {
  return startNest({
    imports: [ClerkModule.forRoot({ ...local.keys, ...options })],
    controllers: [PlainController, PagesController],
  });
}

/** The statuses of an API call and of a page load. */
async function statusesOf(options: ClerkModuleOptions, path: string) {
  const app = await start(options);
  return [(await app.get(path)).status, (await app.get(path, SIGNED_OUT_PAGE_LOAD)).status];
}

const signInUrl = '/sign-in';

describe('option onUnauthenticated', () => {
  it("defaults to 'auto': 401 for API calls, the sign-in page for page loads", async () => {
    expect(await statusesOf({ signInUrl }, '/plain')).toEqual([401, 302]);
    expect(await statusesOf({ signInUrl, onUnauthenticated: 'auto' }, '/plain')).toEqual([401, 302]);
  });

  it("'reject' responds 401 to every request", async () => {
    expect(await statusesOf({ signInUrl, onUnauthenticated: 'reject' }, '/plain')).toEqual([401, 401]);
  });

  it("'redirect' redirects every request", async () => {
    expect(await statusesOf({ signInUrl, onUnauthenticated: 'redirect' }, '/plain')).toEqual([302, 302]);
  });
});

describe("onUnauthenticated: 'redirect', like requireAuth(), redirects", () => {
  it('to the configured sign-in page, without a return URL', async () => {
    const app = await start({
      signInUrl: 'https://accounts.example.com/?a=1',
      onUnauthenticated: 'redirect',
    });
    const { headers } = await app.get('/plain', SIGNED_OUT_PAGE_LOAD);
    expect(headers.location).toBe('https://accounts.example.com/?a=1');
  });

  it('to / without a sign-in page', async () => {
    const app = await start({ onUnauthenticated: 'redirect' });
    expect((await app.get('/plain')).headers.location).toBe('/');
  });

  it('with any method', async () => {
    const app = await start({ signInUrl, onUnauthenticated: 'redirect' });
    for (const method of ['POST', 'DELETE', 'HEAD']) {
      const { status, headers } = await app.request('/plain', { method });
      expect({ status, location: headers.location }).toEqual({ status: 302, location: '/sign-in' });
    }
  });

  it('except from / to /, which is a 401', async () => {
    const app = await start({ onUnauthenticated: 'redirect' });
    const { status, headers } = await app.get('/?next=1', SIGNED_OUT_PAGE_LOAD);
    expect({ status, location: headers.location }).toEqual({ status: 401 });
  });
});

describe('@OnUnauthenticated()', () => {
  it('on a method overrides the option', async () => {
    expect(await statusesOf({ signInUrl }, '/rejecting')).toEqual([401, 401]);
    expect(await statusesOf({ signInUrl }, '/redirecting')).toEqual([302, 302]);
    expect(await statusesOf({ signInUrl, onUnauthenticated: 'reject' }, '/redirecting')).toEqual([302, 302]);
    expect(await statusesOf({ onUnauthenticated: 'redirect' }, '/rejecting')).toEqual([401, 401]);
  });

  it('on a class applies to every route of the class', async () => {
    expect(await statusesOf({ signInUrl }, '/pages')).toEqual([302, 302]);
    expect(await statusesOf({ signInUrl }, '/plain')).toEqual([401, 302]);
  });

  it('on a method overrides the one on its class', async () => {
    expect(await statusesOf({ signInUrl }, '/pages/data')).toEqual([401, 302]);
    expect(await statusesOf({ signInUrl }, '/pages/api')).toEqual([401, 401]);
  });
});

it('the return URL is added to page loads only', async () => {
  const app = await start({ signInUrl });
  const auto = await app.get('/plain', SIGNED_OUT_PAGE_LOAD);
  expect(redirectTarget(auto.headers.location).query).toHaveProperty('redirect_url');
  const always = await app.get('/redirecting', SIGNED_OUT_PAGE_LOAD);
  expect(always.headers.location).toBe('/sign-in');
});
