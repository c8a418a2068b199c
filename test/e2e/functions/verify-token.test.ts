import { verifyToken as referenceVerifyToken } from '@clerk/backend';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { TokenVerificationError, verifyToken } from 'nest-clerk';
import type { VerifyTokenOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer, SessionTokenOptions } from 'nest-clerk/testing';

const NOW = Math.floor(Date.now() / 1000);

let local: LocalClerk;
let stranger: LocalClerk;
let server: LocalClerkServer;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  stranger = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  server = await local.listen();
});
afterEach(() => {
  local.outage = undefined;
});
afterAll(() => server.close());

function issue(options: Partial<SessionTokenOptions> = {}): Promise<string> {
  return local.issueSessionToken({ userId: 'user_alice', ...options });
}

/** The claims of a token, or the reason of its rejection, by either implementation. */
async function outcome(
  verify: (token: string, options: VerifyTokenOptions) => Promise<unknown>,
  token: string,
  options: VerifyTokenOptions,
) {
  try {
    return { claims: await verify(token, options) };
  } catch (error) {
    return { reason: (error as { reason?: string }).reason };
  }
}

interface Case {
  token: () => Promise<string> | string;
  options?: VerifyTokenOptions;
}

/** By the reason of the rejection and its cause. */
const REJECTED: Record<string, Case> = {
  'token-expired: the token expired a minute ago': { token: () => issue({ expiresIn: -60 }) },
  'token-not-active-yet: the token is not valid yet': { token: () => issue({ claims: { nbf: NOW + 60 } }) },
  'token-iat-in-the-future: the token was issued tomorrow': {
    token: () => issue({ claims: { iat: NOW + 60 } }),
  },
  'token-invalid: the token is not a JWT': { token: () => 'garbage' },
  'token-invalid: the token is empty': { token: () => '' },
  'token-invalid: the parts of the token are not JSON': { token: () => 'a.b.c' },
  'token-invalid: the token has another typ': { token: () => issue({ header: { typ: 'at+jwt' } }) },
  'token-invalid: the token is an M2M token': { token: () => issue({ header: { cat: 'cl_B7d4PD333AAA' } }) },
  'token-invalid-algorithm: the token has alg none': { token: () => issue({ header: { alg: 'none' } }) },
  'token-invalid-algorithm: the token is signed with a shared secret': {
    token: () => issue({ header: { alg: 'HS256' } }),
  },
  'token-invalid-authorized-parties: the token has another azp': {
    token: () => issue({ authorizedParty: 'https://evil.example' }),
    options: { authorizedParties: ['https://app.example.com'] },
  },
  'token-verification-failed: the token has another audience': {
    token: () => issue({ claims: { aud: 'https://other.example' } }),
    options: { audience: ['https://api.example.com'] },
  },
  'token-verification-failed: the token has no subject': {
    token: () => issue({ claims: { sub: undefined } }),
  },
  'token-verification-failed: the token has no exp': { token: () => issue({ claims: { exp: undefined } }) },
  'token-invalid-signature: another instance signed the token': {
    token: () => stranger.signJwt({ sub: 'user_alice', exp: NOW + 60 }, { kid: local.kid }),
  },
};

/** By what is good about it. */
const ACCEPTED: Record<string, Case> = {
  'a session token': { token: () => issue() },
  'a token without azp, of an instance that does not set it': { token: () => issue({ claims: { azp: '' } }) },
  'a token for one of the parties': {
    token: () => issue({ authorizedParty: 'https://app.example.com' }),
    options: { authorizedParties: ['https://www.example.com', 'https://app.example.com'] },
  },
  'a token for one of the audiences': {
    token: () => issue({ claims: { aud: ['a', 'b'] } }),
    options: { audience: 'b' },
  },
  'a token that expired within the clock skew': { token: () => issue({ expiresIn: -3 }) },
  'a token that expired long ago, with a larger clock skew': {
    token: () => issue({ expiresIn: -3000 }),
    options: { clockSkewInMs: 3_600_000 },
  },
  'a JWT of a template, since the category is not checked': {
    token: () => issue({ header: { cat: 'cl_B7d4PD222AAA' } }),
  },
  'a token with the requested typ': {
    token: () => issue({ header: { typ: 'custom' } }),
    options: { headerType: ['custom'] },
  },
  'a token under read-only lists': {
    token: () => issue({ claims: { aud: 'api', azp: 'https://app.example.com' } }),
    options: {
      audience: ['api'] as const,
      authorizedParties: ['https://app.example.com'] as const,
      headerType: ['JWT'] as const,
    },
  },
};

/** Its types accept no read-only lists. */
const reference = referenceVerifyToken as typeof verifyToken;

describe.each(['jwtKey', 'secretKey'] as const)('verifyToken() with %s', key => {
  const keys = (): VerifyTokenOptions =>
    key === 'jwtKey' ? { jwtKey: local.jwtKey } : { secretKey: local.secretKey, apiUrl: server.url };

  it.each(Object.entries(REJECTED))('%s', async (name, { token, options }) => {
    const text = await token();
    const ours = await outcome(verifyToken, text, { ...keys(), ...options });

    expect(ours).toEqual({ reason: name.split(':')[0] });
    expect(ours).toEqual(await outcome(reference, text, { ...keys(), ...options }));
  });

  it.each(Object.entries(ACCEPTED))('returns the claims of %s', async (_what, { token, options }) => {
    const text = await token();
    const ours = await outcome(verifyToken, text, { ...keys(), ...options });

    expect(ours).toMatchObject({ claims: { sub: 'user_alice' } });
    expect(ours).toEqual(await outcome(reference, text, { ...keys(), ...options }));
  });
});

describe('verifyToken() rejects with the reason', () => {
  const reasonOf = async (token: string, options: VerifyTokenOptions) =>
    (await outcome(verifyToken, token, options)).reason;

  it('jwk-failed-to-resolve: without a key', async () => {
    const token = await issue();

    expect(await reasonOf(token, {})).toBe('jwk-failed-to-resolve');
    expect(await outcome(reference, token, {})).toEqual({ reason: 'jwk-failed-to-resolve' });
  });

  it('jwk-kid-mismatch: if the instance does not have the key', async () => {
    const token = await stranger.issueSessionToken({ userId: 'user_alice' });
    const options = { secretKey: local.secretKey, apiUrl: server.url };

    expect(await reasonOf(token, options)).toBe('jwk-kid-mismatch');
    expect(await outcome(reference, token, options)).toEqual({ reason: 'jwk-kid-mismatch' });
  });

  it('secret-key-invalid: if the Backend API rejects the secret key', async () => {
    const options = { secretKey: 'sk_test_wrong', apiUrl: server.url };

    expect(await reasonOf(await issue(), options)).toBe('secret-key-invalid');
  });

  it('jwk-remote-failed-to-load: if the Backend API returns no keys', async () => {
    const fetch = async () => Response.json({ keys: [] });

    expect(await reasonOf(await issue(), { secretKey: 'sk_test_1', fetch })).toBe(
      'jwk-remote-failed-to-load',
    );
    local.outage = 500;
    expect(await reasonOf(await issue(), { secretKey: 'sk_test_2', fetch: local.fetch })).toBe(
      'jwk-remote-failed-to-load',
    );
  });

  it('token-invalid-issuer: if the token has another issuer than the option', async () => {
    const { jwtKey } = local;

    expect(await reasonOf(await issue(), { jwtKey, issuer: ['https://clerk.example.com'] })).toBe(
      'token-invalid-issuer',
    );
    expect(await reasonOf(await issue(), { jwtKey, issuer: local.issuer })).toBeUndefined();
  });
});

describe('error of verifyToken()', () => {
  it('is typed and contains neither the token nor its claims', async () => {
    const token = await issue({ expiresIn: -60, claims: { email: 'alice@example.com' } });

    const error = await verifyToken(token, { jwtKey: local.jwtKey }).catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(TokenVerificationError);
    expect((error as TokenVerificationError).getFullMessage()).not.toMatch(/alice|ey[A-Z]/);
  });

  it('is a configuration error for an invalid key', async () => {
    await expect(verifyToken(await issue(), { jwtKey: 'garbage' })).rejects.toMatchObject({
      code: 'jwt_key_invalid',
    });
  });

  it.each([undefined, null, 1, {}])('is not a TypeError for %j', async token => {
    await expect(verifyToken(token as never, { jwtKey: local.jwtKey })).rejects.toMatchObject({
      reason: 'token-invalid',
    });
  });
});

describe('claims of verifyToken()', () => {
  it('may be changed by the caller without effect on the next call', async () => {
    const token = await issue();
    const options = { jwtKey: local.jwtKey };

    const claims = await verifyToken(token, options);
    claims.sub = 'user_mallory';

    expect((await verifyToken(token, options)).sub).toBe('user_alice');
  });
});
