import { createClerkClient as createReference } from '@clerk/backend';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createClerkClient, TokenVerificationError } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

const M2M_CATEGORY = 'cl_B7d4PD333AAA';
const SESSION_CATEGORY = 'cl_B7d4PD111AAA';

let local: LocalClerk;
beforeAll(async () => {
  local = await LocalClerk.create();
});

function tokenWith(claims: object = {}, header: Record<string, unknown> = { cat: M2M_CATEGORY }) {
  const now = Math.floor(Date.now() / 1000);
  const base = { iss: local.issuer, sub: 'mch_1', jti: 'mt_1', iat: now - 5, nbf: now - 5, exp: now + 60 };
  return local.signJwt({ ...base, ...claims }, header);
}

function verify(token: string, options: object = { jwtKey: local.jwtKey }) {
  return createClerkClient({ ...local.keys, ...options }).m2m.verify({ token });
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('m2m.verify() with a JWT', () => {
  it.each([
    ['with scopes in a string', { scopes: 'mch_2 mch_3', permissions: ['read'], nested: { snake_key: 1 } }],
    ['with scopes in the audience', { aud: ['mch_2'] }],
    ['without custom claims', {}],
  ])('returns the result of @clerk/backend: %s', async (_, claims) => {
    const token = await tokenWith(claims);
    const reference = createReference({ secretKey: local.secretKey, jwtKey: local.jwtKey });
    const theirs = await reference.m2m.verify({ token });
    expect(await verify(token)).toEqual(JSON.parse(JSON.stringify(theirs)));
  });

  it('makes no call with `jwtKey`, and fetches the key set without it', async () => {
    const token = await tokenWith();
    local.requests.length = 0;
    await verify(token);
    expect(local.requests).toHaveLength(0);
    expect((await verify(token, {})).subject).toBe('mch_1');
    expect(local.requests.map(({ path }) => path)).toEqual(['/v1/jwks']);
  });

  it('rejects a session token with the subject of a machine', async () => {
    const token = await tokenWith({}, { cat: SESSION_CATEGORY });
    expect(await failureOf(verify(token))).toBeInstanceOf(TokenVerificationError);
  });

  it.each([
    ['has expired', { exp: Math.floor(Date.now() / 1000) - 60 }, 'token-expired'],
    ['is not valid yet', { nbf: Math.floor(Date.now() / 1000) + 60 }, 'token-not-active-yet'],
  ])('rejects a token that %s', async (_, claims, reason) => {
    expect(await failureOf(verify(await tokenWith(claims)))).toMatchObject({ reason });
  });

  it('rejects a token of another instance without quoting it', async () => {
    const token = await tokenWith();
    const { jwtKey } = await LocalClerk.create();
    const failure = await failureOf(verify(token, { jwtKey }));
    expect(failure).toMatchObject({ reason: 'token-invalid-signature' });
    expect(String((failure as Error).message)).not.toContain(token.split('.')[1]);
  });
});
