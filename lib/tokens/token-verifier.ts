import { BoundedCache } from '../helpers/bounded-cache.js';
import type { MaybePromise } from '../helpers/maybe-promise.js';
import type { TokenRejection } from '../errors/token-verification-error.js';
import { checkClaims } from './claim-checks.js';
import type { ClaimRequirements } from './claim-checks.js';
import { decodeJwt, isRejection } from './jwt.js';
import type { DecodedJwt } from './jwt.js';
import { jsonExtent, MAX_DEPTH_OF_CLAIMS } from './json-extent.js';
import type { KeySource, KeysState } from './key-source.js';
import { hasValidSignature, isSupportedAlgorithm } from './signing-key.js';
import type { SigningKey } from './signing-key.js';

/** The requirements for a JWT of the instance. */
export interface TokenRequirements extends ClaimRequirements {
  /**
   * The accepted `typ` values of the header. A header without `typ` is accepted unless this is set. @defaultValue
   * `'JWT'`
   */
  headerType?: string | readonly string[];
}

/** A decoded JWT during its verification. */
export interface TokenCandidate {
  readonly token: string;
  readonly jwt: DecodedJwt;
  /** The key that verified the signature, if it was verified. */
  verifiedWith: SigningKey | undefined;
  /** The accepted `typ` that the header was checked for when the signature was verified. */
  verifiedHeaderType: TokenRequirements['headerType'];
}

/**
 * In bytes, for the whole process: 6,000 to 12,000 tokens of usual length, because {@link jsonExtent} estimates from above. In
 * the heap they take less than half of it (`npm run bench:memory`).
 */
const MAX_REMEMBERED_BYTES = 48 * 1024 * 1024;

/**
 * The candidate, the decoded token, the data that `lib/authorization` reads from it, and their entries in two
 * generations.
 */
const BYTES_PER_TOKEN = 900;

/** A valid candidate and its size in memory, in bytes. */
interface RememberedToken {
  readonly candidate: TokenCandidate;
  /** The usual header with the token, which is a slice of this string. Comparing a whole header takes no slice of it. */
  readonly header: string;
  readonly bytes: number;
}

/**
 * The verified tokens of all instances in the process, so that the number of tenants does not multiply the limit. One
 * instance's result is never used for another: it is valid only with the same key object that verified it.
 *
 * The key is the end of the token, because hashing a whole token takes longer than the rest of a repeated use. The
 * sender chooses that end, so the whole token is compared.
 */
const remembered = new BoundedCache<number, RememberedToken>(MAX_REMEMBERED_BYTES, ({ bytes }) => bytes);

/** The number of characters that {@link endOf} reads: more than 32 bits of the signature. */
const KEY_LENGTH = 10;

/**
 * A number for the end of a token, in which 10,000 tokens rarely have two in common; of those, one would be verified again. A
 * number, since a slice takes memory, and longer to hash.
 */
function endOf(text: string): number {
  let number = 0;
  for (let index = text.length - KEY_LENGTH; index < text.length; index++) {
    number = (number * 31 + text.charCodeAt(index)) | 0;
  }
  return number;
}

const USUAL_START = 'Bearer ';

/**
 * Verifies the JWTs of one instance.
 *
 * A valid signature is remembered with the exact token and the key, so that it is verified once; everything that
 * depends on the time, the configuration or the key set is checked on every use. Only valid tokens are remembered, so
 * that strangers cannot fill the memory.
 */
export class TokenVerifier {
  readonly #keys: KeySource;

  constructor(keys: KeySource) {
    this.#keys = keys;
  }

  /** Decodes a token, or finds it among the remembered ones, without verifying it. */
  decode(token: string): TokenCandidate | TokenRejection {
    const known = remembered.get(endOf(token))?.candidate;
    if (known !== undefined && known.token === token) return known;

    const jwt = decodeJwt(token);
    return isRejection(jwt) ? jwt : { token, jwt, verifiedWith: undefined, verifiedHeaderType: undefined };
  }

  /**
   * Finds the token of an `Authorization` header among the remembered ones.
   *
   * Only for speed: it saves parsing a usual header.
   *
   * @returns the same as {@link decode} for the token of the header, or `undefined` if that is not remembered
   */
  findInHeader(header: string): TokenCandidate | undefined {
    const known = remembered.get(endOf(header));
    return known !== undefined && known.header === header ? known.candidate : undefined;
  }

  /**
   * Verifies the signature and every claim.
   *
   * @returns the decoded token, or the reason for its rejection; a promise only if keys must be fetched
   */
  verify(
    candidate: TokenCandidate,
    requirements: TokenRequirements,
  ): MaybePromise<DecodedJwt | TokenRejection> {
    const { kid } = candidate.jwt.header;
    const key = this.#keys.find(kid);
    if (key !== undefined) return this.#verifyWith(key, candidate, requirements);
    return this.#loadAndVerify(candidate, requirements);
  }

  async #loadAndVerify(
    candidate: TokenCandidate,
    requirements: TokenRequirements,
  ): Promise<DecodedJwt | TokenRejection> {
    const key = await this.#keys.load(candidate.jwt.header.kid);
    return this.#verifyWith(key, candidate, requirements);
  }

  /**
   * Verifies the header and the signature, and no claim.
   *
   * @returns the reason for the rejection, or `undefined` if the instance signed the token
   */
  async verifySignature(candidate: TokenCandidate): Promise<TokenRejection | undefined> {
    const { kid } = candidate.jwt.header;
    return this.#checkSignature(this.#keys.find(kid) ?? (await this.#keys.load(kid)), candidate, undefined);
  }

  /** The state of the instance's keys, which are fetched first if a request would fetch them. */
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
    // The check of the header depends on the header, the key and the type only.
    if (candidate.verifiedWith === key && candidate.verifiedHeaderType === headerType) return undefined;
    const headerRejection = checkHeader(candidate.jwt, key, headerType);
    if (headerRejection || candidate.verifiedWith === key) return headerRejection;

    if (!hasValidSignature(candidate.token, candidate.jwt.header.alg, key)) return INVALID_SIGNATURE;
    const { bytes, depth } = jsonExtent(candidate.jwt.claims);
    if (depth > MAX_DEPTH_OF_CLAIMS) return TOO_DEEP;
    candidate.verifiedWith = key;
    candidate.verifiedHeaderType = headerType;
    remember(candidate, bytes);
    return undefined;
  }
}

function remember(verified: TokenCandidate, bytesOfClaims: number): void {
  const { token, jwt } = verified;
  // The parts of a token that was sliced from a header would keep the whole header in memory, other cookies included.
  const header = usualHeaderWith(token);
  const ownToken = header.slice(USUAL_START.length);
  const claimsStart = ownToken.indexOf('.') + 1;
  const encodedClaims = ownToken.slice(claimsStart, ownToken.indexOf('.', claimsStart));
  // A copy, without what this request reads from the claims: many tokens are used once, and keeping more of them takes longer
  // than reading the claims of the others a second time.
  const candidate = { ...verified, token: ownToken, jwt: { ...jwt, encodedClaims } };
  const bytes = BYTES_PER_TOKEN + token.length + bytesOfClaims + jsonExtent(jwt.header).bytes;
  remembered.set(endOf(header), { candidate, header, bytes });
}

/** Not `USUAL_START + token`, of which V8 would make another copy on first use. */
function usualHeaderWith(token: string): string {
  const characters = Buffer.allocUnsafe(USUAL_START.length + token.length);
  characters.write(USUAL_START, 'latin1');
  characters.write(token, USUAL_START.length, 'latin1');
  return characters.toString('latin1');
}

const TOO_DEEP: TokenRejection = {
  reason: 'token-invalid',
  message: `The claims of the token are nested more than ${MAX_DEPTH_OF_CLAIMS} levels deep.`,
};

const INVALID_SIGNATURE: TokenRejection = {
  reason: 'token-invalid-signature',
  message: 'The signature of the token is not valid.',
};

/** The key determines the algorithm, not the token (RFC 8725, section 3.1). */
function checkHeader(
  jwt: DecodedJwt,
  key: SigningKey,
  headerType: TokenRequirements['headerType'],
): TokenRejection | undefined {
  const { typ, alg, crit } = jwt.header;
  // Clerk sets none, and a token with an unknown critical extension must be rejected (RFC 7515, section 4.1.11).
  if (crit !== undefined)
    return {
      reason: 'token-invalid',
      message: 'The token has critical extensions (crit), and none is supported.',
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

function isOneOf(value: unknown, accepted: string | readonly string[]): boolean {
  return typeof accepted === 'string' ? value === accepted : accepted.includes(value as string);
}
