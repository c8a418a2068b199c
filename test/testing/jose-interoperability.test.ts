import { beforeAll, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, importSPKI, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { LocalClerk } from 'nest-clerk/testing';

describe('LocalClerk with another JOSE implementation', () => {
  let local: LocalClerk;
  let token: string;

  beforeAll(async () => {
    local = await LocalClerk.create({ users: [{ id: 'user_ada' }] });
    token = await local.issueSessionToken({ userId: 'user_ada' });
  });

  it('returns a key set that verifies its session tokens', async () => {
    const response = await local.fetch('https://api.clerk.com/v1/jwks', {
      headers: { authorization: `Bearer ${local.secretKey}` },
    });
    const keySet = createLocalJWKSet((await response.json()) as JSONWebKeySet);

    const { payload, protectedHeader } = await jwtVerify(token, keySet, { algorithms: ['RS256'] });

    expect(payload).toMatchObject({ sub: 'user_ada', iss: local.issuer });
    expect(protectedHeader.kid).toBe(local.kid);
  });

  it('returns a PEM that verifies its session tokens and not those of another instance', async () => {
    const other = await LocalClerk.create();

    await expect(jwtVerify(token, await importSPKI(local.jwtKey, 'RS256'))).resolves.toBeDefined();
    await expect(jwtVerify(token, await importSPKI(other.jwtKey, 'RS256'))).rejects.toThrow('signature');
  });
});
