import { webcrypto } from 'node:crypto';

import { base64url, exportSPKI, importJWK, SignJWT } from 'jose';
import type { CryptoKey, JWK, JWTHeaderParameters, JWTPayload } from 'jose';

import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import { newId } from './random.js';
import { EXPONENT, jwkOf, takePrimes } from './rsa-primes.js';

const ALGORITHM = 'RS256';
/** The public key of an instance in the form of its key set. @see https://www.rfc-editor.org/rfc/rfc7517 */
export interface PublicJwk {
  readonly use: 'sig';
  readonly kty: 'RSA';
  readonly kid: string;
  readonly alg: 'RS256';
  readonly n: string;
  readonly e: string;
}

/**
 * A private key of an instance, with all members of an RSA private key.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7518#section-6.3
 */
export interface LocalSigningKey {
  /** The id of the key, as in the `kid` of a token's header. */
  readonly kid: string;
  readonly kty?: string;
  readonly n?: string;
  readonly e?: string;
  readonly d?: string;
  readonly p?: string;
  readonly q?: string;
  readonly dp?: string;
  readonly dq?: string;
  readonly qi?: string;
}

interface KeyMaterial {
  readonly kid: string;
  readonly publicPem: string;
  readonly publicJwk: PublicJwk;
  readonly privateKey: CryptoKey;
}

/** The RSA key of an instance for its tokens, and its id in the key set. */
export class SigningKeyPair {
  #current: KeyMaterial;

  private constructor(current: KeyMaterial) {
    this.#current = current;
  }

  /** Generates an RSA key of 2,048 bits, the size that Clerk uses. The first of a process takes a tenth of a second. */
  static async generate(): Promise<SigningKeyPair> {
    return new SigningKeyPair(await generateKeyMaterial());
  }

  /**
   * Takes over a private key.
   *
   * @throws {@link ClerkConfigurationError} `option_invalid` for anything but an RSA private key with a `kid`
   */
  static async of(jwk: LocalSigningKey): Promise<SigningKeyPair> {
    const { kid, kty, n, e, d } = jwk;
    const isRsaKey = kty === 'RSA' && [kid, n, e, d].every(member => typeof member === 'string');
    const material = isRsaKey ? await keyMaterialOf(jwk, kid).catch(() => undefined) : undefined;
    if (material) return new SigningKeyPair(material);
    throw new ClerkConfigurationError(
      'option_invalid',
      "LocalClerk's signingKey is an RSA private key as JWK, with a 'kid'.",
    );
  }

  /** Replaces the key. */
  async rotate(): Promise<void> {
    this.#current = await generateKeyMaterial();
  }

  get kid(): string {
    return this.#current.kid;
  }

  /** The public key as SPKI PEM, for the option `jwtKey`. */
  get publicPem(): string {
    return this.#current.publicPem;
  }

  get publicJwk(): PublicJwk {
    return this.#current.publicJwk;
  }

  /**
   * Signs a header and a payload by jose; a token that jose rejects is forged.
   *
   * The signature is RSASSA-PKCS1-v1_5 with SHA-256, for any `alg` in the header.
   */
  async sign(header: object, payload: unknown): Promise<string> {
    const { privateKey } = this.#current;
    if (!isSignable(header, payload)) return forgeJwt(privateKey, header, payload);
    return new SignJWT(payload as JWTPayload)
      .setProtectedHeader(header as JWTHeaderParameters)
      .sign(privateKey);
  }
}

/**
 * Whether jose signs such a token: it rejects other algorithms, critical parameters and payloads that are not claims.
 */
function isSignable(header: object, payload: unknown): boolean {
  const { alg, crit, b64 } = header as Partial<JWTHeaderParameters>;
  const isClaims = typeof payload === 'object' && payload !== null && !Array.isArray(payload);
  return alg === ALGORITHM && crit === undefined && b64 === undefined && isClaims;
}

/**
 * Creates a token that breaks a rule (`alg: 'none'`, an unknown `crit`), which jose rightly does not sign and a
 * verifier must reject: encoded with jose's base64url, and signed with the key that jose imported.
 */
async function forgeJwt(privateKey: CryptoKey, header: object, payload: unknown): Promise<string> {
  const signedPart = `${base64url.encode(JSON.stringify(header))}.${base64url.encode(JSON.stringify(payload))}`;
  const signature = await webcrypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, Buffer.from(signedPart));
  return `${signedPart}.${base64url.encode(new Uint8Array(signature))}`;
}

async function generateKeyMaterial(): Promise<KeyMaterial> {
  return keyMaterialOf({ ...jwkOf(await takePrimes()) }, newId('ins'));
}

async function keyMaterialOf(privateJwk: JWK, kid: string): Promise<KeyMaterial> {
  const { n = '', e = EXPONENT } = privateJwk;
  return {
    kid,
    publicPem: await exportSPKI(await importKey({ kty: 'RSA', n, e })),
    publicJwk: { use: 'sig', kty: 'RSA', kid, alg: ALGORITHM, n, e },
    privateKey: await importKey(privateJwk),
  };
}

async function importKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, ALGORITHM, { extractable: true });
  if (key instanceof Uint8Array) throw new TypeError('An RSA key was imported as a secret.');
  return key;
}
