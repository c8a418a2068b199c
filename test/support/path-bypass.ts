import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { startCounting } from './counting-app.js';
import type { CountingApp } from './counting-app.js';
import { newHttpAdapter } from './http-adapter.js';
import { sendRaw } from './raw-http.js';
import { closeApps } from './running-app.js';

/**
 * A request that a middleware for certain paths could miss although the router passes it to a handler; `undefined` if
 * versions of the router differ.
 */
export type Spelling = readonly [method: string, target: string, isRouted: boolean | undefined];

type FastifyOptions = Parameters<typeof newHttpAdapter>[0];

/**
 * Describes that no form of a path skips authentication: without a token no guarded handler runs, and with one the
 * middleware has authenticated every request that the router passes to a handler.
 */
export function describePathBypass(
  name: string,
  spellings: readonly Spelling[],
  { fastify, options }: { fastify?: FastifyOptions; options?: ClerkModuleOptions } = {},
): void {
  describe(name, () => {
    let app: CountingApp;
    let authorization: string;

    beforeAll(async () => {
      const local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
      const token = await local.issueSessionToken({ userId: 'user_alice', expiresIn: 3600 });
      authorization = `Authorization: Bearer ${token}`;
      app = await startCounting(
        { ...local.keys, ...options },
        { adapter: await newHttpAdapter(fastify ?? {}) },
      );
    });
    afterAll(closeApps);

    it.each(spellings)(
      '%s %s: rejects a request without a token and authenticates one with a token',
      async (method, target, isRouted) => {
        const before = app.handled();
        const signedOut = await sendRaw(app.port, { method, target });
        expect(app.handled() - before).toBe(0);
        const wasRouted = isRouted ?? signedOut.status === 401;
        expect(wasRouted ? [401] : [400, 404]).toContain(signedOut.status);

        await sendRaw(app.port, { method, target, headers: [authorization] });
        expect(app.handled() - before).toBe(wasRouted ? 1 : 0);
      },
    );
  });
}
