import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import { ClerkConfigurationError } from 'nest-clerk';

import { isUnusable, signingKeyFromJwk, signingKeyFromPem } from '../../lib/tokens/signing-key.js';
import type { SigningKey, UnusableKey } from '../../lib/tokens/signing-key.js';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ellipticKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
const pssKey = generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).publicKey;
const PEM = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const BARE = PEM.replace(/-----[A-Z ]+-----|\n/g, '');

describe('signingKeyFromPem', () => {
  it.each([
    ['in the form of the Dashboard', PEM],
    ['with CRLF', PEM.replaceAll('\n', '\r\n')],
    ['with \\n as line breaks', PEM.replaceAll('\n', '\\n')],
    ['with \\r\\n as line breaks', PEM.replaceAll('\n', '\\r\\n')],
    ['in double quotes', `"${PEM.replaceAll('\n', '\\n')}"`],
    ['in single quotes', `'${PEM}'`],
    ['on one line', PEM.replaceAll('\n', '')],
    ['on one line with spaces as line breaks', PEM.replaceAll('\n', ' ')],
    ['with white space around it', `\n  ${PEM}\n\n`],
    ['as bare base64', BARE],
    ['as bare base64 in lines', BARE.replace(/.{64}/g, '$&\n')],
    ['as PKCS#1', publicKey.export({ type: 'pkcs1', format: 'pem' }).toString()],
  ])('reads a PEM %s', (_how, pem) => {
    const key = signingKeyFromPem(pem);

    expect(key.keyObject.equals(publicKey)).toBe(true);
    expect(key.alg).toBe('RS256');
  });

  it('reads a key whose base64 ends at a line break', () => {
    // The length of the base64 of a key of 2,384 bits is a multiple of 64.
    const long = generateKeyPairSync('rsa', { modulusLength: 2384 }).publicKey;
    const pem = long.export({ type: 'spki', format: 'pem' }).toString();

    expect(pem).toMatch(/^.{64}\n-----END/m);
    expect(signingKeyFromPem(pem).keyObject.equals(long)).toBe(true);
  });

  it.each([
    ['a private key', pemOf(privateKey, 'pkcs8'), /private key/],
    ['a PKCS#1 private key', pemOf(privateKey, 'pkcs1'), /private key/],
    ['an elliptic-curve key', pemOf(ellipticKey, 'spki'), /not an RSA key/],
    ['an RSA-PSS key', pemOf(pssKey, 'spki'), /not an RSA key/],
    ['a key of 1,024 bits', pemOf(rsaKey(modulus(1024)), 'spki'), /1024 bits/],
    ['a key of 2,047 bits', pemOf(rsaKey(modulus(2047)), 'spki'), /2047 bits/],
    ['a key of 20,000 bits', pemOf(rsaKey(modulus(20_000)), 'spki'), /20000 bits/],
    ['a public exponent of 1', pemOf(rsaKey(modulus(2048), 1n), 'spki'), /exponent/],
    ['an even public exponent', pemOf(rsaKey(modulus(2048), 65_536n), 'spki'), /exponent/],
    ['a public exponent of 65 bits', pemOf(rsaKey(modulus(2048), (1n << 64n) + 1n), 'spki'), /exponent/],
    ['an even modulus', pemOf(rsaKey(modulus(2048) - 1n), 'spki'), /even modulus/],
    ['a truncated key', PEM.slice(0, 200), /PEM/],
    ['a secret key', 'sk_test_4eC39HqLyjWDarjtT1zdp7dc', /PEM/],
    ['any string', 'not a key', /PEM/],
  ])('rejects %s with the reason and without any part of the key', (_what, pem, why) => {
    const read = () => signingKeyFromPem(pem);
    const excerpt = pem
      .replace(/-----[A-Z ]+-----/, '')
      .trim()
      .slice(0, 20);

    expect(read).toThrow(ClerkConfigurationError);
    expect(read).toThrow(expect.objectContaining({ code: 'jwt_key_invalid' }));
    expect(read).toThrow(why);
    expect(read).toThrow(/CLERK_JWT_KEY/);
    expect(read).not.toThrow(excerpt);
  });
});

describe('signingKeyFromJwk', () => {
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'ins_1' };

  it('reads an RSA key for the algorithm that it names', async () => {
    const key = keyOf(await signingKeyFromJwk({ ...jwk, alg: 'RS256', use: 'sig', key_ops: ['verify'] }));

    expect(key.keyObject.equals(publicKey)).toBe(true);
    expect(key.alg).toBe('RS256');
  });

  it('reads only the public half of a private key', async () => {
    const key = keyOf(await signingKeyFromJwk({ ...privateKey.export({ format: 'jwk' }), kid: 'ins_1' }));

    expect(key.keyObject.type).toBe('public');
  });

  it.each([
    ['a key for encryption (use)', { ...jwk, use: 'enc' }, /use/],
    ['a use that is not a string', { ...jwk, use: null }, /use/],
    ['a key for encryption (key_ops)', { ...jwk, key_ops: ['encrypt'] }, /key_ops/],
    ['key_ops that are not a list', { ...jwk, key_ops: 'verify' }, /key_ops/],
    ['a key for another algorithm', { ...jwk, alg: 'PS256' }, /alg/],
    ['a key for RSA encryption', { ...jwk, alg: 'RSA-OAEP' }, /alg/],
    ['a key of 1,024 bits', { ...rsaJwk(modulus(1024)), kid: 'ins_1' }, /1024 bits/],
    ['a public exponent of 1', { ...rsaJwk(modulus(2048), 1n), kid: 'ins_1' }, /exponent|complete/],
    ['an elliptic-curve key', { ...ellipticKey.export({ format: 'jwk' }), kid: 'ins_1' }, /not an RSA/],
    ['a symmetric key', { kty: 'oct', k: 'c2VjcmV0', kid: 'ins_1' }, /not an RSA/],
    ['a key without a modulus', { kty: 'RSA', e: 'AQAB', kid: 'ins_1' }, /complete/],
    ['a modulus that is a number', { kty: 'RSA', n: 5, e: 'AQAB', kid: 'ins_1' }, /complete|bits/],
    ['an entry without members', { kid: 'ins_1' }, /not an RSA/],
    ['null', null, /object/],
  ])('rejects %s', async (_what, entry, why) => {
    const unusable = await signingKeyFromJwk(entry as never);

    expect(isUnusable(unusable) && unusable.why).toMatch(why);
  });
});

/** An odd number with this number of bits; not a product of two primes, which these tests do not need. */
function modulus(bits: number): bigint {
  return (1n << BigInt(bits - 1)) + 12_345n;
}

function rsaJwk(n: bigint, e = 65_537n): { kty: 'RSA'; n: string; e: string } {
  return { kty: 'RSA', n: base64url(n), e: base64url(e) };
}

function base64url(number: bigint): string {
  const hex = number.toString(16);
  return Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex').toString('base64url');
}

function rsaKey(n: bigint, e?: bigint): KeyObject {
  return createPublicKey({ key: rsaJwk(n, e), format: 'jwk' });
}

function pemOf(key: KeyObject, type: 'spki' | 'pkcs1' | 'pkcs8'): string {
  return key.export({ type, format: 'pem' }).toString();
}

function keyOf(entry: SigningKey | UnusableKey): SigningKey {
  if (isUnusable(entry)) throw new Error(entry.why);
  return entry;
}
