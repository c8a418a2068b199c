import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { verifyToken } from '@clerk/backend';
import { LocalClerk } from 'nest-clerk/testing';

import { decodePart, signedInAuth } from './support.js';

let local: LocalClerk;

beforeAll(async () => {
  local = await LocalClerk.create({
    users: [
      { id: 'user_alice', emailAddress: ['alice@example.com'] },
      { id: 'user_bob', emailAddress: ['bob@example.com'] },
    ],
    organizations: [
      { id: 'org_acme', name: 'Acme', members: [{ user: 'alice@example.com', role: 'org:admin' }] },
    ],
    plans: [
      { slug: 'pro', amount: 1000, features: ['reports'] },
      { slug: 'team', payerType: 'org', amount: 5000, features: ['audit'] },
    ],
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  local.reset();
});

describe('signed-in user of LocalClerk', () => {
  it('is recognized by @clerk/backend, by id, email address and record', async () => {
    for (const user of ['user_alice', 'alice@example.com', local.users.get('user_alice')]) {
      const { token, session, headers } = await local.signIn(user);

      expect(headers).toEqual({ authorization: `Bearer ${token}` });
      expect(await signedInAuth(local, token)).toMatchObject({
        userId: 'user_alice',
        sessionId: session.id,
        orgId: undefined,
      });
    }
  });

  it('has an organization with role, permissions, features and plans', async () => {
    const { token } = await local.signIn('user_bob', {
      organization: 'acme',
      role: 'org:billing',
      permissions: ['org:invoices:create'],
      features: ['o:export'],
      plans: ['u:gold'],
      actor: { sub: 'user_support' },
    });

    const auth = await signedInAuth(local, token);

    expect(auth).toMatchObject({ orgId: 'org_acme', orgRole: 'org:billing', actor: { sub: 'user_support' } });
    expect(auth.has({ permission: 'org:invoices:create' })).toBe(true);
    expect(auth.has({ feature: 'org:export' })).toBe(true);
    expect(auth.has({ plan: 'user:gold' })).toBe(true);
    expect(local.memberships.find('org_acme', 'user_bob')?.role).toBe('org:billing');
  });

  it('has the purchased plans and features', async () => {
    local.billing.subscribe({ payerId: 'user_alice', plan: 'pro' });
    local.billing.subscribe({ payerId: 'org_acme', plan: 'team' });

    const auth = await signedInAuth(
      local,
      (await local.signIn('user_alice', { organization: 'org_acme' })).token,
    );

    expect(auth.has({ plan: 'user:pro' })).toBe(true);
    expect(auth.has({ feature: 'user:reports' })).toBe(true);
    expect(auth.has({ plan: 'org:team' })).toBe(true);
    expect(auth.has({ feature: 'org:audit' })).toBe(true);
  });

  it('has the cookies of a browser', async () => {
    const { cookies, token, session } = await local.signIn('user_alice');

    expect(cookies).toContain(`__session=${token}`);
    expect(cookies).toMatch(/(^|; )__client_uat=\d+(;|$)/);
    const [, devBrowser = ''] = /__clerk_db_jwt=([^;]+)/.exec(cookies) ?? [];
    expect(local.browsers.get(devBrowser).session?.id).toBe(session.id);
  });

  it('must exist', async () => {
    await expect(local.signIn('user_nobody')).rejects.toMatchObject({ status: 404 });
    await expect(local.signIn('user_alice', { organization: 'org_none' })).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('clock of a LocalClerk', () => {
  it('sets the time of tokens and sessions', async () => {
    const { token, session } = await local.signIn('user_alice', { expiresIn: 60 });
    local.clock.advance('2m');
    const later = await local.issueSessionToken({ userId: 'user_alice', sessionId: session.id });

    const issuedAt = (jwt: string) => decodePart(jwt, 'payload').iat as number;
    expect(issuedAt(later) - issuedAt(token)).toBeGreaterThanOrEqual(120);

    local.clock.advance('7d');
    expect(local.sessions.get(session.id).status).toBe('expired');
  });

  it('can be stopped at a time and reset', () => {
    local.clock.set(new Date('2030-01-01T00:00:00Z'));
    expect(new Date(local.users.create().createdAt).getUTCFullYear()).toBe(2030);

    local.clock.reset();
    expect(Math.abs(local.clock.now() - Date.now())).toBeLessThan(1000);
  });

  it('follows fake timers', async () => {
    jest.useFakeTimers({ now: new Date('2031-05-05T00:00:00Z') });
    try {
      const { token } = await local.signIn('user_alice');
      jest.setSystemTime(new Date('2031-05-05T00:00:30Z'));

      await expect(verifyToken(token, { jwtKey: local.jwtKey })).resolves.toMatchObject({
        sub: 'user_alice',
      });
      jest.setSystemTime(new Date('2031-05-05T00:02:00Z'));
      await expect(verifyToken(token, { jwtKey: local.jwtKey })).rejects.toThrow(/expired/);
    } finally {
      jest.useRealTimers();
    }
  });

  it.each(['soon', '', '5 minutes'])('rejects the duration %j', duration => {
    expect(() => local.clock.advance(duration as '1s')).toThrow(
      expect.objectContaining({ code: 'option_invalid' }),
    );
  });
});

describe('snapshot of a LocalClerk', () => {
  it('survives JSON and restores every record with its references', async () => {
    const { session, cookies } = await local.signIn('user_alice');
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
    const snapshot = JSON.parse(JSON.stringify(local.snapshot())) as ReturnType<typeof local.snapshot>;
    local.users.delete('user_alice');
    expect(local.sessions.find(session.id)).toBeUndefined();

    local.restore(snapshot);

    expect(local.sessions.get(session.id).userId).toBe('user_alice');
    expect(local.memberships.find('org_acme', 'user_alice')?.role).toBe('org:admin');
    const [, devBrowser = ''] = /__clerk_db_jwt=([^;]+)/.exec(cookies) ?? [];
    expect(local.browsers.get(devBrowser).session?.id).toBe(session.id);
    const verified = await local.fetch('https://api.clerk.com/api_keys/verify', {
      method: 'POST',
      headers: { authorization: `Bearer ${local.secretKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ secret }),
    });
    expect(verified.status).toBe(200);
  });

  it('of the start is restored by reset()', async () => {
    local.users.delete('user_alice');
    local.users.create({ id: 'user_carol' });
    local.fail('*', { status: 500 });
    local.clock.advance('1h');
    await local.fetch('https://api.clerk.com/v1/jwks').catch(() => undefined);

    local.reset();

    expect(local.users.list().map(({ id }) => id)).toEqual(['user_bob', 'user_alice']);
    expect(local.requests).toHaveLength(0);
    expect(Math.abs(local.clock.now() - Date.now())).toBeLessThan(1000);
    const response = await local.fetch('https://api.clerk.com/v1/jwks', {
      headers: { authorization: `Bearer ${local.secretKey}` },
    });
    expect(response.status).toBe(200);
  });
});

describe('LocalClerk instances of one process', () => {
  it('have different keys and are created quickly', async () => {
    const began = performance.now();
    const others = await Promise.all(
      Array.from({ length: 8 }, () => LocalClerk.create({ users: [{ id: 'user_alice' }] })),
    );
    const each = (performance.now() - began) / others.length;

    expect(new Set(others.map(({ jwtKey }) => jwtKey)).size).toBe(8);
    const { token } = await others[0]!.signIn('user_alice');
    await expect(verifyToken(token, { jwtKey: others[0]!.jwtKey })).resolves.toBeTruthy();
    await expect(verifyToken(token, { jwtKey: others[1]!.jwtKey })).rejects.toThrow(/signature/);
    // A generous limit for a busy machine: 3 ms on an idle one.
    expect(each).toBeLessThan(100);
  });
});
