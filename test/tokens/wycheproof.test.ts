import { createPublicKey } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { isRejection } from '../../lib/tokens/jwt.js';
import { RemoteKeySource } from '../../lib/tokens/remote-key-source.js';
import {
  hasValidSignature,
  isUnusable,
  signingKeyFromJwk,
  signingKeyFromPem,
} from '../../lib/tokens/signing-key.js';
import type { JsonWebKeyWithKid } from '../../lib/tokens/signing-key.js';
import { TokenVerifier } from '../../lib/tokens/token-verifier.js';
import { describeWithVectors, readVectors } from './wycheproof.js';
import type { WycheproofTest } from './wycheproof.js';

interface RsaGroup {
  keySize: number;
  sha: string;
  publicKeyPem: string;
  keyJwk?: JsonWebKeyWithKid;
  tests: (WycheproofTest & { msg: string; sig: string })[];
}

interface JoseGroup {
  comment: string;
  private?: unknown;
  public?: unknown;
  tests: (WycheproofTest & { jws?: unknown })[];
}

const ALGORITHMS: Record<string, string> = { 'SHA-256': 'RS256', 'SHA-384': 'RS384', 'SHA-512': 'RS512' };

describeWithVectors.each([
  'rsa_signature_2048_sha256.json',
  'rsa_signature_2048_sha384.json',
  'rsa_signature_2048_sha512.json',
  'rsa_signature_4096_sha256.json',
])('Wycheproof %s', name => {
  it('every test vector of Wycheproof has the expected result', async () => {
    const { testGroups, numberOfTests } = readVectors<RsaGroup>(name);
    const wrong: string[] = [];
    let count = 0;
    for (const { publicKeyPem, sha, tests } of testGroups) {
      const jwk = createPublicKey(publicKeyPem).export({ format: 'jwk' });
      const fromJwk = await signingKeyFromJwk({ ...jwk, kid: 'ins_1' });
      if (isUnusable(fromJwk)) throw new Error(`the key ${fromJwk.why}`);
      const keys = [signingKeyFromPem(publicKeyPem), fromJwk];
      for (const { tcId, comment, msg, sig, result } of tests) {
        count++;
        // "acceptable" is the encoding without the NULL of the algorithm's parameters (RFC 8017, A.2.4, note), which
        // OpenSSL rejects, as a strict verifier should.
        const isExpected = result === 'valid';
        for (const key of keys) {
          // The message of a vector is any bytes; a JWS signs ASCII, so the test calls the function below
          // `hasValidSignature`.
          if (verifyBytes(ALGORITHMS[sha]!, msg, sig, key) !== isExpected) wrong.push(`${tcId} ${comment}`);
        }
      }
    }

    expect(wrong).toEqual([]);
    expect(count).toBe(numberOfTests);
  });
});

/** The bytes of a message as one-byte characters, which is how the verifier reads the signed part. */
function verifyBytes(
  alg: string,
  msg: string,
  sig: string,
  key: Parameters<typeof hasValidSignature>[2],
): boolean {
  const signedPart = Buffer.from(msg, 'hex').toString('latin1');
  return hasValidSignature(`${signedPart}.${Buffer.from(sig, 'hex').toString('base64url')}`, alg, key);
}

/**
 * Valid vectors that we reject, with the reason. Any other result is that of the vector.
 */
const DELIBERATELY_REJECTED: [
  file: string,
  why: string,
  applies: (alg: string, isToken: boolean) => boolean,
][] = [
  [
    'json_web_signature.json',
    'Clerk signs with RS256; RS384 and RS512 are the only others (`@clerk/backend`)',
    alg => !['RS256', 'RS384', 'RS512'].includes(alg),
  ],
  ['json_web_signature.json', 'A token is a JWT: its payload is a JSON object', (_, isToken) => !isToken],
];

describeWithVectors('Wycheproof json_web_*.json', () => {
  it.each(['json_web_signature.json', 'json_web_key.json', 'json_web_crypto.json'])(
    '%s: accepts no invalid token and every valid one except the listed exceptions',
    async name => {
      const { testGroups } = readVectors<JoseGroup>(name);
      const accepted: string[] = [];
      const rejected: string[] = [];
      for (const group of testGroups) {
        for (const { jws, tcId, comment, result } of group.tests) {
          // Encrypted tokens, and those in JSON serialization, are not JWTs in compact form.
          if (typeof jws !== 'string') continue;
          const reason = await reasonFor(jws, keysOf(group));
          const what = `${tcId} ${group.comment} ${comment}`;
          if (result === 'invalid' && reason === undefined) accepted.push(what);
          if (result === 'valid' && reason !== undefined && !isException(jws))
            rejected.push(`${what}: ${reason}`);
        }
      }

      expect(accepted).toEqual([]);
      expect(rejected).toEqual([]);
    },
  );
});

function isException(jws: string): boolean {
  const [header = '', payload = ''] = jws.split('.');
  const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { alg: string };
  return DELIBERATELY_REJECTED.some(([, , applies]) => applies(alg, isJsonObject(payload)));
}

function isJsonObject(payload: string): boolean {
  try {
    const value: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** A key set with the group's keys. A vector without a key id uses the only key. */
function keysOf(group: JoseGroup): JsonWebKeyWithKid[] {
  const given = (group.public ?? group.private) as { keys?: JsonWebKeyWithKid[] } & JsonWebKeyWithKid;
  return given.keys ?? [given];
}

async function reasonFor(jws: string, jwks: JsonWebKeyWithKid[]): Promise<string | undefined> {
  const verifier = new TokenVerifier(new RemoteKeySource(() => Promise.resolve({ keys: jwks })));
  const candidate = verifier.decode(jws);
  if (isRejection(candidate)) return candidate.reason;
  const rejection = await verifier.verifySignature(candidate);
  return rejection?.reason;
}

describe('exceptions to the test vectors', () => {
  it('have a reason each', () => {
    for (const [, why] of DELIBERATELY_REJECTED) expect(why).not.toBe('');
  });
});
