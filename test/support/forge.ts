import { createHmac, generateKeyPairSync, sign } from 'node:crypto';

/** A key that no instance has, in the form of a key set. */
export const STRANGER = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const STRANGERS_JWK = STRANGER.publicKey.export({ format: 'jwk' });

/** Bytes as a part of a JWT: a string unchanged, any other value as JSON. */
export function part(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
}

/** A JWT with a signature of another key, with a given signature, or without one. */
export function forgeJwt(
  header: unknown,
  claims: unknown,
  signature: (signedPart: string) => Buffer = signedByStranger,
): string {
  const signedPart = `${part(header)}.${part(claims)}`;
  return `${signedPart}.${signature(signedPart).toString('base64url')}`;
}

function signedByStranger(signedPart: string): Buffer {
  return sign('sha256', Buffer.from(signedPart), STRANGER.privateKey);
}

export function signedBySecret(secret: string): (signedPart: string) => Buffer {
  return signedPart => createHmac('sha256', secret).update(signedPart).digest();
}

export function notSigned(): Buffer {
  return Buffer.alloc(0);
}
