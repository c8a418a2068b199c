import { generatePrime } from 'node:crypto';
import { promisify } from 'node:util';

import { base64url } from 'jose';
import type { JWK } from 'jose';

const generatePrimeAsync = promisify<number, { bigint: true }, bigint>(generatePrime);

/** 65,537. `@clerk/backend` assumes it when it reads a PEM. */
export const EXPONENT = 'AQAB';
const EXPONENT_VALUE = 65_537n;
/** Half of the modulus. */
const PRIME_BITS = 1024;
/** Five primes are enough for ten keys. */
const FIRST_PRIMES = 5;
/** Below this number of keys, another prime is generated in the background. */
const FEW_PAIRS = 6;

type Pair = readonly [bigint, bigint];

/**
 * Pairs of primes for RSA keys; generating primes is the slow part of creating a key.
 *
 * Every two primes of the process make a key. Such keys are not secure, because two public keys with a common prime
 * reveal the private ones; in tests each key need only verify its own signatures.
 */
class PrimePairs {
  readonly #primes: bigint[] = [];
  readonly #pairs: Pair[] = [];
  #generating: Promise<unknown> | undefined;

  async take(): Promise<Pair> {
    for (;;) {
      if (this.#pairs.length < FEW_PAIRS) this.#generate();
      const pair = this.#pairs.shift();
      if (pair) return pair;
      await this.#generating;
    }
  }

  #generate(): void {
    const count = this.#primes.length === 0 ? FIRST_PRIMES : 1;
    this.#generating ??= Promise.all(Array.from({ length: count }, () => newPrime())).then(primes => {
      for (const prime of primes) this.#add(prime);
      this.#generating = undefined;
    });
  }

  #add(prime: bigint): void {
    this.#pairs.push(...this.#primes.map((other): Pair => [prime, other]));
    this.#primes.push(prime);
  }
}

const pairs = new PrimePairs();

/** Two primes that no other key of the process combines. */
export async function takePrimes(): Promise<Pair> {
  return pairs.take();
}

/** The private key of two primes. @see https://www.rfc-editor.org/rfc/rfc7518#section-6.3.2 */
export function jwkOf([p, q]: Pair): JWK {
  const d = inverse(EXPONENT_VALUE, (p - 1n) * (q - 1n));
  return {
    kty: 'RSA',
    n: encode(p * q),
    e: EXPONENT,
    d: encode(d),
    p: encode(p),
    q: encode(q),
    dp: encode(d % (p - 1n)),
    dq: encode(d % (q - 1n)),
    qi: encode(inverse(q, p)),
  };
}

/** The two highest bits are set, so that two of them make a modulus of twice the bits. */
async function newPrime(): Promise<bigint> {
  for (;;) {
    const prime = await generatePrimeAsync(PRIME_BITS, { bigint: true });
    if (prime % EXPONENT_VALUE !== 1n && prime >> BigInt(PRIME_BITS - 2) === 3n) return prime;
  }
}

/** The inverse of `value` modulo `modulus`. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [previous, remainder] = [modulus, value % modulus];
  let [previousFactor, factor] = [0n, 1n];
  while (remainder !== 0n) {
    const quotient = previous / remainder;
    [previous, remainder] = [remainder, previous - quotient * remainder];
    [previousFactor, factor] = [factor, previousFactor - quotient * factor];
  }
  return ((previousFactor % modulus) + modulus) % modulus;
}

function encode(value: bigint): string {
  const hex = value.toString(16);
  return base64url.encode(Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex'));
}
