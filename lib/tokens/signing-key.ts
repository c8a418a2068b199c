import { createPublicKey, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import type { DecodedJwt } from './jwt.js';

/** A public key that session tokens are verified with, and the one algorithm it is for, when it names one. */
export interface SigningKey {
  readonly keyObject: KeyObject;
  readonly alg: string | undefined;
}

/** One entry of a key set as the Backend API answers it. @see https://www.rfc-editor.org/rfc/rfc7517 */
export interface JsonWebKeyWithKid {
  readonly kid: string;
  readonly kty?: string;
  readonly n?: string;
  readonly e?: string;
  readonly alg?: string;
  readonly use?: string;
}

/** The algorithms that `@clerk/backend` knows. Clerk signs with RS256. */
const HASHES: ReadonlyMap<unknown, string> = new Map([
  ['RS256', 'sha256'],
  ['RS384', 'sha384'],
  ['RS512', 'sha512'],
]);

/** Whether a token may name this algorithm; never `none`, never a symmetric one. */
export function isSupportedAlgorithm(alg: unknown): boolean {
  return HASHES.has(alg);
}

/** Checks the signature alone, with node's synchronous RSA, which costs a sixth of WebCrypto's. */
export function hasValidSignature(token: string, { header }: DecodedJwt, key: SigningKey): boolean {
  const payloadEnd = token.lastIndexOf('.');
  const signedPart = Buffer.from(token.slice(0, payloadEnd));
  const signature = Buffer.from(token.slice(payloadEnd + 1), 'base64url');
  return verify(HASHES.get(header.alg), signedPart, key.keyObject, signature);
}

/**
 * Reads the public key of an instance from PEM.
 *
 * @param pem - SPKI or PKCS#1 PEM; line breaks may be LF, CRLF, the two characters `\n` (as `.env` files and
 *   container settings leave them) or missing altogether
 * @throws {@link ClerkConfigurationError} `jwt_key_invalid` when it is not an RSA public key
 */
export function signingKeyFromPem(pem: string): SigningKey {
  try {
    // A private key would be taken too, since node derives the public half from it.
    if (pem.includes('PRIVATE')) throw new TypeError('a private key');
    const keyObject = createPublicKey(normalizePem(pem));
    if (keyObject.asymmetricKeyType !== 'rsa') throw new TypeError('not an RSA key');
    return { keyObject, alg: 'RS256' };
  } catch {
    throw new ClerkConfigurationError(
      'jwt_key_invalid',
      'The JWT key is not an RSA public key in PEM form. Set `jwtKey` or CLERK_JWT_KEY to the "JWKS Public Key" ' +
        '(PEM) from the API keys page of the Clerk Dashboard: https://dashboard.clerk.com/~/api-keys',
    );
  }
}

/**
 * Reads one entry of a key set.
 *
 * @returns `undefined` for an entry that cannot verify session tokens, such as one for encryption
 */
export function signingKeyFromJwk(jwk: JsonWebKeyWithKid): SigningKey | undefined {
  if (jwk.kty !== 'RSA' || (jwk.use !== undefined && jwk.use !== 'sig')) return undefined;
  try {
    return {
      keyObject: createPublicKey({ key: { kty: 'RSA', n: jwk.n, e: jwk.e }, format: 'jwk' }),
      alg: jwk.alg,
    };
  } catch {
    return undefined;
  }
}

function normalizePem(pem: string): string {
  const unescaped = pem
    .trim()
    .replace(/^["']|["']$/g, '')
    .replaceAll('\\r', '')
    .replaceAll('\\n', '\n');
  const [, label, body] = /-----BEGIN ([A-Z ]+)-----([\s\S]*?)-----END \1-----/.exec(unescaped) ?? [];
  // Without its frame it is the bare base64 of the SPKI structure.
  const base64 = (body ?? unescaped).replace(/\s+/g, '');
  const lines = base64.replace(/.{1,64}/g, '$&\n');
  return `-----BEGIN ${label ?? 'PUBLIC KEY'}-----\n${lines}-----END ${label ?? 'PUBLIC KEY'}-----\n`;
}
