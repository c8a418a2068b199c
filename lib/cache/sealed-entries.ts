import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** The version of the format. Another one has other keys, so that no release reads an entry of another format. */
const FORMAT = 'nest-clerk cache 1';
const PREFIX = 'nest-clerk:1:';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** A larger value is not cached: it would displace too many others. */
export const MAX_VALUE_BYTES = 512 * 1024;

/**
 * Makes the keys and the values of entries, so that the store learns nothing and can forge nothing.
 *
 * A value is encrypted and authenticated (AES-256-GCM) under a key of its own, which is derived from the keys of the Clerk
 * instance and from the key of the entry. So another instance, another configuration or a writer to the store can neither
 * read nor make an entry, nor pass that of one token off as that of another.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5869 for the derivation
 */
export class SealedEntries {
  /** Distinguishes what is under way for different instances in one process. */
  readonly id = ++lastId;
  readonly #keyOfKeys: Buffer;
  readonly #keyOfValues: Buffer;

  /**
   * @param secret - known to the instances of one application only, such as the secret key
   * @param identity - everything that distinguishes one configuration from another
   */
  constructor(secret: string, identity: readonly (string | undefined)[]) {
    const salt = createHash('sha256')
      .update(JSON.stringify(identity.map(part => part ?? null)))
      .digest();
    const keys = Buffer.from(hkdfSync('sha256', secret, salt, FORMAT, 64));
    this.#keyOfKeys = keys.subarray(0, 32);
    this.#keyOfValues = keys.subarray(32);
  }

  /** The key of a secret such as a token: HMAC-SHA-256, so that only those who have the keys can try tokens. */
  secretKeyOf(kind: string, secret: string): string {
    return `${PREFIX}${createHmac('sha256', this.#keyOfKeys).update(`${kind}\0${secret}`).digest('base64url')}`;
  }

  /** Encrypts a value for a key; `undefined` for one that is too large or is not JSON. */
  seal(key: string, value: unknown): string | undefined {
    const json = jsonOf(value);
    if (json === undefined || Buffer.byteLength(json) > MAX_VALUE_BYTES) return undefined;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#keyOfEntry(key), iv, { authTagLength: TAG_BYTES });
    const encrypted = cipher.update(json, 'utf8');
    return Buffer.concat([iv, encrypted, cipher.final(), cipher.getAuthTag()]).toString('base64');
  }

  /** Decrypts what the store has for a key; `undefined` for anything that was not sealed for it. */
  open(key: string, stored: unknown): unknown {
    if (typeof stored !== 'string' || stored.length > 2 * MAX_VALUE_BYTES) return undefined;
    const bytes = Buffer.from(stored, 'base64');
    if (bytes.length <= IV_BYTES + TAG_BYTES) return undefined;
    const iv = bytes.subarray(0, IV_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.#keyOfEntry(key), iv, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    try {
      const json =
        decipher.update(bytes.subarray(IV_BYTES, bytes.length - TAG_BYTES), undefined, 'utf8') +
        decipher.final('utf8');
      return JSON.parse(json) as unknown;
    } catch {
      return undefined;
    }
  }

  /** One key per entry, because AES-GCM with random nonces limits how often a key may be used (NIST SP 800-38D, 8.3). */
  #keyOfEntry(key: string): Buffer {
    return createHmac('sha256', this.#keyOfValues).update(key).digest();
  }
}

let lastId = 0;

/** The key of a resource. Its id is unique at Clerk, so that a webhook finds it without knowing the instance. */
export function resourceKeyOf(kind: string, id: string): string {
  return `${PREFIX}${kind}:${createHash('sha256').update(id).digest('base64url')}`;
}

function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
