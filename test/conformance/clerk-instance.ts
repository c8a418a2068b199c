import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

const signInThreadPool = promisify(sign);

export type InstanceType = 'development' | 'production';

/** The algorithms with which a drawn token may be signed, for any `alg` in its header. */
export type SigningAlgorithm = 'RS256' | 'RS384' | 'RS512' | 'HS256';

const DIGESTS = { RS256: 'RSA-SHA256', RS384: 'RSA-SHA384', RS512: 'RSA-SHA512' } as const;

/**
 * A Clerk instance for drawn requests: its keys, and signatures of any bytes. It is independent of
 * `nest-clerk/testing`, so that a mistake there cannot hide itself here.
 */
export class ClerkInstance {
  readonly publishableKey: string;
  readonly secretKey: string;
  /** Of a machine of the instance; the Backend API may replace it by one of its own. */
  machineSecretKey: string;
  /** The suffix of the instance's cookies: `__session_<suffix>`. */
  readonly cookieSuffix: string;
  readonly issuer: string;
  /** The public key, PEM (SPKI): the option `jwtKey`. */
  readonly jwtKey: string;
  readonly jwk: JsonWebKey & { kid: string };
  private readonly privateKey: KeyObject;

  constructor(
    readonly type: InstanceType,
    readonly frontendApi: string,
    readonly kid: string,
  ) {
    const mode = type === 'production' ? 'live' : 'test';
    this.publishableKey = `pk_${mode}_${Buffer.from(`${frontendApi}$`).toString('base64')}`;
    this.secretKey = `sk_${mode}_${kid}`;
    this.machineSecretKey = `ak_${kid}`;
    this.cookieSuffix = createHash('sha1').update(this.publishableKey).digest('base64url').slice(0, 8);
    this.issuer = `https://${frontendApi}`;
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.privateKey = privateKey;
    this.jwtKey = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    this.jwk = { ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid };
  }

  /** The private key, for a Backend API that signs too. */
  get privateJwk(): JsonWebKey & { kid: string } {
    return { ...this.privateKey.export({ format: 'jwk' }), kid: this.kid };
  }

  async sign(signingInput: string, algorithm: SigningAlgorithm = 'RS256'): Promise<string> {
    if (algorithm === 'HS256') {
      return createHmac('sha256', this.jwtKey).update(signingInput).digest('base64url');
    }
    const signature = await signInThreadPool(DIGESTS[algorithm], Buffer.from(signingInput), this.privateKey);
    return signature.toString('base64url');
  }
}

/** `authority` is the instance under test; tokens of `neighbour` and `attacker` must be rejected. */
export interface ClerkInstances {
  development: ClerkInstance;
  production: ClerkInstance;
  /** Another app's instance: honest, and served by the same Backend API. */
  neighbour: ClerkInstance;
  attacker: ClerkInstance;
}

export function createInstances(): ClerkInstances {
  return {
    development: new ClerkInstance('development', 'happy-koala-42.clerk.accounts.dev', 'ins_development'),
    production: new ClerkInstance('production', 'clerk.shop.example', 'ins_production'),
    neighbour: new ClerkInstance('production', 'clerk.neighbour.example', 'ins_neighbour'),
    attacker: new ClerkInstance('production', 'clerk.attacker.example', 'ins_attacker'),
  };
}
