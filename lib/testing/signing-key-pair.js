import { generateKeyPair, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { newId } from './random.js';
const generateKeyPairAsync = promisify(generateKeyPair);
const signAsync = promisify(sign);
/** The RSA key that an instance signs its tokens with, and the name the key goes by in its key set. */
export class SigningKeyPair {
  kid = newId('ins');
  /** The public half as SPKI PEM, which is what `jwtKey` takes. */
  publicPem;
  publicJwk;
  #privateKey;
  constructor(publicKey, privateKey) {
    this.publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
    this.publicJwk = { use: 'sig', kty: 'RSA', kid: this.kid, alg: 'RS256', n, e };
    this.#privateKey = privateKey;
  }
  /** Makes a new RSA key of 2,048 bits, the size Clerk uses. */
  static async generate() {
    const { publicKey, privateKey } = await generateKeyPairAsync('rsa', { modulusLength: 2048 });
    return new SigningKeyPair(publicKey, privateKey);
  }
  /**
   * Signs any header and payload with RSASSA-PKCS1-v1_5 and SHA-256, whatever `alg` the header names.
   *
   * A JWT library would refuse the headers that break a rule (`alg: 'none'`, an unknown `crit`), and tokens with
   * those are what a verifier has to be tested with.
   */
  async sign(header, payload) {
    const signedPart = `${base64url(header)}.${base64url(payload)}`;
    const signature = await signAsync('sha256', Buffer.from(signedPart), this.#privateKey);
    return `${signedPart}.${signature.toString('base64url')}`;
  }
}
function base64url(value) {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
