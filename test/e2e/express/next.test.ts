import type { RequestListener } from 'node:http';

import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { clerkMiddleware, getAuth } from 'nest-clerk/express';
import type { ClerkMiddlewareOptions } from 'nest-clerk/express';
import { LocalClerk } from 'nest-clerk/testing';

import { SIGNED_OUT_PAGE_LOAD } from '../../support/browser.js';
import { setEnvironment } from '../../support/environment.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps, listen } from '../../support/running-app.js';

let local: LocalClerk;
let alice: { authorization: string };

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
beforeEach(async () => {
  alice = bearer(await local.issueSessionToken({ userId: 'user_alice' }));
});
afterEach(closeApps);

/** With the key of the instance, the middleware decides synchronously. */
const atOnce = (): ClerkMiddlewareOptions => ({ ...local.keys, jwtKey: local.jwtKey });

describe('clerkMiddleware() on node:http calls next() once', () => {
  it.each([
    ['signed in', () => alice],
    ['signed out', () => SIGNED_OUT_PAGE_LOAD],
  ])('if the next handler throws synchronously, %s', async (_who, headers) => {
    const middleware = clerkMiddleware(atOnce());
    const next = jest.fn<(error?: unknown) => void>(() => {
      throw new Error('of the handler');
    });
    const listener: RequestListener = (request, response) => {
      try {
        middleware(request, response, next);
      } catch (error) {
        response.statusCode = 418;
        response.end((error as Error).message);
      }
    };

    const { status, text } = await (await listen(listener)).get('/', headers());

    expect({ status, text }).toEqual({ status: 418, text: 'of the handler' });
    expect(next.mock.calls).toEqual([[]]);
  });

  it.each<[string, () => ClerkMiddlewareOptions]>([
    ['synchronously', atOnce],
    ['after the keys were fetched', () => local.keys],
  ])('where the middleware decides %s', async (_when, options) => {
    const next = jest.fn<(error?: unknown) => void>();
    const middleware = clerkMiddleware(options());
    const app = await listen((request, response) => {
      middleware(request, response, error => {
        next(error);
        response.end(String(getAuth(request).userId));
      });
    });

    expect((await app.get('/', alice)).text).toBe('user_alice');
    expect(next.mock.calls).toEqual([[undefined]]);
  });

  it('with the error of invalid request options', async () => {
    const next = jest.fn<(error?: unknown) => void>();
    const middleware = clerkMiddleware(() => ({ ...local.keys, secretKey: 'sk_wrong' }));
    const app = await listen((request, response) => {
      middleware(request, response, error => {
        next(error);
        response.end();
      });
    });

    await app.get('/', alice);

    expect(next.mock.calls).toEqual([[expect.objectContaining({ code: 'secret_key_invalid' })]]);
  });
});

describe('clerkMiddleware() after the response headers were sent', () => {
  it.each([
    ['a signed-in user', () => alice, 'user_alice'],
    ['a signed-out client', () => SIGNED_OUT_PAGE_LOAD, 'null'],
    [
      'a browser that would be redirected',
      () => ({ accept: 'text/html', 'sec-fetch-dest': 'document' }),
      'null',
    ],
  ])('continues the request of %s', async (_who, headers, userId) => {
    const next = jest.fn<(error?: unknown) => void>();
    const middleware = clerkMiddleware(atOnce());
    const app = await listen((request, response) => {
      response.flushHeaders();
      middleware(request, response, error => {
        next(error);
        response.end(String(getAuth(request).userId));
      });
    });

    const { status, text } = await app.get('/', headers());

    expect({ status, text }).toEqual({ status: 200, text: userId });
    expect(next.mock.calls).toEqual([[undefined]]);
  });
});
