import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { verdictOf } from '../../../support/auth-answer.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';
import { startWho } from '../../../support/who-app.js';

/** Cookies of a browser that needs a handshake, if it is eligible. */
const COOKIE = '__client_uat=1';
const HTML = 'text/html,application/xhtml+xml,*/*;q=0.8';

let app: RunningApp;

beforeAll(async () => {
  setEnvironment({});
  app = await startWho((await LocalClerk.create({ instanceType: 'production' })).keys);
});
afterAll(closeApps);

function send(method: string, headers: Record<string, string>) {
  return app.request('/page', { method, headers: { cookie: COOKIE, ...headers } });
}

describe('handshake starts for', () => {
  it.each([
    ['a page, by Sec-Fetch-Dest', { 'sec-fetch-dest': 'document' }],
    [
      'a page with any Accept header, by Sec-Fetch-Dest',
      { 'sec-fetch-dest': 'document', accept: 'application/json' },
    ],
    ['a page in an iframe', { 'sec-fetch-dest': 'iframe' }],
    ['a page for a browser without Sec-Fetch-Dest, by Accept', { accept: HTML }],
    ['a page for a browser that accepts HTML only, by Accept', { accept: 'text/html' }],
  ])('%s', async (_what, headers) => {
    const answer = await send('GET', headers);

    expect(answer.status).toBe(307);
    expect(verdictOf(answer).status).toBe('handshake');
  });
});

describe('handshake does not start for', () => {
  it.each([
    ['a fetch', { 'sec-fetch-dest': 'empty', accept: '*/*' }],
    ['a fetch that accepts HTML', { 'sec-fetch-dest': 'empty', accept: HTML }],
    ['an image', { 'sec-fetch-dest': 'image', accept: 'image/avif' }],
    ['a <frame>', { 'sec-fetch-dest': 'frame', accept: HTML }],
    ['a script', { 'sec-fetch-dest': 'script' }],
    ['an API call', { accept: 'application/json' }],
    ['curl', { accept: '*/*' }],
    ['a call that accepts HTML, but prefers JSON', { accept: 'application/json, text/html' }],
    ['a call without any of the headers', {}],
  ])('%s, which is signed out with a reason', async (_what, headers) => {
    const answer = await send('GET', headers);

    expect(answer).toMatchObject({ status: 200, json: { userId: null } });
    expect(answer.headers).not.toHaveProperty('location');
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(verdictOf(answer)).toEqual({
      status: 'signed-out',
      reason: 'client-uat-but-no-session-token',
      message: undefined,
    });
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])(
    'a %s, even of a page, because the Frontend API redirects with GET',
    async method => {
      const answer = await send(method, { 'sec-fetch-dest': 'document', accept: HTML });

      expect(answer.status).toBeLessThan(300);
      expect(verdictOf(answer)).toMatchObject({
        status: 'signed-out',
        reason: 'client-uat-but-no-session-token',
      });
    },
  );
});
