import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { forkApp } from '../../support/forked-app.js';
import type { ForkedApp } from '../../support/forked-app.js';

let local: LocalClerk;
let api: LocalClerkServer;
let app: ForkedApp | undefined;

beforeAll(async () => {
  local = await LocalClerk.create();
  api = await local.listen();
});
afterEach(() => app?.close());
afterAll(() => api.close());

async function start(...args: string[]): Promise<() => Promise<string>> {
  const { port } = (app = await forkApp('throttled-graphql-app.ts', args, local, api.url));
  return async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ greeting }' });
    return (await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body })).text();
  };
}

describe('clerkTracker under GraphQL', () => {
  it('says how to find the request if the guard of the throttler does not', async () => {
    const ask = await start();
    expect(await ask()).toMatch(/clerkTracker got no HTTP request.*GqlExecutionContext/);
  });

  it('counts operations with a guard that finds the request', async () => {
    const ask = await start('finds-request');
    expect(await ask()).toContain('Hello');
    expect(await ask()).toContain('Too Many Requests');
  });
});
