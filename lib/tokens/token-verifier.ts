import { LRUCache } from 'lru-cache';

import type { MaybePromise } from '../helpers/maybe-promise.js';
import type { TokenRejection } from '../errors/token-verification-error.js';
import { checkClaims } from './claim-checks.js';
import type { ClaimRequirements } from './claim-checks.js';
import { decodeJwt, isRejection } from './jwt.js';
import type { DecodedJwt } from './jwt.js';
import type { KeySource, KeysState } from './key-source.js';
import { hasValidSignature, isSupportedAlgorithm } from './signing-key.js';
import type { SigningKey } from './signing-key.js';

/** What a JWT of the instance must satisfy to be accepted. */
export interface TokenRequirements extends ClaimRequirements {
  /** Accepted `typ` values of the header. A header without `typ` passes unless this is set. @defaultValue `'JWT'` */
  headerType?: string | string[];
}

/** A JWT that says it is valid, on its way through the checks. */
export interface TokenCandidate {
  readonly token: string;
  readonly jwt: DecodedJwt;
  /** The very key whose check its signature passed, if it was checked. */
  verifiedWith: SigningKey | undefined;
}

/** In bytes, about; some nine thousand tokens of the usual length. */
const MAX_REMEMBERED = 48 * 1024 * 1024;
/** What is kept of a token: its text, its claims as text and parsed, and what is read from them. */
const sizeInMemory = (_: unknown, token: string): number => 3500 + 2 * token.length;

/**
 * Verifies the JWTs of one instance.
 *
 * A signature that was found valid is remembered with the exact token and the key, so that it is computed once;
 * everything that depends on the time, the configuration or the key set is checked on every use. Only verified
 * tokens are remembered: a stranger cannot fill the memory.
 */
export class TokenVerifier {
  readonly #keys: KeySource;
  // Without `max`, which would have it set memory aside for every instance, used or not.
  readonly #remembered = new LRUCache<string, TokenCandidate>({
    maxSize: MAX_REMEMBERED,
    sizeCalculation: sizeInMemory,
  });

  constructor(keys: KeySource) {
    this.#keys = keys;
  }

  /** Takes a token apart, which costs nothing for one that is remembered. Verifies nothing. */
  decode(token: string): TokenCandidate | TokenRejection {
    const remembered = this.#remembered.get(token);
    if (remembered) return remembered;

    const jwt = decodeJwt(token);
    return isRejection(jwt) ? jwt : { token, jwt, verifiedWith: undefined };
  }

  /**
   * Verifies the signature and every claim.
   *
   * @returns the token taken apart, or why it is refused; a promise of that only when keys must be fetched
   */
  verify(
    candidate: TokenCandidate,
    requirements: TokenRequirements,
  ): MaybePromise<DecodedJwt | TokenRejection> {
    const { kid } = candidate.jwt.header;
    const key = this.#keys.find(kid);
    if (key !== undefined) return this.#verifyWith(key, candidate, requirements);
    return this.#keys.load(kid).then(loaded => this.#verifyWith(loaded, candidate, requirements));
  }

  /**
   * Verifies the header and the signature, and no claim.
   *
   * @returns why it is refused, or `undefined` when the signature is the instance's
   */
  async verifySignature(candidate: TokenCandidate): Promise<TokenRejection | undefined> {
    const { kid } = candidate.jwt.header;
    return this.#checkSignature(this.#keys.find(kid) ?? (await this.#keys.load(kid)), candidate, undefined);
  }

  /** How it stands with the keys of the instance, having fetched them where a request would have to. */
  checkKeys(): Promise<KeysState> {
    return this.#keys.check();
  }

  #verifyWith(
    key: SigningKey | TokenRejection,
    candidate: TokenCandidate,
    requirements: TokenRequirements,
  ): DecodedJwt | TokenRejection {
    const { jwt } = candidate;
    return (
      this.#checkSignature(key, candidate, requirements.headerType) ??
      checkClaims(jwt.claims, requirements) ??
      jwt
    );
  }

  #checkSignature(
    key: SigningKey | TokenRejection,
    candidate: TokenCandidate,
    headerType: TokenRequirements['headerType'],
  ): TokenRejection | undefined {
    if (isRejection(key)) return key;
    const headerRejection = checkHeader(candidate.jwt, key, headerType);
    if (headerRejection || candidate.verifiedWith === key) return headerRejection;

    if (!hasValidSignature(candidate.token, candidate.jwt.header.alg, key)) return INVALID_SIGNATURE;
    candidate.verifiedWith = key;
    const token = ownCopyOf(candidate.token);
    const jwt = { ...candidate.jwt, encodedClaims: ownCopyOf(candidate.jwt.encodedClaims) };
    this.#remembered.set(token, { ...candidate, token, jwt });
    return undefined;
  }
}

/** A token cut from a header keeps the whole header in memory, other cookies included. A JWT is ASCII. */
function ownCopyOf(token: string): string {
  return Buffer.from(token, 'latin1').toString('latin1');
}

const INVALID_SIGNATURE: TokenRejection = {
  reason: 'token-invalid-signature',
  message: 'The signature of the token is not valid.',
};

/** The algorithm is the key's to decide, not the token's (RFC 8725, section 3.1). */
function checkHeader(
  jwt: DecodedJwt,
  key: SigningKey,
  headerType: TokenRequirements['headerType'],
): TokenRejection | undefined {
  const { typ, alg, crit } = jwt.header;
  // Clerk sets none, and who does not know a critical extension must refuse the token (RFC 7515, section 4.1.11).
  if (crit !== undefined)
    return {
      reason: 'token-invalid',
      message: 'The token has critical extensions (crit), and none is known.',
    };
  if ((typ !== undefined || headerType !== undefined) && !isOneOf(typ, headerType ?? 'JWT')) {
    return { reason: 'token-invalid', message: 'The type of the token (typ) is not accepted.' };
  }
  if (!isSupportedAlgorithm(alg)) {
    return {
      reason: 'token-invalid-algorithm',
      message: 'The algorithm of the token (alg) is not one that Clerk signs with.',
    };
  }
  if (key.alg !== undefined && key.alg !== alg) {
    return {
      reason: 'token-verification-failed',
      message: 'The algorithm of the token (alg) is not the one its key is for.',
    };
  }
  return undefined;
}

function isOneOf(value: unknown, accepted: string | string[]): boolean {
  return typeof accepted === 'string' ? value === accepted : accepted.includes(value as string);
}
