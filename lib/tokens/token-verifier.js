import { LRUCache } from 'lru-cache';
import { checkClaims } from './claim-checks.js';
import { decodeJwt, isRejection } from './jwt.js';
import { hasValidSignature, isSupportedAlgorithm } from './signing-key.js';
const MAX_REMEMBERED_TOKENS = 10_000;
/** In characters of token text; what is kept for a token is about three times its text. */
const MAX_REMEMBERED_LENGTH = 16 * 1024 * 1024;
/**
 * Verifies the JWTs of one instance.
 *
 * A signature that was found valid is remembered with the exact token and the key, so that it is computed once;
 * everything that depends on the time, the configuration or the key set is checked on every use. Only verified
 * tokens are remembered: a stranger cannot fill the memory.
 */
export class TokenVerifier {
    #keys;
    #remembered = new LRUCache({
        max: MAX_REMEMBERED_TOKENS,
        maxSize: MAX_REMEMBERED_LENGTH,
        sizeCalculation: (_, token) => token.length,
    });
    constructor(keys) {
        this.#keys = keys;
    }
    /** Takes a token apart, which costs nothing for one that is remembered. Verifies nothing. */
    decode(token) {
        const remembered = this.#remembered.get(token);
        if (remembered)
            return remembered;
        const jwt = decodeJwt(token);
        return isRejection(jwt) ? jwt : { token, jwt, verifiedWith: undefined };
    }
    /**
     * Verifies the signature and every claim.
     *
     * @returns the token taken apart, or why it is refused; a promise of that only when keys must be fetched
     */
    verify(candidate, requirements) {
        const { kid } = candidate.jwt.header;
        const key = this.#keys.find(kid);
        if (key !== undefined)
            return this.#verifyWith(key, candidate, requirements);
        return this.#keys.load(kid).then(loaded => this.#verifyWith(loaded, candidate, requirements));
    }
    /**
     * Verifies the header and the signature, and no claim.
     *
     * @returns why it is refused, or `undefined` when the signature is the instance's
     */
    async verifySignature(candidate) {
        const { kid } = candidate.jwt.header;
        return this.#checkSignature(this.#keys.find(kid) ?? (await this.#keys.load(kid)), candidate, undefined);
    }
    #verifyWith(key, candidate, requirements) {
        const { jwt } = candidate;
        return (this.#checkSignature(key, candidate, requirements.headerType) ??
            checkClaims(jwt.claims, requirements) ??
            jwt);
    }
    #checkSignature(key, candidate, headerType) {
        if (isRejection(key))
            return key;
        const headerRejection = checkHeader(candidate.jwt, key, headerType);
        if (headerRejection || candidate.verifiedWith === key)
            return headerRejection;
        if (!hasValidSignature(candidate.jwt, key))
            return INVALID_SIGNATURE;
        candidate.verifiedWith = key;
        this.#remembered.set(candidate.token, candidate);
        return undefined;
    }
}
const INVALID_SIGNATURE = {
    reason: 'token-invalid-signature',
    message: 'The signature of the token is not valid.',
};
/** The algorithm is the key's to decide, not the token's (RFC 8725, section 3.1). */
function checkHeader(jwt, key, headerType) {
    const { typ, alg } = jwt.header;
    if (typ !== undefined || headerType !== undefined) {
        const accepted = [headerType ?? 'JWT'].flat();
        if (!accepted.includes(typ))
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
