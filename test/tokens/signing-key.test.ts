import { generateKeyPairSync } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import { ClerkConfigurationError } from 'nest-clerk';

import { signingKeyFromJwk, signingKeyFromPem } from '../../lib/tokens/signing-key.js';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ellipticKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
const PEM = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const BARE = PEM.replace(/-----[A-Z ]+-----|\n/g, '');

describe('signingKeyFromPem', () => {
  it.each([
    ['as the Dashboard shows it', PEM],
    ['with CRLF', PEM.replaceAll('\n', '\r\n')],
    ['with \\n for its line breaks', PEM.replaceAll('\n', '\\n')],
    ['with \\r\\n for its line breaks', PEM.replaceAll('\n', '\\r\\n')],
    ['in double quotes', `"${PEM.replaceAll('\n', '\\n')}"`],
    ['in single quotes', `'${PEM}'`],
    ['in one line', PEM.replaceAll('\n', '')],
    ['in one line with blanks for its line breaks', PEM.replaceAll('\n', ' ')],
    ['with white space around it', `\n  ${PEM}\n\n`],
    ['as bare base64', BARE],
    ['as bare base64 in lines', BARE.replace(/.{64}/g, '$&\n')],
    ['as PKCS#1', publicKey.export({ type: 'pkcs1', format: 'pem' }).toString()],
  ])('reads the key %s', (_how, pem) => {
    const key = signingKeyFromPem(pem);

    expect(key.keyObject.equals(publicKey)).toBe(true);
    expect(key.alg).toBe('RS256');
  });

  it('reads a key whose base64 fills its lines', () => {
    const small = generateKeyPairSync('rsa', { modulusLength: 512 }).publicKey;
    const pem = small.export({ type: 'spki', format: 'pem' }).toString();

    expect(pem).toMatch(/^.{64}\n.{64}\n---/m);
    expect(signingKeyFromPem(pem).keyObject.equals(small)).toBe(true);
  });

  it.each([
    ['a private key', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['a PKCS#1 private key', privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()],
    ['the key of another algorithm', ellipticKey.export({ type: 'spki', format: 'pem' }).toString()],
    ['a key cut short', PEM.slice(0, 200)],
    ['a secret key', 'sk_test_4eC39HqLyjWDarjtT1zdp7dc'],
    ['any text', 'not a key'],
  ])('refuses %s, and repeats nothing of it', (_what, pem) => {
    const read = () => signingKeyFromPem(pem);
    const excerpt = pem
      .replace(/-----[A-Z ]+-----/, '')
      .trim()
      .slice(0, 20);

    expect(read).toThrow(ClerkConfigurationError);
    expect(read).toThrow(expect.objectContaining({ code: 'jwt_key_invalid' }));
    expect(read).toThrow(/CLERK_JWT_KEY/);
    expect(read).not.toThrow(excerpt);
  });
});

describe('signingKeyFromJwk', () => {
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'ins_1' };

  it('reads an RSA key with the algorithm that it is for', () => {
    const key = signingKeyFromJwk({ ...jwk, alg: 'RS256', use: 'sig' });

    expect(key?.keyObject.equals(publicKey)).toBe(true);
    expect(key?.alg).toBe('RS256');
  });

  it('reads the public half alone of what has a private one', () => {
    const key = signingKeyFromJwk({ ...privateKey.export({ format: 'jwk' }), kid: 'ins_1' });

    expect(key?.keyObject.type).toBe('public');
  });

  it.each([
    ['a key for encryption', { ...jwk, use: 'enc' }],
    ['an elliptic-curve key', { ...ellipticKey.export({ format: 'jwk' }), kid: 'ins_1' }],
    ['a symmetric key', { kty: 'oct', k: 'c2VjcmV0', kid: 'ins_1' }],
    ['a key without a modulus', { kty: 'RSA', e: 'AQAB', kid: 'ins_1' }],
    ['a modulus that is a number', { kty: 'RSA', n: 5, e: 'AQAB', kid: 'ins_1' }],
    ['an entry without anything', { kid: 'ins_1' }],
  ])('passes over %s', (_what, entry) => {
    expect(signingKeyFromJwk(entry as never)).toBeUndefined();
  });
});
