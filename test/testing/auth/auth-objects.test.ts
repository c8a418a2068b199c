import { describe, expect, it } from '@jest/globals';
import { authenticateRequest } from 'nest-clerk';
import type { AuthObject, AuthorizationParams, ReverificationConfig } from 'nest-clerk';
import { LocalClerk, machineAuth, signedInAuth, signedOutAuth } from 'nest-clerk/testing';
import type { SignedInAuthParams } from 'nest-clerk/testing';

/** The data fields of an auth object. */
function dataOf(auth: AuthObject | null): object {
  const entries = Object.entries(auth ?? {}).filter(([, value]) => typeof value !== 'function');
  return Object.fromEntries(entries.filter(([name]) => name !== 'sessionClaims'));
}

async function authByToken(local: LocalClerk, token: string): Promise<AuthObject | null> {
  const request = new Request('https://example.com', { headers: { authorization: `Bearer ${token}` } });
  const state = await authenticateRequest(request, { ...local.keys, acceptsToken: 'any' });
  return state.toAuth();
}

const WHOLE: SignedInAuthParams & { orgId: string } = {
  userId: 'user_ada',
  orgId: 'org_acme',
  orgRole: 'org:admin',
  orgSlug: 'acme',
  orgPermissions: ['org:invoices:create', 'org:invoices:read', 'org:reports:read'],
  features: ['o:invoices', 'u:chat', 'search'],
  plans: ['pro', 'u:plus'],
  actor: { sub: 'user_support' },
  factorVerificationAge: [3, 20],
};

const REQUIREMENTS: AuthorizationParams[] = [
  { role: 'org:admin' },
  { role: 'org:member' },
  { permission: 'org:invoices:create' },
  { permission: 'org:reports:create' },
  { feature: 'org:invoices' },
  { feature: 'user:chat' },
  { feature: 'org:chat' },
  { plan: 'org:pro' },
  { plan: 'user:pro' },
  { plan: 'plus' },
  ...(['strict', 'strict_mfa', 'moderate', 'lax'] as ReverificationConfig[]).map(reverification => ({
    reverification,
  })),
];

describe('signedInAuth()', () => {
  it.each<[string, SignedInAuthParams]>([
    ['of a user alone', { userId: 'user_ada' }],
    ['of a member of an organization', { userId: 'user_ada', orgId: 'org_acme' }],
    ['with everything', WHOLE],
  ])('equals the auth object of a verified token: %s', async (_, params) => {
    const local = await LocalClerk.create({ users: [{ id: 'user_ada' }] });
    const { userId = '', orgId = null, ...others } = params;
    const token = await local.issueSessionToken({ userId, orgId, ...others });
    const fromToken = await authByToken(local, token);
    const { sessionId } = dataOf(fromToken) as { sessionId: string };

    const auth = signedInAuth({ ...params, sessionId });

    expect(dataOf(auth)).toEqual(dataOf(fromToken));
    expect(REQUIREMENTS.map(one => auth.has(one))).toEqual(REQUIREMENTS.map(one => fromToken?.has(one)));
  });

  it('evaluates has() by roles, permissions, features, plans and reverification', () => {
    const { has } = signedInAuth(WHOLE);
    expect(has({ role: 'org:admin', permission: 'org:invoices:create', feature: 'invoices' })).toBe(true);
    expect(has({ plan: 'user:plus', reverification: { level: 'first_factor', afterMinutes: 5 } })).toBe(true);
    expect(has({ role: 'org:member' })).toBe(false);
    expect(has({ reverification: 'strict' })).toBe(false);
    expect(signedInAuth().has({ reverification: 'strict' })).toBe(true);
  });

  it('has default values for missing properties', () => {
    expect(signedInAuth()).toMatchObject({
      isAuthenticated: true,
      userId: 'user_test',
      sessionId: 'sess_test',
      sessionStatus: 'active',
      orgId: undefined,
      orgRole: undefined,
      actor: undefined,
      factorVerificationAge: [0, -1],
    });
  });

  it('gives custom claims precedence over other claims', () => {
    const { sessionClaims } = signedInAuth({
      sessionClaims: { metadata: { locale: 'de' }, azp: 'https://a.example' },
    });
    expect(sessionClaims).toMatchObject({
      sub: 'user_test',
      v: 2,
      metadata: { locale: 'de' },
      azp: 'https://a.example',
    });
  });

  it('returns a token with the claims, for templates too', async () => {
    const auth = signedInAuth({ userId: 'user_ada' });
    const token = await auth.getToken();
    expect(JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      sub: 'user_ada',
    });
    await expect(auth.getToken({ template: 'supabase' })).resolves.toBe(token);
  });

  it('builds a new object on each call', () => {
    const orgPermissions = ['org:invoices:read'];
    const first = signedInAuth({ orgId: 'org_acme', orgPermissions });
    first.orgPermissions?.push('org:invoices:delete');
    expect(signedInAuth({ orgId: 'org_acme', orgPermissions }).orgPermissions).toEqual(['org:invoices:read']);
    expect(first.has({ permission: 'org:invoices:delete' })).toBe(false);
  });

  it.each<[string, SignedInAuthParams]>([
    ['a role without an organization', { orgRole: 'org:admin' }],
    ['permissions without an organization', { orgPermissions: ['org:invoices:read'] }],
    ['a system permission', { orgId: 'org_acme', orgPermissions: ['org:sys_memberships:read'] }],
    ['a malformed feature', { features: ['x:y:z'] }],
  ])('rejects %s, which no token contains', (_, params) => {
    expect(() => signedInAuth(params)).toThrow(
      expect.objectContaining({ name: 'ClerkConfigurationError', code: 'option_invalid' }),
    );
  });
});

describe('signedOutAuth()', () => {
  it('is the auth object of a request without a token', async () => {
    const local = await LocalClerk.create();
    const state = await authenticateRequest(new Request('https://example.com'), { ...local.keys });
    expect(dataOf(signedOutAuth())).toEqual(dataOf(state.toAuth()));
    expect(signedOutAuth().has({ role: 'org:admin' })).toBe(false);
    await expect(signedOutAuth().getToken()).resolves.toBeNull();
  });

  it('contains the reason', () => {
    expect(signedOutAuth('token-expired').debug()).toMatchObject({ reason: 'token-expired' });
  });
});

describe('machineAuth()', () => {
  it('is the auth object of a verified API key', async () => {
    const local = await LocalClerk.create({ users: [{ id: 'user_ada' }] });
    const key = local.apiKeys.create({
      name: 'export',
      subject: 'user_ada',
      scopes: ['read'],
      claims: { team: 'a' },
    });
    const auth = machineAuth('api_key', {
      id: key.id,
      userId: 'user_ada',
      name: 'export',
      scopes: ['read'],
      claims: { team: 'a' },
    });
    expect(dataOf(auth)).toEqual(dataOf(await authByToken(local, key.secret ?? '')));
    expect(auth.has({ role: 'org:admin' })).toBe(false);
  });

  it('builds an API key of an organization, an M2M token and an OAuth token', () => {
    expect(machineAuth('api_key', { orgId: 'org_acme' })).toMatchObject({
      tokenType: 'api_key',
      isAuthenticated: true,
      subject: 'org_acme',
      userId: null,
      orgId: 'org_acme',
      scopes: [],
    });
    expect(machineAuth('m2m_token', { machineId: 'mch_a', claims: { a: 1 } })).toMatchObject({
      tokenType: 'm2m_token',
      subject: 'mch_a',
      machineId: 'mch_a',
      claims: { a: 1 },
    });
    expect(machineAuth('oauth_token', { clientId: 'client_a', scopes: ['email'] })).toMatchObject({
      tokenType: 'oauth_token',
      userId: 'user_test',
      clientId: 'client_a',
      scopes: ['email'],
    });
  });

  it('rejects an unknown type of token, and an API key of two owners', () => {
    const invalid = expect.objectContaining({ code: 'option_invalid' });
    expect(() => machineAuth('session_token' as never)).toThrow(invalid);
    expect(() => machineAuth('api_key', { userId: 'user_a', orgId: 'org_a' })).toThrow(invalid);
  });
});
