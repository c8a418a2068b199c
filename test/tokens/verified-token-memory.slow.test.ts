import { generateKeyPairSync, sign } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { describe, expect, it, jest } from '@jest/globals';

import { signedInAuthObject } from '../../lib/authorization/session-auth-object.js';
import { isRejection } from '../../lib/tokens/jwt.js';
import { localKeySource } from '../../lib/tokens/key-source.js';
import { TokenVerifier } from '../../lib/tokens/token-verifier.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const LIMIT = 48 * 1024 * 1024;

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const verifier = new TokenVerifier(
  localKeySource(publicKey.export({ type: 'spki', format: 'pem' }).toString()),
);

let serial = 0;

function signed(claims: object): string {
  const all = { sub: `user_${serial++}`, sid: `sess_${serial}`, exp: Date.now() / 1000 + 3600, ...claims };
  const parts = [{ alg: 'RS256' }, all].map(value =>
    Buffer.from(JSON.stringify(value)).toString('base64url'),
  );
  const signedPart = parts.join('.');
  return `${signedPart}.${sign('sha256', Buffer.from(signedPart), privateKey).toString('base64url')}`;
}

/** Verifies a token and reads all of it once, as a request does. */
async function use(token: string): Promise<void> {
  const candidate = verifier.decode(token);
  if (isRejection(candidate)) throw new Error(candidate.message);
  const jwt = await verifier.verify(candidate, {});
  if (isRejection(jwt)) throw new Error(jwt.message);
  const createSessionToken = () => Promise.reject(new Error('not expected'));
  const auth = signedInAuthObject({ token, jwt, createSessionToken }, () => ({}));
  auth.has({ permission: 'org:none:read' });
  expect(auth.orgPermissions?.length).not.toBe(0);
}

async function heapUsed(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    await new Promise(resolve => setImmediate(resolve));
    collectGarbage();
  }
  return process.memoryUsage().heapUsed;
}

/** Tokens of about 16 KB, the maximum that node accepts in a request. Each type exceeded the limit once, or would. */
const LONG_TOKENS: [what: string, count: number, () => object][] = [
  ['one long string', 1800, () => ({ padding: 'x'.repeat(11_500) })],
  ['unique claim names', 500, () => Object.fromEntries(numbers(800).map(n => [`k${serial++}_${n}`, 1]))],
  [
    'objects with a unique shape',
    500,
    () => ({ list: numbers(700).map(n => ({ [`k${serial++}_${n}`]: 1 })) }),
  ],
  ['empty lists', 300, () => ({ list: numbers(3800).map(() => []) })],
  ['numbers', 600, () => ({ list: numbers(5700).map(() => 1) })],
  ['short strings', 1200, () => ({ list: numbers(1400).map(n => `${serial}${n}`) })],
];

function numbers(length: number): number[] {
  return Array.from({ length }, (_, n) => n);
}

// Signing and measuring thousands of long tokens takes long on a busy machine.
jest.setTimeout(240_000);

describe('memory of verified tokens', () => {
  it.each(LONG_TOKENS)(
    'stays below its limit with tokens of 16 KB that hold %s',
    async (_, count, claims) => {
      const before = await heapUsed();
      for (let n = 0; n < count; n++) await use(signed(claims()));
      const after = await heapUsed();

      expect((after - before) / LIMIT).toBeLessThan(1);
    },
  );

  it('uses no more for a token with 2,500 permissions than for its string', async () => {
    const names = (prefix: string) => numbers(50).map(n => `${prefix}${n}`);
    const claims = () => ({
      v: 2,
      fea: names('o:feature').join(),
      o: {
        id: 'org_1',
        rol: 'admin',
        per: names('permission').join(),
        fpm: names('')
          .map(() => 2n ** 50n - 1n)
          .join(),
      },
    });
    await use(signed(claims()));
    const before = await heapUsed();
    for (let n = 0; n < 500; n++) await use(signed(claims()));
    const bytesPerToken = ((await heapUsed()) - before) / 500;

    // The claims are 2.4 KB, as base64 3.2 KB; the list of permissions would take 150 KB.
    expect(bytesPerToken).toBeLessThan(10_000);
  });

  it('does not retain the header that a token was sliced from', async () => {
    const kilobytes = 128;
    const tokens = numbers(400).map(() => signed({}));
    const before = await heapUsed();

    for (const token of tokens) {
      const header = Buffer.from(`${'x'.repeat(kilobytes * 1024)}__session=${token}`).toString('latin1');
      await use(header.slice(header.indexOf('=') + 1));
    }

    expect((await heapUsed()) - before).toBeLessThan((tokens.length * kilobytes * 1024) / 2);
  });
});
