import { createHmac, generateKeyPairSync, sign } from 'node:crypto';

import type { LocalClerk } from '../../../lib/testing/index.js';
import { GLOBEX_ORIGIN } from '../settings.js';

export type TenantName = 'acme' | 'globex';

/** Who a valid token signs in. */
export interface Identity {
  readonly tenant: TenantName;
  readonly id: string;
  readonly type: 'session_token' | 'api_key' | 'm2m_token' | 'oauth_token';
}

export interface PoolToken {
  readonly text: string;
  readonly tenant: TenantName;
  /** What is wrong with it, or what it is. */
  readonly kind: string;
  /** `undefined` for a token that signs no caller in. */
  readonly identity: Identity | undefined;
}

/** The tokens that requests are drawn with: made once, since a signature costs more than a request. */
export interface TokenPool {
  readonly valid: readonly PoolToken[];
  readonly machine: readonly PoolToken[];
  readonly invalid: readonly PoolToken[];
  readonly handshakes: readonly PoolToken[];
}

const HOUR = 3600;
const STRANGER = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

/** The users of a tenant. */
export function userIds(tenant: TenantName): string[] {
  return Array.from({ length: 6 }, (_, index) => `user_${tenant}${index}`);
}

export async function createTokenPool(instances: Record<TenantName, LocalClerk>): Promise<TokenPool> {
  const pools = await Promise.all(
    (['acme', 'globex'] as const).map(tenant => tokensOf(tenant, instances[tenant])),
  );
  return {
    valid: pools.flatMap(({ valid }) => valid),
    machine: pools.flatMap(({ machine }) => machine),
    invalid: pools.flatMap(({ invalid }) => invalid),
    handshakes: pools.flatMap(({ handshakes }) => handshakes),
  };
}

async function tokensOf(tenant: TenantName, local: LocalClerk): Promise<TokenPool> {
  const authorizedParty = tenant === 'globex' ? GLOBEX_ORIGIN : undefined;
  const issue = (userId: string, options: object = {}) =>
    local.issueSessionToken({ userId, expiresIn: 24 * HOUR, authorizedParty, ...options });
  const valid: PoolToken[] = [];
  const invalid: PoolToken[] = [];
  const handshakes: PoolToken[] = [];

  for (const id of userIds(tenant)) {
    const identity: Identity = { tenant, id, type: 'session_token' };
    const sessionOptions: object[] = [
      {},
      { version: 1 },
      { orgId: `org_${tenant}`, orgRole: 'org:admin', orgPermissions: ['org:invoices:read'] },
      { orgId: `org_${tenant}`, version: 1, orgPermissions: ['org:invoices:read', 'org:reports:manage'] },
      { actor: { sub: 'user_support' }, factorVerificationAge: [1, -1] },
      { claims: { locale: 'de-DE', nested: { list: [1, null, 'ü'] } } },
      { claims: { padding: 'x'.repeat(3000) } },
      { orgId: `org_${tenant}`, orgPermissions: manyPermissions(60) },
    ];
    for (const options of sessionOptions) {
      const text = await issue(id, options);
      valid.push({ text, tenant, kind: 'session', identity });
    }
    const cookies = [`__session=${valid.at(-1)!.text}; Path=/`, '__client_uat=1; Path=/'];
    const handshake = await local.signJwt({
      handshake: cookies,
      iat: seconds(),
      nbf: seconds() - 10,
      exp: seconds() + 24 * HOUR,
    });
    handshakes.push({ text: handshake, tenant, kind: 'handshake', identity });
  }
  const add = (kind: string, text: string) => invalid.push({ text, tenant, kind, identity: undefined });
  const id = userIds(tenant)[0]!;
  const good = valid[0]!.text;
  const [header = '', payload = '', signature = ''] = good.split('.');
  add('expired', await issue(id, { expiresIn: -HOUR }));
  add('not yet active', await issue(id, { claims: { nbf: seconds() + 8 * HOUR } }));
  add('issued in the future', await issue(id, { claims: { iat: seconds() + 8 * HOUR } }));
  add('pending', await issue(id, { sessionStatus: 'pending' }));
  add('unknown key', await issue(id, { header: { kid: 'ins_unknown' } }));
  for (const kid of [null, 7, '__proto__', 'constructor', 'k'.repeat(3000), '\u0000', { a: 1 }]) {
    add('odd kid', await issue(id, { header: { kid } }));
  }
  for (const alg of ['none', 'HS256', 'ES256', 'PS256', '__proto__', null, ['RS256']]) {
    add('odd alg', await issue(id, { header: { alg } }));
  }
  add('template category', await issue(id, { header: { cat: 'cl_B7d4PD222AAA' } }));
  add('M2M category', await issue(id, { header: { cat: 'cl_B7d4PD333AAA' } }));
  add('critical extension', await issue(id, { header: { crit: ['x'], x: 1 } }));
  add('other typ', await issue(id, { header: { typ: 'dpop+jwt' } }));
  add('without sub', await issue(id, { claims: { sub: undefined } }));
  for (const exp of [null, 'soon', -1, {}, undefined]) add('odd exp', await issue(id, { claims: { exp } }));
  if (tenant === 'globex') {
    for (const azp of [undefined, 'https://evil.example', null, [GLOBEX_ORIGIN]]) {
      add('other party', await issue(id, { claims: { azp } }));
    }
  }
  add('deep claims', await local.signJwt({ ...claimsOf(good), act: nested(900) }));
  add('deep permissions', await local.signJwt({ ...claimsOf(good), org_permissions: nested(900) }));
  for (const value of [null, [], 'text', 7, true])
    add('payload is no object', await local.signJwt(value).catch(() => 'a.b.c'));
  add('unsigned', `${header}.${payload}.`);
  add(
    'HMAC by the public key',
    hmacToken({ alg: 'HS256', typ: 'JWT', kid: local.kid }, payload, local.jwtKey),
  );
  add("stranger's key", strangersToken({ alg: 'RS256', typ: 'JWT', kid: local.kid }, payload));
  add('signature of another token', `${header}.${payload}.${valid[1]!.text.split('.')[2]}`);
  add('four parts', `${good}.${signature}`);
  add('no JWT', 'not-a-token');
  return { valid, machine: await machineTokensOf(tenant, local), invalid, handshakes };
}

async function machineTokensOf(tenant: TenantName, local: LocalClerk): Promise<PoolToken[]> {
  const subject = userIds(tenant)[0]!;
  const tokens: PoolToken[] = [];
  const add = (kind: string, text: string, identity?: Omit<Identity, 'tenant'>) =>
    tokens.push({ text, tenant, kind, identity: identity && { tenant, ...identity } });

  const apiKey = (options: object = {}) => local.apiKeys.create({ subject, name: 'fuzz', ...options });
  add('API key', apiKey({ scopes: ['read'], claims: { a: [1] } }).secret, { id: subject, type: 'api_key' });
  add('expired API key', apiKey({ secondsUntilExpiration: -5 }).secret);
  const revoked = apiKey();
  local.apiKeys.revoke(revoked.id);
  add('revoked API key', revoked.secret);

  for (const tokenFormat of ['opaque', 'jwt'] as const) {
    const m2m = await local.m2mTokens.create({
      subject: 'mch_fuzz',
      tokenFormat,
      secondsUntilExpiration: 24 * HOUR,
    });
    add('M2M token', m2m.token, { id: 'mch_fuzz', type: 'm2m_token' });
    const oauth = await local.oauthTokens.create({ subject, tokenFormat, scopes: ['profile'] });
    add('OAuth token', oauth.token, { id: subject, type: 'oauth_token' });
    add(
      'expired OAuth token',
      (await local.oauthTokens.create({ subject, tokenFormat, secondsUntilExpiration: -60 })).token,
    );
  }
  for (const prefix of ['ak_', 'mt_', 'oat_']) {
    add('made-up machine token', `${prefix}${'A'.repeat(27)}`);
    add('machine token of odd characters', `${prefix}../../%2e%2e/${'x'.repeat(500)}`);
    add('empty machine token', prefix);
  }
  return tokens;
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

function claimsOf(jwt: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
}

function manyPermissions(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `org:feature${index % 8}:action${index}`);
}

/** A value that is nested as deep as `signJwt()` takes it. */
function nested(depth: number): unknown {
  let value: unknown = 'sub';
  for (let level = 0; level < depth; level++) value = { sub: 'user_x', act: value };
  return value;
}

function hmacToken(header: object, payload: string, key: string): string {
  const signed = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

function strangersToken(header: object, payload: string): string {
  const signed = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), STRANGER).toString('base64url')}`;
}
