import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { forgeJwt, notSigned, part, signedBySecret, STRANGERS_JWK } from '../../../support/forge.js';
import { startNestApp } from '../../../support/nest-app.js';
import { sendRaw } from '../../../support/raw-http.js';
import type { RawAnswer } from '../../../support/raw-http.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningNestApp } from '../../../support/running-app.js';

let local: LocalClerk;
let app: RunningNestApp;
const backendApi = jest.fn<typeof fetch>((...call) => local.fetch(...call));
const network = jest.spyOn(globalThis, 'fetch');

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  app = await startNestApp({ ...local.keys, fetch: backendApi });
});

afterEach(async () => {
  // After any input, the server still responds, and has fetched only the keys of its own instance.
  const token = await local.issueSessionToken({ userId: 'user_alice' });
  expect((await sendRaw(app.port, { headers: [`Authorization: Bearer ${token}`] })).status).toBe(200);
  for (const [url] of backendApi.mock.calls) expect(String(url)).toBe('https://api.clerk.com/v1/jwks');
  expect(network).not.toHaveBeenCalled();
});

afterAll(closeApps);

function inHeader(token: string): string[] {
  return [`Authorization: Bearer ${token}`];
}

function inCookie(token: string): string[] {
  return [`Cookie: __session=${token}; __client_uat=1; __clerk_db_jwt=dvb_1`];
}

function reasons(answer: RawAnswer): string[] | undefined {
  return answer.headers['x-clerk-auth-reason'];
}

/** No user is signed in, on any route, and the reason is sent once. */
async function expectSignedOut(headers: string[], reason: string): Promise<void> {
  const open = await sendRaw(app.port, { headers });
  expect(open.status).toBe(200);
  expect(JSON.parse(open.body)).toMatchObject({ isAuthenticated: false, userId: null, sessionClaims: null });
  expect(open.headers['x-clerk-auth-status']).toEqual(['signed-out']);
  expect(reasons(open)).toEqual([reason]);

  const guarded = await sendRaw(app.port, { target: '/guarded', headers });
  expect(guarded.status).toBe(401);
  const body = { statusCode: 401, message: 'Unauthenticated', error: 'Unauthorized', reason };
  // Where the client sent no token, the body says which one to send.
  const hint = expect.stringContaining('Authorization: Bearer') as unknown;
  expect(JSON.parse(guarded.body)).toEqual(reason === 'dev-browser-missing' ? { ...body, hint } : body);
}

const now = () => Math.floor(Date.now() / 1000);
const claims = () => ({ sub: 'user_alice', sid: 'sess_1', iat: now(), exp: now() + 60, iss: local.issuer });
const header = () => ({ alg: 'RS256', typ: 'JWT', kid: local.kid });

describe('request without a token', () => {
  it.each([[[]], [['Authorization:']], [['Authorization: Basic dXNlcjpwYXNz']], [['Cookie: a=b']]])(
    'is signed out with %j',
    async headers => {
      await expectSignedOut(headers, 'dev-browser-missing');
    },
  );
});

/** Each is sent as a header and as a cookie. */
const BAD_TOKENS: [name: string, token: () => string | Promise<string>, reason: string][] = [
  ['garbage', () => 'garbage', 'token-invalid'],
  ['three dots', () => '...', 'token-invalid'],
  ['two dots', () => '..', 'token-invalid'],
  ['three random parts', () => 'a.b.c', 'token-invalid'],
  ['15 KB of random characters', () => 'x'.repeat(15_000), 'token-invalid'],
  ['15 KB of dots', () => '.'.repeat(15_000), 'token-invalid'],
  ['15 KB of JSON brackets', () => `${part(header())}.${part('['.repeat(11_000))}.AAAA`, 'token-invalid'],
  ['bytes beyond ASCII', () => '\xff\xfe\x80.\xe9.\xe8', 'token-invalid'],
  ['null for a header', () => `${part('null')}.${part(claims())}.AAAA`, 'token-invalid'],
  ['null for a payload', () => `${part(header())}.${part('null')}.AAAA`, 'token-invalid'],
  ['a number for a header', () => `${part('5')}.${part(claims())}.AAAA`, 'jwk-kid-mismatch'],
  ['a list for a payload', () => forgeJwt(header(), []), 'token-invalid-signature'],
  ['alg none', () => forgeJwt({ ...header(), alg: 'none' }, claims(), notSigned), 'token-invalid-algorithm'],
  ['alg None', () => forgeJwt({ ...header(), alg: 'None' }, claims(), notSigned), 'token-invalid-algorithm'],
  ['alg none, signed', () => local.signJwt(claims(), { alg: 'none' }), 'token-invalid-algorithm'],
  ['no alg', () => local.signJwt(claims(), { alg: undefined }), 'token-invalid-algorithm'],
  ['no signature', () => forgeJwt(header(), claims(), notSigned), 'token-invalid-signature'],
  [
    'HS256 and the public key as its secret',
    () => forgeJwt({ ...header(), alg: 'HS256' }, claims(), signedBySecret(local.jwtKey)),
    'token-invalid-algorithm',
  ],
  [
    'RS256 and an HMAC of the public key',
    () => forgeJwt(header(), claims(), signedBySecret(local.jwtKey)),
    'token-invalid-signature',
  ],
  [
    'its own key (jwk)',
    () => forgeJwt({ ...header(), jwk: STRANGERS_JWK }, claims()),
    'token-invalid-signature',
  ],
  [
    'its own key and key id',
    () =>
      forgeJwt(
        { ...header(), kid: 'ins_stranger', jwk: { ...STRANGERS_JWK, kid: 'ins_stranger' } },
        claims(),
      ),
    'jwk-kid-mismatch',
  ],
  [
    'a URL of keys (jku)',
    () => forgeJwt({ ...header(), jku: 'https://evil.example/jwks' }, claims()),
    'token-invalid-signature',
  ],
  [
    'a URL of certificates (x5u)',
    () => forgeJwt({ ...header(), x5u: 'https://evil.example/x5u', x5c: ['AAAA'] }, claims()),
    'token-invalid-signature',
  ],
  [
    'a critical extension (crit)',
    () => local.signJwt(claims(), { crit: ['x-own'], 'x-own': 1 }),
    'token-invalid',
  ],
  [
    'a critical extension that names a claim',
    () => local.signJwt(claims(), { crit: ['exp'] }),
    'token-invalid',
  ],
  ['an empty crit', () => local.signJwt(claims(), { crit: [] }), 'token-invalid'],
  ['another typ', () => local.signJwt(claims(), { typ: 'JWE' }), 'token-invalid'],
  [
    'its own issuer',
    () => forgeJwt(header(), { ...claims(), iss: 'https://evil.example' }),
    'token-invalid-signature',
  ],
  ['a subject that is a number', () => local.signJwt({ ...claims(), sub: 5 }), 'token-verification-failed'],
  [
    'a subject that is an array',
    () => local.signJwt({ ...claims(), sub: ['user_alice'] }),
    'token-verification-failed',
  ],
  ['a subject that is an object', () => local.signJwt({ ...claims(), sub: {} }), 'token-verification-failed'],
  ['no subject', () => local.signJwt({ ...claims(), sub: undefined }), 'token-verification-failed'],
  [
    'an exp that is a string',
    () => local.signJwt({ ...claims(), exp: '9999999999' }),
    'token-verification-failed',
  ],
  ['no exp', () => local.signJwt({ ...claims(), exp: undefined }), 'token-verification-failed'],
  ['an nbf that is null', () => local.signJwt({ ...claims(), nbf: null }), 'token-verification-failed'],
  ['an iat that is an object', () => local.signJwt({ ...claims(), iat: {} }), 'token-verification-failed'],
];

// A cookie with a token of another issuer belongs to another application on the domain.
const OF_ANOTHER_APPLICATION = new Set(['its own issuer']);

describe.each(BAD_TOKENS)('token with %s', (name, makeToken, reason) => {
  it('in the header is signed out', async () => {
    await expectSignedOut(inHeader(await makeToken()), reason);
    await expectSignedOut([`Authorization: ${await makeToken()}`], reason);
  });

  it('in the cookie is signed out', async () => {
    const expected = OF_ANOTHER_APPLICATION.has(name) ? 'dev-browser-missing' : reason;
    await expectSignedOut(inCookie(await makeToken()), expected);
  });
});

describe('token with the key id', () => {
  it.each([
    undefined,
    null,
    '',
    'ins_unknown',
    5,
    true,
    [],
    {},
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'ins_1\r\nset-cookie: a=b',
    'ins_\u0000\u0007',
    'ins_日本',
    'x'.repeat(5000),
  ])('%j is signed out', async kid => {
    const token = await local.signJwt(claims(), { kid });

    for (const headers of [inHeader(token), inCookie(token)]) {
      await expectSignedOut(headers, 'jwk-kid-mismatch');
      expect((await sendRaw(app.port, { headers })).headers['set-cookie']).toBeUndefined();
    }
  });

  it('in a list is signed out', async () => {
    await expectSignedOut(inHeader(await local.signJwt(claims(), { kid: [local.kid] })), 'jwk-kid-mismatch');
  });
});

describe('token of 64 KB', () => {
  it.each([
    ['in the header', () => inHeader('x'.repeat(65_536))],
    ['in the cookie', () => inCookie('x'.repeat(65_536))],
  ])('%s is rejected by Node with 431', async (_where, headers) => {
    expect((await sendRaw(app.port, { headers: headers() })).status).toBe(431);
  });

  it('in another header rejects a request with a valid token', async () => {
    const good = await local.issueSessionToken({ userId: 'user_alice' });

    expect(
      (await sendRaw(app.port, { headers: [...inHeader(good), `X: ${'x'.repeat(65_536)}`] })).status,
    ).toBe(431);
  });

  it('a valid token of more than 10,000 characters signs in', async () => {
    const claim = 'é'.repeat(4000);
    const token = await local.issueSessionToken({ userId: 'user_alice', claims: { claim } });

    const { body } = await sendRaw(app.port, { headers: inHeader(token) });
    expect(token.length).toBeGreaterThan(10_000);
    expect(JSON.parse(body)).toMatchObject({ userId: 'user_alice', sessionClaims: { claim } });
  });
});
