import { generateKeyPair, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

import { newId } from './random.js';

const generateKeyPairAsync = promisify(generateKeyPair);
const signAsync = promisify(sign);

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
  readonly privateKey: KeyObject;
}

/** The RSA key that an instance signs its tokens with, and the name the key goes by in its key set. */
export class SigningKeyPair {
  #current: KeyMaterial;

  private constructor(current: KeyMaterial) {
    this.#current = current;
  }

  /** Makes a new RSA key of 2,048 bits, the size Clerk uses. */
  static async generate(): Promise<SigningKeyPair> {
    return new SigningKeyPair(await generateKeyMaterial());
  }

  /** Puts a new key in place of this one. */
  async rotate(): Promise<void> {
    this.#current = await generateKeyMaterial();
  }

  get kid(): string {
    return this.#current.kid;
  }

  /** The public half as SPKI PEM, which is what `jwtKey` takes. */
  get publicPem(): string {
    return this.#current.publicPem;
  }

  get publicJwk(): PublicJwk {
    return this.#current.publicJwk;
  }

  /**
   * Signs any header and payload with RSASSA-PKCS1-v1_5 and SHA-256, whatever `alg` the header names.
   *
   * A JWT library would refuse the headers that break a rule (`alg: 'none'`, an unknown `crit`), and tokens with
   * those are what a verifier has to be tested with.
   */
  async sign(header: object, payload: unknown): Promise<string> {
    const signedPart = `${base64url(header)}.${base64url(payload)}`;
    const signature = await signAsync('sha256', Buffer.from(signedPart), this.#current.privateKey);
    return `${signedPart}.${signature.toString('base64url')}`;
  }
}

async function generateKeyMaterial(): Promise<KeyMaterial> {
  const { publicKey, privateKey } = await generateKeyPairAsync('rsa', { modulusLength: 2048 });
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const kid = newId('ins');
  return {
    kid,
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    publicJwk: { use: 'sig', kty: 'RSA', kid, alg: 'RS256', n, e },
    privateKey,
  };
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
