import { beforeAll, describe, expect, it } from '@jest/globals';
import { verifyToken } from '@clerk/backend';
import { ClerkAPIResponseError } from '../../lib/errors/clerk-api-response-error.js';
import { ClerkConfigurationError } from '../../lib/errors/clerk-configuration-error.js';
import { LocalClerk } from 'nest-clerk/testing';

import { decodePart, referenceAuth, signedInAuth } from './support.js';

let local: LocalClerk;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }, { id: 'user_bob' }] });
});

describe('session token of LocalClerk', () => {
  it('is verified by @clerk/backend with the PEM', async () => {
    const token = await local.issueSessionToken({ userId: 'user_alice' });

    const claims = await verifyToken(token, { jwtKey: local.jwtKey });

    expect(claims).toMatchObject({ sub: 'user_alice', iss: local.issuer, sts: 'active', v: 2 });
  });

  it("has the header and the claims of Clerk's tokens and no others", async () => {
    const session = local.sessions.create({ userId: 'user_alice' });

    const token = await local.issueSessionToken({ userId: 'user_alice', sessionId: session.id });

    expect(decodePart(token, 'header')).toEqual({
      alg: 'RS256',
      typ: 'JWT',
      kid: local.kid,
      cat: 'cl_B7d4PD111AAA',
    });
    const claims = decodePart(token, 'payload');
    const iat = claims.iat as number;
    expect(claims).toEqual({
      v: 2,
      iss: local.issuer,
      sub: 'user_alice',
      sid: session.id,
      sts: 'active',
      fva: [0, -1],
      jti: expect.stringMatching(/^[0-9a-f]{20}$/),
      iat,
      nbf: iat - 10,
      exp: iat + 60,
    });
  });

  it("has the time of the instance's clock", async () => {
    const earlier = await LocalClerk.create({ users: [{ id: 'user_alice' }], now: () => 1_700_000_000_999 });

    const token = await earlier.issueSessionToken({ userId: 'user_alice', expiresIn: 90 });

    expect(decodePart(token, 'payload')).toMatchObject({
      iat: 1_700_000_000,
      nbf: 1_699_999_990,
      exp: 1_700_000_090,
    });
  });

  it('can be created expired', async () => {
    const token = await local.issueSessionToken({ userId: 'user_alice', expiresIn: -60 });

    await expect(verifyToken(token, { jwtKey: local.jwtKey })).rejects.toMatchObject({
      reason: 'token-expired',
    });
  });

  it('is rejected under another instance’s key', async () => {
    const other = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
    const token = await other.issueSessionToken({ userId: 'user_alice' });

    await expect(verifyToken(token, { jwtKey: local.jwtKey })).rejects.toMatchObject({
      reason: 'token-invalid-signature',
    });
  });

  it('has the given claims over its own and omits those set to undefined', async () => {
    const token = await local.issueSessionToken({
      userId: 'user_alice',
      claims: { sub: 42, nbf: undefined, locale: 'de' },
      header: { typ: undefined, cat: 'cl_B7d4PD333AAA' },
    });

    expect(decodePart(token, 'payload')).toMatchObject({ sub: 42, locale: 'de' });
    expect(decodePart(token, 'payload')).not.toHaveProperty('nbf');
    expect(decodePart(token, 'header')).toEqual({ alg: 'RS256', kid: local.kid, cat: 'cl_B7d4PD333AAA' });
  });

  it('has an actor, an origin and factor ages if requested', async () => {
    const token = await local.issueSessionToken({
      userId: 'user_alice',
      actor: { sub: 'user_bob' },
      authorizedParty: 'https://app.example.com',
      factorVerificationAge: [5, 2],
    });

    const auth = await signedInAuth(local, token);

    expect(auth.actor).toEqual({ sub: 'user_bob' });
    expect(auth.sessionClaims.azp).toBe('https://app.example.com');
    expect(auth.factorVerificationAge).toEqual([5, 2]);
    expect(auth.has({ reverification: 'strict' })).toBe(true);
  });

  it('of a pending session is signed out', async () => {
    const token = await local.issueSessionToken({ userId: 'user_alice', sessionStatus: 'pending' });

    const state = await referenceAuth(local, token);

    expect(state.toAuth({ treatPendingAsSignedOut: true })).toMatchObject({ userId: null });
    expect(state.toAuth({ treatPendingAsSignedOut: false })).toMatchObject({ sessionStatus: 'pending' });
  });
});

describe('session of a token', () => {
  it('is a new one of the user by default', async () => {
    const token = await local.issueSessionToken({ userId: 'user_bob', orgId: 'org_acme' });

    const { sid } = decodePart(token, 'payload');

    expect(local.sessions.get(sid as string)).toMatchObject({
      userId: 'user_bob',
      status: 'active',
      activeOrganizationId: 'org_acme',
    });
  });

  it('sets the organization, the status and the actor of the token', async () => {
    const session = local.sessions.create({
      userId: 'user_bob',
      activeOrganizationId: 'org_acme',
      status: 'pending',
      actor: { sub: 'user_alice' },
    });

    const token = await local.issueSessionToken({ userId: 'user_bob', sessionId: session.id });

    expect(decodePart(token, 'payload')).toMatchObject({
      sts: 'pending',
      act: { sub: 'user_alice' },
      o: { id: 'org_acme', rol: 'member' },
    });
  });

  it('is in no organization if orgId is null', async () => {
    const session = local.sessions.create({ userId: 'user_bob', activeOrganizationId: 'org_acme' });

    const token = await local.issueSessionToken({ userId: 'user_bob', sessionId: session.id, orgId: null });

    expect(decodePart(token, 'payload')).not.toHaveProperty('o');
  });

  it('must exist, belong to the user and be open', async () => {
    const ofAlice = local.sessions.create({ userId: 'user_alice' });
    const revoked = local.sessions.revoke(local.sessions.create({ userId: 'user_bob' }).id);
    const issue = (sessionId: string) => local.issueSessionToken({ userId: 'user_bob', sessionId });

    await expect(issue('sess_none')).rejects.toThrow('No session was found with id sess_none.');
    await expect(issue(ofAlice.id)).rejects.toThrow(
      `No session of user_bob was found with id ${ofAlice.id}.`,
    );
    await expect(issue(revoked.id)).rejects.toThrow(`The session ${revoked.id} is no longer active`);
  });

  it('must belong to an existing user', async () => {
    const issued = local.issueSessionToken({ userId: 'user_nobody' });

    await expect(issued).rejects.toBeInstanceOf(ClerkAPIResponseError);
    await expect(issued).rejects.toMatchObject({
      status: 404,
      message: 'No user was found with id user_nobody.',
    });
  });

  it('must have a numeric lifetime', async () => {
    await expect(local.issueSessionToken({ userId: 'user_bob', expiresIn: NaN })).rejects.toBeInstanceOf(
      ClerkConfigurationError,
    );
  });
});

describe('organization of a token', () => {
  const permissions = [
    'org:invoices:read',
    'org:invoices:create',
    'org:reports:read',
    'org:reports:archive',
    'org:members:create',
  ];

  it.each([1, 2] as const)('is read by @clerk/backend from version %i', async version => {
    const token = await local.issueSessionToken({
      userId: 'user_alice',
      orgId: 'org_acme',
      orgRole: 'org:admin',
      orgSlug: 'acme',
      orgPermissions: permissions,
      version,
    });

    const auth = await signedInAuth(local, token);

    expect(auth).toMatchObject({ orgId: 'org_acme', orgRole: 'org:admin', orgSlug: 'acme' });
    expect([...(auth.orgPermissions ?? [])].sort()).toEqual([...permissions].sort());
    expect(auth.has({ role: 'org:admin' })).toBe(true);
    expect(auth.has({ permission: 'org:reports:archive' })).toBe(true);
    expect(auth.has({ permission: 'org:invoices:archive' })).toBe(false);
  });

  it('of version 1 has the claims of version 1 and no others', async () => {
    const token = await local.issueSessionToken({
      userId: 'user_alice',
      orgId: 'org_acme',
      orgRole: 'admin',
      orgSlug: 'acme',
      version: 1,
    });

    const claims = decodePart(token, 'payload');

    expect(Object.keys(claims).sort()).toEqual([
      'exp',
      'fva',
      'iat',
      'iss',
      'nbf',
      'org_id',
      'org_permissions',
      'org_role',
      'org_slug',
      'sid',
      'sts',
      'sub',
    ]);
    expect(claims).toMatchObject({ org_id: 'org_acme', org_role: 'org:admin', org_permissions: [] });
  });

  it('has permissions encoded as Clerk documents them', async () => {
    const token = await local.issueSessionToken({
      userId: 'user_alice',
      orgId: 'org_acme',
      orgRole: 'org:admin',
      orgSlug: 'acme',
      orgPermissions: ['org:dashboard:manage', 'org:dashboard:read', 'org:teams:read'],
    });

    expect(decodePart(token, 'payload')).toMatchObject({
      fea: 'o:dashboard,o:teams',
      o: { id: 'org_acme', slg: 'acme', rol: 'admin', per: 'manage,read', fpm: '3,2' },
    });
  });

  it('keeps each of many permissions, past 32 and past 64', async () => {
    const many = Array.from({ length: 70 }, (_, index) => `org:feature_${index % 3}:permission_${index}`);
    const token = await local.issueSessionToken({
      userId: 'user_alice',
      orgId: 'org_acme',
      orgPermissions: many,
    });

    const auth = await signedInAuth(local, token);

    expect([...(auth.orgPermissions ?? [])].sort()).toEqual([...many].sort());
  });

  it('comes from the membership by default', async () => {
    const acme = local.organizations.create({ name: 'Acme, Inc.' });
    local.memberships.create({
      organizationId: acme.id,
      userId: 'user_bob',
      role: 'org:billing',
      permissions: ['org:invoices:read'],
    });

    const auth = await signedInAuth(
      local,
      await local.issueSessionToken({ userId: 'user_bob', orgId: acme.id }),
    );

    expect(auth).toMatchObject({
      orgId: acme.id,
      orgRole: 'org:billing',
      orgSlug: 'acme-inc',
      orgPermissions: ['org:invoices:read'],
    });
  });

  it.each(['invoices:create', 'org:invoices', 'org:inv,oices:create', 'org::create', ''])(
    'cannot have the permission %j',
    async permission => {
      const issued = local.issueSessionToken({
        userId: 'user_alice',
        orgId: 'org_acme',
        orgPermissions: [permission],
      });

      await expect(issued).rejects.toMatchObject({ code: 'option_invalid' });
    },
  );
});

describe('features and plans of a token', () => {
  it('are read by @clerk/backend together with permissions of the same feature', async () => {
    const token = await local.issueSessionToken({
      userId: 'user_alice',
      orgId: 'org_acme',
      orgPermissions: ['org:invoices:read', 'org:reports:read'],
      features: ['u:chat', 'u:invoices', 'dashboard', 'ou:search'],
      plans: ['pro', 'u:free'],
    });

    const auth = await signedInAuth(local, token);

    expect(auth.sessionClaims.fea).toBe('ou:invoices,o:reports,u:chat,o:dashboard,ou:search');
    expect(auth.sessionClaims.pla).toBe('o:pro,u:free');
    expect(auth.orgPermissions).toEqual(['org:invoices:read', 'org:reports:read']);
    expect(auth.has({ feature: 'user:chat' })).toBe(true);
    expect(auth.has({ feature: 'org:chat' })).toBe(false);
    expect(auth.has({ feature: 'org:dashboard' })).toBe(true);
    expect(auth.has({ plan: 'org:pro' })).toBe(true);
    expect(auth.has({ plan: 'user:pro' })).toBe(false);
  });

  it.each([1, 2] as const)('belong to the user without an organization (version %i)', async version => {
    const token = await local.issueSessionToken({
      userId: 'user_alice',
      features: ['chat'],
      plans: ['free'],
      version,
    });

    const auth = await signedInAuth(local, token);

    expect(auth.has({ feature: 'user:chat' })).toBe(true);
    expect(auth.has({ plan: 'user:free' })).toBe(true);
    expect(auth.has({ feature: 'org:chat' })).toBe(false);
  });

  it.each([1, 2] as const)('come from the organization by default (version %i)', async version => {
    const { id: orgId } = local.organizations.create({
      name: `Initech ${version}`,
      features: ['reports'],
      plans: ['pro'],
    });
    const rights = async (options: object) => {
      const token = await local.issueSessionToken({ userId: 'user_bob', orgId, version, ...options });
      const auth = await signedInAuth(local, token);
      return [auth.has({ feature: 'org:reports' }), auth.has({ plan: 'org:pro' })];
    };

    expect(await rights({})).toEqual([true, true]);
    expect(await rights({ features: [], plans: [] })).toEqual([false, false]);
    expect(await rights({ orgId: null })).toEqual([false, false]);
  });

  it.each(['x:chat', 'a,b', ''])('cannot have the name %j', async feature => {
    const issued = local.issueSessionToken({ userId: 'user_alice', features: [feature] });

    await expect(issued).rejects.toMatchObject({ code: 'option_invalid' });
  });
});

describe('local.signJwt()', () => {
  it('signs tokens that no library would sign', async () => {
    const token = await local.signJwt({ sub: 'user_alice' }, { alg: 'none', crit: ['x'], typ: undefined });

    expect(decodePart(token, 'header')).toEqual({ alg: 'none', crit: ['x'], kid: local.kid });
    await expect(verifyToken(token, { jwtKey: local.jwtKey })).rejects.toMatchObject({
      reason: 'token-invalid-algorithm',
    });
  });

  it('signs with the key of the instance', async () => {
    const exp = Math.floor(Date.now() / 1000) + 60;

    const claims = await verifyToken(await local.signJwt({ sub: 'user_alice', exp }), {
      jwtKey: local.jwtKey,
    });

    expect(claims).toEqual({ sub: 'user_alice', exp });
  });
});
