import { signingKeyFromPem } from './signing-key.js';
/** The key of a networkless configuration: one, whatever key id a token names. */
export function localKeySource(pem) {
    const key = signingKeyFromPem(pem);
    return { find: () => key, load: () => Promise.resolve(key) };
}
