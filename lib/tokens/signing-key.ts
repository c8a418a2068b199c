import { createPublicKey, KeyObject, verify } from 'node:crypto';

import { importJWK } from 'jose';
import type { CryptoKey } from 'jose';

import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import { keyMistake } from '../errors/key-mistake.js';
import { weaknessOf } from './rsa-key-strength.js';

/** A public key that verifies the JWTs of an instance, and its algorithm, if it names one. */
export interface SigningKey {
  readonly keyObject: KeyObject;
  readonly alg: string | undefined;
}

/** One entry of a key set of the Backend API. @see https://www.rfc-editor.org/rfc/rfc7517 */
export interface JsonWebKeyWithKid {
  readonly kid: string;
  readonly kty?: string;
  readonly n?: string;
  readonly e?: string;
  readonly alg?: string;
  readonly use?: string;
  readonly key_ops?: readonly string[];
}

/** The algorithms that `@clerk/backend` supports. Clerk signs with RS256. */
const HASHES: ReadonlyMap<unknown, string> = new Map([
  ['RS256', 'sha256'],
  ['RS384', 'sha384'],
  ['RS512', 'sha512'],
]);

/** Whether the header of a token may name this algorithm; never `none`, never a symmetric one. */
export function isSupportedAlgorithm(alg: unknown): boolean {
  return HASHES.has(alg);
}

/**
 * Verifies the signature of a compact JWS, and no claim.
 *
 * By `node:crypto` on a checked key and not by jose's `compactVerify`, which takes twice the CPU time; synchronously
 * and not with a callback, which takes more CPU time: `npm run bench:verify`, with figures in docs/performance.md. jose
 * is the judge in test/tokens/jose-differential.slow.test.ts.
 *
 * @param token - three base64url parts joined by dots
 * @param alg - the algorithm that the header names; one for which {@link isSupportedAlgorithm} holds
 */
export function hasValidSignature(token: string, alg: unknown, { keyObject }: SigningKey): boolean {
  const payloadEnd = token.lastIndexOf('.');
  // A JWS in compact form is ASCII.
  const signedPart = Buffer.from(token.slice(0, payloadEnd), 'latin1');
  const signature = Buffer.from(token.slice(payloadEnd + 1), 'base64url');
  return verify(HASHES.get(alg), signedPart, keyObject, signature);
}

/**
 * Reads the public key of an instance from PEM.
 *
 * By `node:crypto`, because jose imports keys only asynchronously, and a wrong key must stop the start of the
 * application, in the synchronous `clerkMiddleware({ jwtKey })` too.
 *
 * @param pem - SPKI or PKCS#1 PEM; line breaks may be LF, CRLF, the two characters `\n` (as `.env` files and
 *   container settings leave them) or missing
 * @throws {@link ClerkConfigurationError} `jwt_key_invalid` for anything but an RSA public key of 2,048 bits or more
 */
export function signingKeyFromPem(pem: string): SigningKey {
  const mistake = keyMistake(pem, 'jwt');
  if (mistake !== undefined) throw invalidJwtKey(mistake);
  // A private key would be accepted too, since node derives the public half from it.
  if (pem.includes('PRIVATE')) throw invalidJwtKey('it is a private key');
  let keyObject: KeyObject;
  try {
    keyObject = createPublicKey(normalizePem(pem));
  } catch {
    throw invalidJwtKey(malformationOf(pem));
  }
  const weakness = weaknessOf(keyObject);
  if (weakness !== undefined) throw invalidJwtKey(`it ${weakness}`);
  return { keyObject, alg: 'RS256' };
}

function invalidJwtKey(why: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'jwt_key_invalid',
    `The JWT key is not valid: ${why}. Set \`jwtKey\` or CLERK_JWT_KEY to the "JWKS Public Key" (PEM) from the API ` +
      'keys page of the Clerk Dashboard: https://dashboard.clerk.com/~/api-keys',
  );
}

/** What is wrong with PEM that cannot be read and has none of the usual mistakes. */
function malformationOf(pem: string): string {
  const hasBegin = pem.includes('-----BEGIN');
  if (hasBegin !== pem.includes('-----END')) {
    return (
      `it is truncated: the line \`-----${hasBegin ? 'END' : 'BEGIN'} PUBLIC KEY-----\` is missing. In a .env file, put the ` +
      'value in quotation marks, or write its line breaks as \\n'
    );
  }
  const isTruncated = hasBegin || /^MI[A-Za-z\d+/=\s]+$/.test(pem.trim());
  return isTruncated
    ? 'it is truncated or changed: the part in base64 is not a public key'
    : 'it is not a public key in PEM form';
}

/** An entry of a key set that cannot verify JWTs of the instance, and why; `why` continues a sentence after "it". */
export interface UnusableKey {
  readonly why: string;
}

/** Distinguishes an unusable entry from a key. */
export function isUnusable(entry: SigningKey | UnusableKey): entry is UnusableKey {
  return 'why' in entry;
}

/**
 * Reads one entry of a key set.
 *
 * @returns the key; or why the entry is unusable, such as a key for encryption or a weak one; never rejects
 */
export async function signingKeyFromJwk(jwk: JsonWebKeyWithKid): Promise<SigningKey | UnusableKey> {
  if (typeof jwk !== 'object' || jwk === null) return { why: 'is not a JSON object' };
  const purposeMismatch = purposeMismatchOf(jwk);
  if (purposeMismatch !== undefined) return { why: purposeMismatch };
  const { kty, n, e, alg } = jwk;
  let keyObject: KeyObject;
  try {
    // Only the public members: the others do not concern a verifier. jose requires an algorithm, which the key object
    // does not store.
    const key = (await importJWK({ kty, n, e }, alg ?? 'RS256')) as CryptoKey;
    keyObject = KeyObject.from(key);
  } catch {
    return { why: 'is not a complete RSA public key' };
  }
  const weakness = weaknessOf(keyObject);
  return weakness === undefined ? { keyObject, alg } : { why: weakness };
}

/** `use`, `key_ops` and `alg` bind a key to one purpose (RFC 7517, sections 4.2 to 4.4). */
function purposeMismatchOf({ kty, use, key_ops, alg }: JsonWebKeyWithKid): string | undefined {
  if (kty !== 'RSA') return 'is not an RSA key';
  if (use !== undefined && use !== 'sig') return 'is not for signatures (use)';
  if (key_ops !== undefined && !(Array.isArray(key_ops) && key_ops.includes('verify'))) {
    return 'is not for verifying signatures (key_ops)';
  }
  if (alg !== undefined && !isSupportedAlgorithm(alg)) return 'is for another algorithm than RS256 (alg)';
  return undefined;
}

function normalizePem(pem: string): string {
  const unescaped = pem
    .trim()
    .replace(/^["']|["']$/g, '')
    .replaceAll('\\r', '')
    .replaceAll('\\n', '\n');
  const [, label, body] = /-----BEGIN ([A-Z ]+)-----([\s\S]*?)-----END \1-----/.exec(unescaped) ?? [];
  // Without its PEM frame it is the base64 of the SPKI structure.
  const base64 = (body ?? unescaped).replace(/\s+/g, '');
  const lines = base64.replace(/.{1,64}/g, '$&\n');
  return `-----BEGIN ${label ?? 'PUBLIC KEY'}-----\n${lines}-----END ${label ?? 'PUBLIC KEY'}-----\n`;
}
