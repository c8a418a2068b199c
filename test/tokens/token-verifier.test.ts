import { generateKeyPairSync, sign } from 'node:crypto';

import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { isRejection } from '../../lib/tokens/jwt.js';
import { localKeySource } from '../../lib/tokens/key-source.js';
import type { KeySource } from '../../lib/tokens/key-source.js';
import { signingKeyFromPem } from '../../lib/tokens/signing-key.js';
import { TokenVerifier } from '../../lib/tokens/token-verifier.js';
import type { TokenRequirements } from '../../lib/tokens/token-verifier.js';
import { MINUTE, stopClock } from '../support/clock.js';
import type { StoppedClock } from '../support/clock.js';
import { reasonOf } from './support.js';

let local: LocalClerk;
let clock: StoppedClock;
let verifier: TokenVerifier;
let token: string;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});

beforeEach(async () => {
  clock = stopClock();
  verifier = new TokenVerifier(localKeySource(local.jwtKey));
  token = await local.issueSessionToken({ userId: 'user_alice' });
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** The reason why a token is rejected; `undefined` if it is accepted. */
async function rejection(text: string, requirements: TokenRequirements = {}, by = verifier) {
  const candidate = by.decode(text);
  return reasonOf(isRejection(candidate) ? candidate : await by.verify(candidate, requirements));
}

/** Whether the token would be decoded and its signature verified again. */
function isRemembered(text: string): boolean {
  return verifier.decode(text) === verifier.decode(text);
}

function keySource(asked: Partial<KeySource>): KeySource {
  const notAsked = () => Promise.reject(new Error('not asked'));
  return { find: () => undefined, load: notAsked, check: notAsked, ...asked };
}

describe('header of a token', () => {
  it.each([
    ['without typ is accepted', { typ: undefined }, undefined],
    ['with typ JWT is accepted', { typ: 'JWT' }, undefined],
    ['with typ in another case is rejected', { typ: 'jwt' }, 'token-invalid'],
    ['with typ of an access token is rejected', { typ: 'at+jwt' }, 'token-invalid'],
    ['with typ null is rejected', { typ: null }, 'token-invalid'],
    ['with alg none is rejected', { alg: 'none' }, 'token-invalid-algorithm'],
    ['without alg is rejected', { alg: undefined }, 'token-invalid-algorithm'],
    ['with alg null is rejected', { alg: null }, 'token-invalid-algorithm'],
    ['with alg as a list is rejected', { alg: ['RS256'] }, 'token-invalid-algorithm'],
    ['with alg in another case is rejected', { alg: 'rs256' }, 'token-invalid-algorithm'],
    ['with alg HS256 is rejected', { alg: 'HS256' }, 'token-invalid-algorithm'],
    ['with alg ES256 is rejected', { alg: 'ES256' }, 'token-invalid-algorithm'],
    ['with alg PS256 is rejected', { alg: 'PS256' }, 'token-invalid-algorithm'],
    [
      "with an algorithm that differs from its key's is rejected",
      { alg: 'RS512' },
      'token-verification-failed',
    ],
    ['with alg "constructor" is rejected', { alg: 'constructor' }, 'token-invalid-algorithm'],
    ['with any kid is accepted if there is one key', { kid: 'ins_other' }, undefined],
    ['without kid is accepted if there is one key', { kid: undefined }, undefined],
  ])('%s', async (_what, header, reason) => {
    const claims = { sub: 'user_alice', exp: clock.now / 1000 + 60 };

    expect(await rejection(await local.signJwt(claims, header))).toBe(reason);
  });

  it('must have a configured type, if types are configured', async () => {
    const headerType = ['at+jwt', 'application/at+jwt'];
    const claims = { sub: 'user_alice', exp: clock.now / 1000 + 60 };
    const signed = (typ: unknown) => local.signJwt(claims, { typ });

    expect(await rejection(await signed('at+jwt'), { headerType })).toBeUndefined();
    expect(await rejection(await signed('JWT'), { headerType })).toBe('token-invalid');
    expect(await rejection(await signed(undefined), { headerType })).toBe('token-invalid');
    expect(await rejection(await signed('X'), { headerType: 'X' })).toBeUndefined();
  });
});

describe('signature of a token', () => {
  it('is invalid if any character of the token changes', async () => {
    expect(await rejection(token)).toBeUndefined();

    for (let index = 0; index < token.length; index++) {
      const other = token[index] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, index) + other + token.slice(index + 1);
      expect([index, await rejection(changed)]).not.toEqual([index, undefined]);
    }
  });

  it('is invalid if it is of another instance, missing, too short or too long', async () => {
    const other = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
    const signedPart = token.slice(0, token.lastIndexOf('.'));
    const signature = Buffer.from(token.slice(signedPart.length + 1), 'base64url');

    expect(await rejection(await other.issueSessionToken({ userId: 'user_alice' }))).toBe(
      'token-invalid-signature',
    );
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.alloc(256),
      signature.subarray(0, -1),
      Buffer.concat([signature, Buffer.alloc(1)]),
      Buffer.concat([Buffer.alloc(1), signature]),
    ]) {
      expect(await rejection(`${signedPart}.${bytes.toString('base64url')}`)).toBe('token-invalid-signature');
    }
  });

  it('is checked before the claims, so that a forged token learns nothing about the configuration', async () => {
    const forger = await LocalClerk.create();
    const forged = await forger.signJwt({ sub: 5, exp: 0, azp: 'https://evil.example.com' });

    expect(await rejection(forged, { authorizedParties: ['https://app.example.com'] })).toBe(
      'token-invalid-signature',
    );
  });
});

describe('claims nested thousands of levels deep', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signJson = (claimsJson: string) => {
    const signedPart = [JSON.stringify({ alg: 'RS256' }), claimsJson]
      .map(text => Buffer.from(text).toString('base64url'))
      .join('.');
    return `${signedPart}.${sign('sha256', Buffer.from(signedPart), privateKey).toString('base64url')}`;
  };
  const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

  it.each(['act', 'fva', 'org_permissions', 'metadata'])('in %s make the token invalid', async claim => {
    const claims = { sub: 'user_alice', exp: clock.now / 1000 + 60 };
    const deep = await local.signJwt({ ...claims, [claim]: nested(90) });
    // JSON.stringify() of such a value fails, so that LocalClerk cannot sign it.
    const deeper = signJson(
      JSON.stringify({ ...claims, [claim]: 0 }).replace(':0}', `:${'['.repeat(5000)}${']'.repeat(5000)}}`),
    );

    const ofKey = new TokenVerifier(
      localKeySource(publicKey.export({ type: 'spki', format: 'pem' }).toString()),
    );
    expect(await rejection(deep)).toBeUndefined();
    expect(await rejection(deeper, {}, ofKey)).toBe('token-invalid');
    expect(await rejection(deeper, {}, ofKey)).toBe('token-invalid');
  });
});

describe('verified token', () => {
  it('is remembered, and a rejected token is not', async () => {
    const expired = await local.signJwt({ sub: 5 });
    const forged = `${token.slice(0, -8)}AAAAAAAA`;

    await rejection(token);
    await rejection(forged);

    expect(isRemembered(token)).toBe(true);
    expect(isRemembered(forged)).toBe(false);
    // Its signature is valid and not verified again; its claims are rejected each time.
    expect(await rejection(expired)).toBe('token-verification-failed');
    expect(await rejection(expired)).toBe('token-verification-failed');
  });

  it('does not verify another token with the same signature', async () => {
    expect(await rejection(token)).toBeUndefined();
    const [header, , signature] = token.split('.');
    const claims = Buffer.from(JSON.stringify({ sub: 'user_mallory', exp: clock.now })).toString('base64url');

    expect(await rejection(`${header}.${claims}.${signature}`)).toBe('token-invalid-signature');
    expect(isRemembered(token)).toBe(true);
  });

  it('expires although it is remembered', async () => {
    expect(await rejection(token)).toBeUndefined();
    clock.advance(MINUTE + 4999);
    expect(await rejection(token)).toBeUndefined();
    clock.advance(1);

    expect(isRemembered(token)).toBe(true);
    expect(await rejection(token)).toBe('token-expired');
  });

  it('is checked against the requirements of each use', async () => {
    expect(await rejection(token)).toBeUndefined();

    expect(await rejection(token, { authorizedParties: ['https://app.example.com'] })).toBe(
      'token-invalid-authorized-parties',
    );
    expect(await rejection(token, { issuer: 'https://clerk.example.com' })).toBe('token-invalid-issuer');
    expect(await rejection(token, { headerType: 'at+jwt' })).toBe('token-invalid');
    expect(await rejection(token)).toBeUndefined();
  });

  it('is verified again with a replaced key', async () => {
    const other = await LocalClerk.create();
    let pem = local.jwtKey;
    const keys = new Map([local, other].map(({ jwtKey }) => [jwtKey, signingKeyFromPem(jwtKey)]));
    const ofReplaceable = new TokenVerifier(keySource({ find: () => keys.get(pem) }));

    expect(await rejection(token, {}, ofReplaceable)).toBeUndefined();
    pem = other.jwtKey;
    expect(await rejection(token, {}, ofReplaceable)).toBe('token-invalid-signature');
    pem = local.jwtKey;
    expect(await rejection(token, {}, ofReplaceable)).toBeUndefined();
  });

  it('is rejected when its key is removed', async () => {
    let key: ReturnType<KeySource['find']> = signingKeyFromPem(local.jwtKey);
    const ofFickle = new TokenVerifier(keySource({ find: () => key }));

    expect(await rejection(token, {}, ofFickle)).toBeUndefined();
    key = { reason: 'jwk-kid-mismatch', message: 'gone' };
    expect(await rejection(token, {}, ofFickle)).toBe('jwk-kid-mismatch');
  });
});

it('the verifier returns a promise only if keys must be fetched', async () => {
  const candidate = verifier.decode(token);
  if (isRejection(candidate)) throw new Error(candidate.message);

  expect(verifier.verify(candidate, {})).not.toBeInstanceOf(Promise);
  expect(verifier.verify(candidate, { issuer: 'x' })).not.toBeInstanceOf(Promise);
  const key = signingKeyFromPem(local.jwtKey);
  const slow = new TokenVerifier(keySource({ load: () => Promise.resolve(key) }));
  expect(await slow.verify(candidate, {})).toBe(candidate.jwt);
});
