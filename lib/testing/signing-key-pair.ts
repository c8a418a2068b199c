import { webcrypto } from 'node:crypto';

import { base64url, exportSPKI, importJWK, SignJWT } from 'jose';
import type { CryptoKey, JWK, JWTHeaderParameters, JWTPayload } from 'jose';

import { newId } from './random.js';
import { EXPONENT, jwkOf, takePrimes } from './rsa-primes.js';

const ALGORITHM = 'RS256';
/** The public half of an instance's key as its key set holds it. @see https://www.rfc-editor.org/rfc/rfc7517 */
export interface PublicJwk {
  readonly use: 'sig';
  readonly kty: 'RSA';
  readonly kid: string;
  readonly alg: 'RS256';
  readonly n: string;
  readonly e: string;
}

interface KeyMaterial {
  readonly kid: string;
  readonly publicPem: string;
  readonly publicJwk: PublicJwk;
  readonly privateKey: CryptoKey;
}

/** The RSA key that an instance signs its tokens with, and its id in the key set. */
export class SigningKeyPair {
  #current: KeyMaterial;

  private constructor(current: KeyMaterial) {
    this.#current = current;
  }

  /** Makes a new RSA key of 2,048 bits, the size Clerk uses. The first of a process takes a tenth of a second. */
  static async generate(): Promise<SigningKeyPair> {
    return new SigningKeyPair(await generateKeyMaterial());
  }

  /** Replaces the key. */
  async rotate(): Promise<void> {
    this.#current = await generateKeyMaterial();
  }

  get kid(): string {
    return this.#current.kid;
  }

  /** The public half as SPKI PEM, the form of the option `jwtKey`. */
  get publicPem(): string {
    return this.#current.publicPem;
  }

  get publicJwk(): PublicJwk {
    return this.#current.publicJwk;
  }

  /**
   * Signs a header and a payload, by jose; a token that jose rejects is forged.
   *
   * The signature is RSASSA-PKCS1-v1_5 with SHA-256, whatever `alg` the header names.
   */
  async sign(header: object, payload: unknown): Promise<string> {
    const { privateKey } = this.#current;
    if (!isSignable(header, payload)) return forgeJwt(privateKey, header, payload);
    return new SignJWT(payload as JWTPayload)
      .setProtectedHeader(header as JWTHeaderParameters)
      .sign(privateKey);
  }
}

/** Whether jose signs such a token: it rejects other algorithms, critical parameters and payloads that are no claims. */
function isSignable(header: object, payload: unknown): boolean {
  const { alg, crit, b64 } = header as Partial<JWTHeaderParameters>;
  const isClaims = typeof payload === 'object' && payload !== null && !Array.isArray(payload);
  return alg === ALGORITHM && crit === undefined && b64 === undefined && isClaims;
}

/**
 * A token that breaks a rule (`alg: 'none'`, an unknown `crit`), which jose rightly rejects and a verifier has to be
 * tested with: written with jose's base64url, and signed with the key that jose imported.
 */
async function forgeJwt(privateKey: CryptoKey, header: object, payload: unknown): Promise<string> {
  const signedPart = `${base64url.encode(JSON.stringify(header))}.${base64url.encode(JSON.stringify(payload))}`;
  const signature = await webcrypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, Buffer.from(signedPart));
  return `${signedPart}.${base64url.encode(new Uint8Array(signature))}`;
}

async function generateKeyMaterial(): Promise<KeyMaterial> {
  const privateJwk = jwkOf(await takePrimes());
  const { n = '' } = privateJwk;
  const publicKey = await importKey({ kty: 'RSA', n, e: EXPONENT });
  const kid = newId('ins');
  return {
    kid,
    publicPem: await exportSPKI(publicKey),
    publicJwk: { use: 'sig', kty: 'RSA', kid, alg: ALGORITHM, n, e: EXPONENT },
    privateKey: await importKey(privateJwk),
  };
}

async function importKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, ALGORITHM, { extractable: true });
  if (key instanceof Uint8Array) throw new TypeError('An RSA key was imported as a secret.');
  return key;
}
