import { createClerkClient } from '@clerk/backend';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { call, decodePart } from './support.js';

const NOT_FOUND = { status: 404, errors: [{ code: 'resource_not_found' }] };

let local: LocalClerk;
let server: LocalClerkServer;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  server = await local.listen();
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => server.close());

/** The client of Clerk's own SDK determines the meaning of a response. */
function reference(options: { secretKey?: string; machineSecretKey?: string } = {}) {
  return createClerkClient({
    secretKey: local.secretKey,
    apiUrl: server.url,
    telemetry: { disabled: true },
    ...options,
  });
}

function inAnHour() {
  const now = Date.now();
  jest.spyOn(Date, 'now').mockReturnValue(now + 3_600_000);
}

describe('API keys of LocalClerk', () => {
  it('are verified by their secret', async () => {
    const { secret, ...key } = local.apiKeys.create({
      subject: 'user_alice',
      name: 'CI',
      scopes: ['reports:read'],
      claims: { team: 'billing' },
      createdBy: 'user_alice',
      description: 'nightly',
    });

    expect(await reference().apiKeys.verify(secret)).toMatchObject({
      ...key,
      type: 'api_key',
      expired: false,
    });
    expect(secret).toMatch(/^ak_\w{27}$/);
    expect(key.id).toMatch(/^ak_[0-9a-f]{32}$/);
  });

  it('are returned with and without /v1', async () => {
    const { secret, id } = local.apiKeys.create({ subject: 'org_acme', name: 'CI' });

    expect(await call(local, 'POST', '/v1/api_keys/verify', { secret })).toMatchObject({
      status: 200,
      body: { id, scopes: [], claims: null, expiration: null },
    });
  });

  it('are rejected after a revocation', async () => {
    const { secret, id } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });

    local.apiKeys.revoke(id, 'leaked');

    await expect(reference().apiKeys.verify(secret)).rejects.toMatchObject(NOT_FOUND);
    expect(local.apiKeys.get(id)).toMatchObject({ revoked: true, revocationReason: 'leaked' });
  });

  it('are rejected after they expired', async () => {
    const { secret } = local.apiKeys.create({
      subject: 'user_alice',
      name: 'CI',
      secondsUntilExpiration: 3600,
    });
    expect(await reference().apiKeys.verify(secret)).toMatchObject({ revoked: false });

    inAnHour();

    await expect(reference().apiKeys.verify(secret)).rejects.toMatchObject(NOT_FOUND);
  });

  it('are found only by the secret, which no error quotes', async () => {
    const { id } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });

    await expect(reference().apiKeys.verify(id)).rejects.toMatchObject(NOT_FOUND);
    const { body } = await call(local, 'POST', '/api_keys/verify', { secret: 'ak_mistyped' });
    expect(JSON.stringify(body)).not.toContain('ak_mistyped');
    expect(() => local.apiKeys.get('ak_none')).toThrow(expect.objectContaining({ status: 404 }));
  });

  it('are verified with the secret key of the instance only', async () => {
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });

    for (const secretKey of ['sk_test_wrong', local.machineSecretKey]) {
      await expect(reference({ secretKey }).apiKeys.verify(secret)).rejects.toMatchObject({ status: 401 });
    }
  });
});

describe('M2M tokens of LocalClerk', () => {
  it('are verified by the instance', async () => {
    const { token, ...created } = await local.m2mTokens.create({
      subject: 'mch_jobs',
      claims: { team: 'x' },
    });

    expect(await reference().m2m.verify({ token })).toMatchObject(created);
    expect(token).toMatch(/^mt_\w{27}$/);
  });

  it('are verified by a machine in their scopes', async () => {
    const machine = reference({ secretKey: undefined, machineSecretKey: local.machineSecretKey });
    const ours = await local.m2mTokens.create();
    const others = await local.m2mTokens.create({ scopes: ['mch_other'] });
    const { machineSecretKey } = local;

    const verified = await machine.m2m.verify({ token: ours.token, machineSecretKey });

    expect(verified).toMatchObject({ id: ours.id, scopes: [local.machineId] });
    await expect(machine.m2m.verify({ token: others.token, machineSecretKey })).rejects.toMatchObject(
      NOT_FOUND,
    );
    expect(await reference().m2m.verify({ token: others.token })).toMatchObject({ id: others.id });
  });

  it('are rejected after a revocation or their expiry', async () => {
    const revoked = await local.m2mTokens.create();
    const expired = await local.m2mTokens.create({ secondsUntilExpiration: -1 });

    local.m2mTokens.revoke(revoked.id);

    for (const { token } of [revoked, expired]) {
      await expect(reference().m2m.verify({ token })).rejects.toMatchObject(NOT_FOUND);
    }
  });

  it('that are JWTs are verified by their signature', async () => {
    const { token, id } = await local.m2mTokens.create({
      subject: 'mch_jobs',
      claims: { team: 'billing' },
      tokenFormat: 'jwt',
    });
    local.requests.length = 0;

    expect(await reference().m2m.verify({ token })).toMatchObject({
      id,
      subject: 'mch_jobs',
      claims: { team: 'billing' },
      expired: false,
    });
    expect(local.requests.map(({ operation }) => operation)).toEqual(['GetJWKS']);
    expect(decodePart(token, 'header')).toMatchObject({ typ: 'JWT', cat: 'cl_B7d4PD333AAA' });
    const { exp, iat } = decodePart(token, 'payload') as Record<string, number>;
    expect(exp! - iat!).toBe(3600);
  });
});

describe('OAuth access tokens of LocalClerk', () => {
  it('are verified by the instance', async () => {
    const { token, id } = await local.oauthTokens.create({
      subject: 'user_alice',
      clientId: 'client_shop',
      scopes: ['profile', 'email'],
      audience: ['https://api.example.com'],
    });

    const verified = await reference().idPOAuthAccessToken.verify(token, {
      audience: 'https://api.example.com',
    });

    expect(verified).toMatchObject({
      id,
      subject: 'user_alice',
      clientId: 'client_shop',
      scopes: ['profile', 'email'],
      aud: ['https://api.example.com'],
    });
    // In seconds, unlike the times of the other tokens.
    expect(verified.expiration! - verified.createdAt).toBe(86_400);
  });

  it('are rejected after a revocation or their expiry', async () => {
    const revoked = await local.oauthTokens.create({ subject: 'user_alice' });
    const expired = await local.oauthTokens.create({ subject: 'user_alice', secondsUntilExpiration: 0 });

    local.oauthTokens.revoke(revoked.id);

    for (const { token } of [revoked, expired]) {
      await expect(reference().idPOAuthAccessToken.verify(token)).rejects.toMatchObject(NOT_FOUND);
    }
    expect(local.oauthTokens.get(revoked.id).revoked).toBe(true);
  });

  it('that are JWTs have the form of RFC 9068 and are reported inactive with status 200', async () => {
    const { token, id } = await local.oauthTokens.create({
      subject: 'user_alice',
      scopes: ['profile'],
      tokenFormat: 'jwt',
    });
    const verify = () =>
      call(local, 'POST', '/oauth_applications/access_tokens/verify', { access_token: token });

    expect(await verify()).toMatchObject({ status: 200, body: { id } });
    expect(decodePart(token, 'header')).toEqual({ alg: 'RS256', kid: local.kid, typ: 'at+jwt' });
    expect(decodePart(token, 'payload')).toMatchObject({
      iss: local.issuer,
      sub: 'user_alice',
      scope: 'profile',
      jti: id,
    });

    local.oauthTokens.revoke(id);
    expect(await verify()).toEqual({ status: 200, body: { active: false } });
  });
});
