import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { cookieHeader, handshakeOf, verdictOf } from '../../../support/auth-answer.js';
import { PAGE_LOAD } from '../../../support/browser.js';
import { SECOND, stopClock } from '../../../support/clock.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeApps, listen } from '../../../support/running-app.js';
import { TestBrowser } from '../../../support/test-browser.js';
import { recordingLogger, startWho } from '../../../support/who-app.js';

const PAGE = 'https://app.example.com/';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ instanceType: 'production', frontendApi: 'clerk.example.com' });
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(closeApps);

describe('redirect counter', () => {
  it.each([
    ['no counter', {}, 1],
    ['a counter that is not a number', { __clerk_redirect_count: 'x' }, 1],
    ['the first redirect', { __clerk_redirect_count: 1 }, 2],
    ['the second redirect', { __clerk_redirect_count: 2 }, 3],
  ])('sends the browser once more after %s', async (_what, counter, next) => {
    const app = await startWho(local.keys);

    const answer = await app.get('/', { ...PAGE_LOAD, ...cookieHeader({ __client_uat: 1, ...counter }) });

    expect(handshakeOf(answer)).toMatchObject({
      status: 307,
      setCookie: [`__clerk_redirect_count=${next}; SameSite=Lax; HttpOnly; Max-Age=2`],
    });
  });

  it('signs the browser out after three redirects and logs the usual cause', async () => {
    const logger = recordingLogger();
    const app = await startWho(local.keys, logger);

    const answer = await app.get('/', {
      ...PAGE_LOAD,
      ...cookieHeader({ __client_uat: 1, __clerk_redirect_count: 3 }),
    });

    expect(answer).toMatchObject({ status: 200, json: { userId: null } });
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(verdictOf(answer)).toMatchObject({
      status: 'signed-out',
      reason: 'client-uat-but-no-session-token',
    });
    expect(logger.warnings).toEqual([
      expect.stringMatching(/round in circles.*publishable key and the secret key are of different/),
    ]);
  });
});

describe('Frontend API that does not help', () => {
  it('gets three redirects, and more after the browser paused for two seconds', async () => {
    const clock = stopClock();
    const app = await startWho(local.keys);
    const frontendApi = await listen((request, response) => {
      const target = new URL(request.url ?? '', 'https://clerk.example.com').searchParams.get('redirect_url');
      response.writeHead(307, { location: target ?? '' }).end();
    });
    const browser = new TestBrowser({ 'app.example.com': app.port, 'clerk.example.com': frontendApi.port });
    browser.setCookie('app.example.com', '__client_uat=1');

    const statuses = async () => (await browser.visit(PAGE)).map(({ status }) => status);

    expect(await statuses()).toEqual([307, 307, 307, 307, 307, 307, 200]);
    clock.advance(SECOND);
    expect(await statuses()).toEqual([200]);
    clock.advance(SECOND);
    expect(await statuses()).toHaveLength(7);
  });
});
