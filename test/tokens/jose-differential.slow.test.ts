import { createHmac, generateKeyPairSync, sign } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compactVerify, importJWK } from 'jose';

import { isRejection } from '../../lib/tokens/jwt.js';
import { isUnusable, signingKeyFromJwk } from '../../lib/tokens/signing-key.js';
import type { SigningKey, UnusableKey } from '../../lib/tokens/signing-key.js';
import { TokenVerifier } from '../../lib/tokens/token-verifier.js';

const COUNT = 10_000;
const HASHES = { RS256: 'sha256', RS384: 'sha384', RS512: 'sha512' } as const;
type Algorithm = keyof typeof HASHES;

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = own.publicKey.export({ format: 'jwk' });

interface Drawn {
  alg: Algorithm | 'none' | 'HS256' | 'PS256';
  signer: 'own' | 'stranger' | 'secret' | 'none';
  /** The position of a replaced character and its replacement; -1 for none. */
  at: number;
  character: string;
  change: 'none' | 'replace' | 'insert' | 'remove' | 'truncate' | 'pad' | 'swap header';
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  alg: fc.constantFrom<Drawn['alg']>('RS256', 'RS256', 'RS256', 'RS384', 'RS512', 'none', 'HS256', 'PS256'),
  signer: fc.constantFrom<Drawn['signer']>('own', 'own', 'own', 'stranger', 'secret', 'none'),
  at: fc.nat(1000),
  character: fc.constantFrom('A', 'B', '_', '-', '.', '=', ' ', '+', '/', '\n', 'é'),
  change: fc.constantFrom<Drawn['change']>(
    ...(['none', 'none', 'none', 'replace', 'insert', 'remove', 'truncate', 'pad', 'swap header'] as const),
  ),
});

/** Signing takes longer than everything else here, so each signature is used with several claims only. */
const signedParts = new Map<string, string>();

function tokenOf({ alg, signer, at, character, change }: Drawn): string {
  const key = `${alg} ${signer} ${at % 20}`;
  const token = signedParts.get(key) ?? signed(alg, signer, at % 20);
  signedParts.set(key, token);
  const place = at % token.length;
  switch (change) {
    case 'none':
      return token;
    case 'replace':
      return token.slice(0, place) + character + token.slice(place + 1);
    case 'insert':
      return token.slice(0, place) + character + token.slice(place);
    case 'remove':
      return token.slice(0, place) + token.slice(place + 1);
    case 'truncate':
      return token.slice(0, place);
    case 'pad':
      return `${token}${'='.repeat((at % 2) + 1)}`;
    case 'swap header':
      return `${encoded({ alg: 'RS256', typ: 'JWT', at })}${token.slice(token.indexOf('.'))}`;
  }
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function signed(alg: Drawn['alg'], signer: Drawn['signer'], number: number): string {
  const signedPart = `${encoded({ alg, typ: 'JWT' })}.${encoded({ sub: `user_${number}`, name: 'Zoë' })}`;
  const hash = HASHES[alg as Algorithm] ?? 'sha256';
  const bytes = Buffer.from(signedPart);
  const signature = {
    own: () => sign(hash, bytes, own.privateKey),
    stranger: () => sign(hash, bytes, strangers.privateKey),
    secret: () =>
      createHmac(hash, own.publicKey.export({ type: 'spki', format: 'pem' }))
        .update(bytes)
        .digest(),
    none: () => Buffer.alloc(0),
  }[signer]();
  return `${signedPart}.${signature.toString('base64url')}`;
}

/** jose skips padding and unused bits, which are other encodings of the same bytes; a JWT has one (RFC 7515, 2). */
function isCanonical(token: string): boolean {
  return token.split('.').every(part => Buffer.from(part, 'base64url').toString('base64url') === part);
}

function imported(key: SigningKey | UnusableKey): SigningKey {
  if (isUnusable(key)) throw new Error(key.why);
  return key;
}

/** The result of a verifier with this one key, which has no algorithm, so that the token's is used, as in jose. */
function isValid(key: SigningKey, token: string): boolean {
  const unexpected = () => Promise.reject(new Error('not expected'));
  const verifier = new TokenVerifier({ find: () => key, load: unexpected, check: unexpected });
  const candidate = verifier.decode(token);
  if (isRejection(candidate)) return false;
  const outcome = verifier.verify(candidate, { headerType: 'JWT' });
  if (outcome instanceof Promise) throw new Error('not expected');
  // The tokens have no exp, which is checked after the signature.
  return !isRejection(outcome) || outcome.reason === 'token-verification-failed';
}

describe('signature of a token', () => {
  it(`is valid for ${COUNT} forged and valid tokens if and only if jose accepts it`, async () => {
    const joseKey = await importJWK(jwk, 'RS256');
    const keys = new Map(
      await Promise.all(Object.keys(HASHES).map(async alg => [alg, await importJWK(jwk, alg)] as const)),
    );
    const verdicts = { valid: 0, invalid: 0 };

    await fc.assert(
      fc.asyncProperty(drawn, async choice => {
        const token = tokenOf(choice);
        const expected = await compactVerify(token, header => keys.get(header.alg) ?? joseKey, {
          algorithms: Object.keys(HASHES),
        }).then(
          () => isCanonical(token),
          () => false,
        );
        // Twice: the second time, a valid token is remembered.
        const key = imported(await signingKeyFromJwk({ ...jwk, kid: 'ins_1' }));
        expect(isValid(key, token)).toBe(expected);
        expect(isValid(key, token)).toBe(expected);
        verdicts[expected ? 'valid' : 'invalid']++;
      }),
      { numRuns: COUNT },
    );

    // The draw must contain many of both.
    expect(verdicts.valid).toBeGreaterThan(COUNT / 20);
    expect(verdicts.invalid).toBeGreaterThan(COUNT / 2);
  }, 120_000);
});
