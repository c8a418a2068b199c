import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { forgeJwt } from '../../../support/forge.js';
import { forkApp } from '../../../support/forked-app.js';
import type { ForkedApp } from '../../../support/forked-app.js';
import { HTTP_ADAPTER } from '../../../support/http-adapter.js';
import { bearer, sessionCookie } from '../../../support/nest-app.js';
import { sendRaw } from '../../../support/raw-http.js';

let local: LocalClerk;
let api: LocalClerkServer;

beforeAll(async () => {
  local = await LocalClerk.create();
  api = await local.listen();
});

afterAll(() => api.close());

type Headers = Record<string, string>;

describe('throttler with a limit of two requests', () => {
  let app: ForkedApp;
  /** Each test has its own network and users, so that limits of other tests do not affect it. */
  let network = 0;
  let alice: string;
  let bob: string;

  beforeAll(async () => {
    app = await forkApp('throttled-app.ts', [HTTP_ADAPTER], local, api.url);
  }, 30_000);

  afterAll(() => app.close());

  beforeEach(() => {
    network++;
    alice = local.users.create({}).id;
    bob = local.users.create({}).id;
  });

  const address = (host: number) => `10.0.${network}.${host}`;

  async function statusFor(headers: Headers, from = address(1), target = '/things'): Promise<number> {
    const lines = Object.entries({ ...headers, 'x-forwarded-for': from }).map(entry => entry.join(': '));
    return (await sendRaw(app.port, { target, headers: lines })).status;
  }

  /** Makes as many requests as are allowed, and checks that they are. */
  async function useUp(headers: Headers, from?: string, target?: string): Promise<void> {
    expect(await statusFor(headers, from, target)).toBe(200);
    expect(await statusFor(headers, from, target)).toBe(200);
  }

  const sessionOf = (userId: string, more = {}) => local.issueSessionToken({ userId, ...more });

  it('counts two users at one address separately', async () => {
    const token = await sessionOf(alice);
    await useUp(bearer(token));

    expect(await statusFor(bearer(token))).toBe(429);
    await useUp(bearer(await sessionOf(bob)));
  });

  it('counts one user together over addresses, header and cookie', async () => {
    expect(await statusFor(bearer(await sessionOf(alice)), address(1))).toBe(200);
    expect(await statusFor(sessionCookie(await sessionOf(alice)), address(2))).toBe(200);

    expect(await statusFor(bearer(await sessionOf(alice)), address(3))).toBe(429);
  });

  it('counts a user with a pending session as a user', async () => {
    const pending = await sessionOf(alice, { claims: { sts: 'pending' } });
    await useUp(bearer(pending));

    expect(await statusFor(bearer(await sessionOf(alice)), address(2))).toBe(429);
    await useUp({});
  });

  it('counts an unverified opaque machine token by address', async () => {
    const { secret } = local.apiKeys.create({ name: 'key', subject: alice });
    const calls = local.requests.length;
    await useUp(bearer(secret));

    expect(await statusFor(bearer(secret))).toBe(429);
    expect(await statusFor(bearer(secret), address(2))).toBe(200);
    expect(local.requests).toHaveLength(calls);
  });

  it('counts a signed-out caller by address', async () => {
    await useUp({});

    expect(await statusFor({})).toBe(429);
    expect(await statusFor({}, address(2))).toBe(200);
    await useUp(bearer(await sessionOf(alice)));
  });

  it('counts an invalid token by address, not as the user it names', async () => {
    const iat = Math.floor(Date.now() / 1000);
    const header = { alg: 'RS256', kid: local.kid, typ: 'JWT' };
    const forged = (sub: string) => forgeJwt(header, { sub, sid: 'sess_1', iat, exp: iat + 60 });
    expect(await statusFor(bearer(forged(alice)))).toBe(200);
    expect(await statusFor(bearer('ak_unknown'))).toBe(200);

    expect(await statusFor(bearer(forged(bob)))).toBe(429);
    expect(await statusFor(bearer(await sessionOf(bob, { expiresIn: -60 })))).toBe(429);
    await useUp(bearer(await sessionOf(alice)));
    await useUp(bearer(await sessionOf(bob)));
  });

  it('does not mix up an address and an id', async () => {
    await useUp({}, alice);
    await useUp({}, `clerk:${alice}`);

    await useUp(bearer(await sessionOf(alice)));
  });

  it('counts by address on an excluded path', async () => {
    await useUp(bearer(await sessionOf(alice)), address(1), '/excluded');

    expect(await statusFor(bearer(await sessionOf(bob)), address(1), '/excluded')).toBe(429);
  });

  it('counts all addresses of one IPv6 network together, as by default', async () => {
    expect(await statusFor({}, '2001:db8:1:2::1')).toBe(200);
    expect(await statusFor({}, '2001:db8:1:2:3:4:5:6')).toBe(200);

    expect(await statusFor({}, '2001:db8:1:2:ffff::')).toBe(429);
    expect(await statusFor({}, '2001:db8:1:3::1')).toBe(200);
  });
});
