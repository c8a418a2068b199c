import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';

/** The algorithm of Local Clerk's own digests: fast, because it protects nothing. */
const OWN_HASHER = 'pbkdf2_sha256';
const OWN_ITERATIONS = 1;

/** Returns the digest of a password. */
export function hashPassword(password: string): { passwordDigest: string; passwordHasher: string } {
  const salt = randomBytes(12).toString('base64');
  const hash = pbkdf2Sync(password, Buffer.from(salt, 'base64'), OWN_ITERATIONS, 32, 'sha256').toString(
    'base64',
  );
  return { passwordDigest: `pbkdf2_sha256$${OWN_ITERATIONS}$${salt}$${hash}`, passwordHasher: OWN_HASHER };
}

/**
 * Verifies a password.
 *
 * @returns `undefined` for a hasher that Node does not support, such as `bcrypt`
 * @see https://clerk.com/docs/guides/development/migrating/overview for the hashers and the form of their digests
 */
export function verifyPassword(password: string, digest: string, hasher: string | null): boolean | undefined {
  switch (hasher) {
    case 'md5':
    case 'sha256':
      return equal(createHash(hasher).update(password).digest('hex'), digest.toLowerCase());
    case 'hmac_sha256_utf16_b64':
      return verifyHmac(password, digest);
    case 'ldap_ssha':
      return verifySaltedSha1(password, digest);
    case 'pbkdf2_sha1':
    case 'pbkdf2_sha256':
    case 'pbkdf2_sha512':
      return verifyPbkdf2(password, digest, hasher.slice('pbkdf2_'.length), 'base64');
    case 'pbkdf2_sha256_django':
      return verifyPbkdf2(password, digest, 'sha256', 'utf8');
    case 'pbkdf2_sha512_hex':
      return verifyPbkdf2(password, digest, 'sha512', 'hex');
    default:
      return undefined;
  }
}

/** `<algorithm>$<iterations>$<salt>$<hash>` */
function verifyPbkdf2(
  password: string,
  digest: string,
  algorithm: string,
  saltEncoding: 'base64' | 'utf8' | 'hex',
): boolean {
  const [iterations, salt, hash] = digest.split('$').slice(-3);
  if (iterations === undefined || salt === undefined || hash === undefined || !(Number(iterations) > 0)) {
    return false;
  }
  const expected = Buffer.from(hash, saltEncoding === 'hex' ? 'hex' : 'base64');
  if (expected.length === 0) return false;
  const saltBytes = Buffer.from(salt, saltEncoding);
  const actual = pbkdf2Sync(password, saltBytes, Number(iterations), expected.length, algorithm);
  return timingSafeEqual(actual, expected);
}

/** `{SSHA}`, followed by the base64 of the SHA-1 of password and salt, and the salt. */
function verifySaltedSha1(password: string, digest: string): boolean {
  const bytes = Buffer.from(digest.replace(/^\{SSHA\}/, ''), 'base64');
  const actual = createHash('sha1').update(password).update(bytes.subarray(20)).digest();
  return bytes.length > 20 && timingSafeEqual(actual, bytes.subarray(0, 20));
}

/** `<key in base64>$<hash in base64>` */
function verifyHmac(password: string, digest: string): boolean {
  const [key, hash = ''] = digest.split('$');
  if (key === undefined) return false;
  const hmac = createHmac('sha256', Buffer.from(key, 'base64')).update(Buffer.from(password, 'utf16le'));
  return equal(hmac.digest('base64'), hash);
}

function equal(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
