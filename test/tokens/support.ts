import { generateKeyPairSync } from 'node:crypto';

import { isRejection } from '../../lib/tokens/jwt.js';
import type { JsonWebKeyWithKid, SigningKey } from '../../lib/tokens/signing-key.js';

/** A new RSA key in the form of a key set. */
export function createJwk(kid: string, members: Partial<JsonWebKeyWithKid> = {}): JsonWebKeyWithKid {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid, ...members };
}

/** The reason of a rejection; `undefined` for a key, or if it must be fetched first. */
export function reasonOf(answer: object | undefined): string | undefined {
  return answer && isRejection(answer) ? answer.reason : undefined;
}

export function isKey(answer: object | undefined): answer is SigningKey {
  return answer !== undefined && !isRejection(answer);
}
