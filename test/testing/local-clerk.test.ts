import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';

import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { answeredOperations } from '../../lib/testing/backend-api/backend-api.js';
import { BACKEND_API_OPERATIONS } from '../../lib/testing/generated/operations.js';
import { call, decodePart, referenceAuth } from './support.js';

const JWKS_URL = 'https://api.clerk.com/v1/jwks';

let local: LocalClerk;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});

afterEach(() => {
  local.outage = undefined;
  local.requests.length = 0;
  jest.restoreAllMocks();
});

function fetchJwks(authorization = `Bearer ${local.secretKey}`) {
  return local.fetch(JWKS_URL, { headers: { authorization } });
}

describe('keys of a LocalClerk', () => {
  it('have the form of a development instance', () => {
    expect(local.secretKey).toMatch(/^sk_test_[0-9A-Za-z]{42}$/);
    expect(local.frontendApi).toMatch(/^([a-z]+-){2}[0-9]{2}\.clerk\.accounts\.dev$/);
    expect(local.issuer).toBe(`https://${local.frontendApi}`);
    expect(local.kid).toMatch(/^ins_[0-9A-Za-z]{27}$/);
    const [, encoded = ''] = /^pk_test_(.+)$/.exec(local.publishableKey) ?? [];
    expect(atob(encoded)).toBe(`${local.frontendApi}$`);
  });

  it('have the form of a production instance', async () => {
    const production = await LocalClerk.create({
      instanceType: 'production',
      frontendApi: 'clerk.example.com',
    });

    expect(production.secretKey).toMatch(/^sk_live_/);
    expect(production.publishableKey).toBe('pk_live_Y2xlcmsuZXhhbXBsZS5jb20k');
    expect(production.issuer).toBe('https://clerk.example.com');
  });

  it('differ between instances', async () => {
    const other = await LocalClerk.create();

    expect(other.secretKey).not.toBe(local.secretKey);
    expect(other.publishableKey).not.toBe(local.publishableKey);
    expect(other.kid).not.toBe(local.kid);
    expect(other.jwtKey).not.toBe(local.jwtKey);
  });

  it.each(['https://clerk.example.com', 'localhost', 'clerk.example.com:443', 'a$.b', ''])(
    'reject the Frontend API %j',
    async frontendApi => {
      await expect(LocalClerk.create({ frontendApi })).rejects.toMatchObject({ code: 'option_invalid' });
    },
  );

  it('reject an unknown instance type', async () => {
    const created = LocalClerk.create({ instanceType: 'staging' as 'production' });

    await expect(created).rejects.toMatchObject({ code: 'option_invalid' });
  });

  it('sign with the key of the option signingKey', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const signingKey = { ...privateKey.export({ format: 'jwk' }), kid: 'ins_shared' };
    const first = await LocalClerk.create({ signingKey, users: [{ id: 'user_alice' }] });
    const restarted = await LocalClerk.create({ signingKey, users: [{ id: 'user_alice' }] });

    const token = await first.issueSessionToken({ userId: 'user_alice' });

    expect(first.kid).toBe('ins_shared');
    expect(first.jwtKey).toBe(publicKey.export({ type: 'spki', format: 'pem' }).toString().trimEnd());
    expect((await referenceAuth(restarted, token)).isAuthenticated).toBe(true);
  });

  it.each([
    ['a public key', generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey],
    ['an EC key', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey],
  ])('reject %s as signing key', async (_name, key) => {
    const created = LocalClerk.create({ signingKey: { ...key.export({ format: 'jwk' }), kid: 'ins_1' } });

    await expect(created).rejects.toMatchObject({ code: 'option_invalid' });
  });

  it('show neither the private nor the secret key in a log', () => {
    expect(inspect(local, { depth: 9, showHidden: true })).not.toMatch(/sk_test_|PRIVATE KEY|PrivateKey/);
    expect(JSON.stringify(local)).not.toContain(local.secretKey);
  });

  it('do not reveal the private key', () => {
    expect(local.keys).toEqual({
      secretKey: local.secretKey,
      apiUrl: 'https://api.clerk.com',
      publishableKey: local.publishableKey,
      fetch: local.fetch,
      now: local.clock.now,
    });
    expect(local.jwtKey).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
    expect(createPublicKey(local.jwtKey).asymmetricKeyDetails?.modulusLength).toBe(2048);
  });
});

describe('key set of a LocalClerk', () => {
  it("has the form of Clerk's, with the current key", async () => {
    const response = await fetchJwks();

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    const { n, e } = createPublicKey(local.jwtKey).export({ format: 'jwk' });
    expect(await response.json()).toEqual({
      keys: [{ use: 'sig', kty: 'RSA', kid: local.kid, alg: 'RS256', n, e }],
    });
  });

  it('has only the new key after a rotation', async () => {
    const kidBefore = local.kid;
    const jwtKeyBefore = local.jwtKey;
    const tokenBefore = await local.issueSessionToken({ userId: 'user_alice' });

    await local.rotateKey();

    expect(local.kid).not.toBe(kidBefore);
    const { keys } = (await (await fetchJwks()).json()) as { keys: { kid: string }[] };
    expect(keys.map(({ kid }) => kid)).toEqual([local.kid]);
    const tokenAfter = await local.issueSessionToken({ userId: 'user_alice' });
    expect(decodePart(tokenAfter, 'header').kid).toBe(local.kid);
    expect((await referenceAuth(local, tokenAfter)).isAuthenticated).toBe(true);
    expect((await referenceAuth(local, tokenBefore)).reason).toBe('token-invalid-signature');
    expect((await referenceAuth(local, tokenBefore, jwtKeyBefore)).isAuthenticated).toBe(true);
  });
});

describe("LocalClerk's fetch", () => {
  it('accepts a string, a URL and a Request', async () => {
    const init = { headers: { authorization: `Bearer ${local.secretKey}` } };

    const responses = await Promise.all([
      local.fetch(JWKS_URL, init),
      local.fetch(new URL(JWKS_URL), init),
      local.fetch(new Request(JWKS_URL, init)),
    ]);

    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('answers for the Frontend API too', async () => {
    const response = await local.fetch(`${local.issuer}/.well-known/oauth-authorization-server`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ issuer: local.issuer });
    expect(local.requests).toEqual([
      expect.objectContaining({ operation: 'getOAuth2AuthorizationServerMetadata', status: 200 }),
    ]);
  });

  it('ignores the case of the host', async () => {
    const { fetch, issuer } = await LocalClerk.create({ frontendApi: 'Clerk.Example.com' });
    expect((await fetch(`${issuer}/.well-known/oauth-authorization-server`)).status).toBe(200);
  });

  it('rejects another host by name', async () => {
    const network = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('the network was used'));

    const rejected = local.fetch('https://user:hunter2@api.example.com/v1/jwks?key=hunter2');

    await expect(rejected).rejects.toBeInstanceOf(TypeError);
    await expect(rejected).rejects.toThrow('api.example.com');
    await expect(rejected).rejects.not.toThrow('hunter2');
    await expect(local.fetch('http://api.clerk.com/v1/jwks')).rejects.toThrow(TypeError);
    expect(network).not.toHaveBeenCalled();
    expect(local.requests).toEqual([]);
  });

  it('rejects as fetch does when it is aborted', async () => {
    const signal = AbortSignal.abort(new Error('enough'));

    await expect(local.fetch(JWKS_URL, { signal })).rejects.toThrow('enough');
  });
});

describe('outage of a LocalClerk', () => {
  it('of the network rejects like fetch', async () => {
    local.outage = 'network';

    await expect(fetchJwks()).rejects.toBeInstanceOf(TypeError);
    expect((await local.handle(new Request(JWKS_URL))).type).toBe('error');
  });

  it.each([500, 502, 503, 504] as const)(
    "with a status answers every request with %i in the form of Clerk's errors",
    async status => {
      local.outage = status;

      const response = await fetchJwks();

      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({
        errors: [{ code: expect.any(String), message: expect.any(String), long_message: expect.any(String) }],
        clerk_trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      });
    },
  );

  it('ends, and tokens are issued during it', async () => {
    local.outage = 'network';
    const token = await local.issueSessionToken({ userId: 'user_alice' });

    local.outage = undefined;

    expect((await fetchJwks()).status).toBe(200);
    expect((await referenceAuth(local, token)).isAuthenticated).toBe(true);
  });
});

describe("list of LocalClerk's requests", () => {
  it('has request and response without secrets', async () => {
    await fetchJwks();
    await fetchJwks('Bearer sk_test_wrong');
    await local.handle(new Request('https://api.clerk.com/v1/users?email_address=alice%40example.com'));
    await local.handle(new Request('https://api.clerk.com/v2/users', { method: 'DELETE' }));
    local.outage = 'network';
    await fetchJwks().catch(() => undefined);

    expect(local.requests).toMatchObject([
      { method: 'GET', path: '/v1/jwks', operation: 'GetJWKS', status: 200 },
      { method: 'GET', path: '/v1/jwks', operation: 'GetJWKS', status: 401 },
      { method: 'GET', path: '/v1/users', operation: 'GetUserList', status: 401 },
      { method: 'DELETE', path: '/v2/users', operation: undefined, status: 404 },
      { method: 'GET', path: '/v1/jwks', operation: 'GetJWKS', status: 0 },
    ]);
  });

  it('keeps the last 1,000', async () => {
    await call(local, 'GET', '/v1/users/count');
    for (let index = 0; index < 1000; index++) await call(local, 'GET', '/v1/jwks');

    expect(local.requests).toHaveLength(1000);
    expect(new Set(local.requests.map(({ operation }) => operation))).toEqual(new Set(['GetJWKS']));
  });
});

describe('operations of the Backend API in LocalClerk', () => {
  /** With the reason of each in docs/local-clerk-operations.md. */
  const UNANSWERED = ['GetPublicInterstitial'];

  it('are all known by their routes', () => {
    expect(BACKEND_API_OPERATIONS).toHaveLength(249);
    expect(new Set(BACKEND_API_OPERATIONS.map(({ name }) => name)).size).toBe(249);
  });

  it('that are not supported respond with their name and route', async () => {
    const unanswered = BACKEND_API_OPERATIONS.filter(({ name }) => !answeredOperations().includes(name));
    expect(unanswered.map(({ name }) => name)).toEqual(UNANSWERED);
    for (const { method, path: template, name } of unanswered) {
      const path = `/v1${template.replaceAll(/\{\w+\}/g, 'some_id')}`;

      const { status, body } = await call(local, method, path);

      expect({ name, status, error: body.errors[0] }).toEqual({
        name,
        status: 501,
        error: expect.objectContaining({
          code: 'not_implemented_locally',
          message: expect.stringContaining(`LocalClerk does not answer '${name}' (${method} ${path}).`),
        }),
      });
    }
  });

  it('differ from unknown paths', async () => {
    expect(await call(local, 'GET', '/v1/nothing')).toMatchObject({
      status: 404,
      body: { errors: [{ code: 'resource_not_found' }] },
    });
    expect(await call(local, 'PATCH', '/v1/jwks')).toMatchObject({ status: 404 });
    expect(await call(local, 'GET', '/jwks')).toMatchObject({ status: 404 });
    expect(await call(local, 'GET', '/v1/users//')).toMatchObject({ status: 404 });
  });
});
