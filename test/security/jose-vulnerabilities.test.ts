import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';

import { beforeAll, describe, expect, it } from '@jest/globals';
import { verifyToken } from 'nest-clerk/express';
import type { VerifyTokenOptions } from 'nest-clerk/express';
import { LocalClerk } from 'nest-clerk/testing';

let local: LocalClerk;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});

function publicJwk(): { n?: string } {
  return createPublicKey(local.jwtKey).export({ format: 'jwk' });
}

const now = Math.floor(Date.now() / 1000);
const CLAIMS = { sub: 'user_mallory', sid: 'sess_1', iat: now, exp: now + 3600 };

/** The ways to verify tokens: with the key in PEM, and with the key set of the Backend API. */
const CONFIGURATIONS: [string, () => VerifyTokenOptions][] = [
  ['jwtKey', () => ({ jwtKey: local.jwtKey })],
  ['the key set', () => ({ secretKey: local.secretKey, fetch: local.fetch })],
];

describe.each(CONFIGURATIONS)('token verification with %s', (_name, options) => {
  const reasonFor = (token: string) =>
    verifyToken(token, options()).then(
      () => undefined,
      (error: { reason?: string }) => error.reason,
    );
  const jwt = (header: object, signature: (signedPart: string) => Buffer, claims: object = CLAIMS) => {
    const signedPart = [{ kid: local.kid, typ: 'JWT', ...header }, claims]
      .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    return `${signedPart}.${signature(signedPart).toString('base64url')}`;
  };
  const hmacOf =
    (secret: string | Buffer, hash = 'sha256') =>
    (signedPart: string) =>
      createHmac(hash, secret).update(signedPart).digest();

  it('accepts a valid token, which shows that the rejections below have their own cause', async () => {
    expect(await reasonFor(await local.issueSessionToken({ userId: 'user_alice' }))).toBeUndefined();
  });

  it.each(['none', 'None', 'NONE', 'nOnE', ''])(
    'CVE-2022-23540: rejects an unsigned token with alg "%s"',
    async alg => {
      expect(await reasonFor(jwt({ alg }, () => Buffer.alloc(0)))).toBe('token-invalid-algorithm');
      expect(await reasonFor(jwt({ alg }, () => Buffer.alloc(256)))).toBe('token-invalid-algorithm');
    },
  );

  it.each(['HS256', 'HS384', 'HS512'])(
    'CVE-2022-23541: rejects a token signed with %s and the public key as the secret',
    async alg => {
      const jwk = JSON.stringify(publicJwk());
      for (const secret of [local.jwtKey, local.jwtKey.trim(), jwk, publicJwk().n!]) {
        expect(await reasonFor(jwt({ alg }, hmacOf(secret, `sha${alg.slice(2)}`)))).toBe(
          'token-invalid-algorithm',
        );
      }
    },
  );

  it.each(['RS384', 'RS512', 'PS256', 'ES256', 'EdDSA'])(
    'rejects a token that names %s for a key of RS256 (algorithm confusion)',
    async alg => {
      const token = await local.signJwt(CLAIMS, { alg });
      expect(await reasonFor(token)).toMatch(/^token-(invalid-algorithm|verification-failed)$/);
    },
  );

  it.each(['jwk', 'jku', 'x5c', 'x5u'])(
    "CVE-2018-0114: rejects a token that contains its own key in '%s'",
    async member => {
      const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const jwk = { ...publicKey.export({ format: 'jwk' }), kid: local.kid, use: 'sig', alg: 'RS256' };
      const values: Record<string, unknown> = {
        jwk,
        jku: `data:application/json,${JSON.stringify({ keys: [jwk] })}`,
        x5c: [publicKey.export({ type: 'spki', format: 'der' }).toString('base64')],
        x5u: 'https://evil.example.com/cert.pem',
      };
      const signature = (signedPart: string) => sign('sha256', Buffer.from(signedPart), privateKey);

      expect(await reasonFor(jwt({ alg: 'RS256', [member]: values[member] }, signature))).toBe(
        'token-invalid-signature',
      );
    },
  );

  it.each([[['exp']], [['b64']], [['unknown']], [[]], ['exp'], [null]])(
    'crit: rejects a correctly signed token with the critical extensions %j (RFC 7515, section 4.1.11)',
    async crit => {
      expect(await reasonFor(await local.signJwt(CLAIMS, { crit, b64: true }))).toBe('token-invalid');
    },
  );

  it('CVE-2024-28176: rejects an encrypted token without decompressing it', async () => {
    const bomb = deflateRawSync(Buffer.alloc(100 * 1024 * 1024)).toString('base64url');
    const header = Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', zip: 'DEF' })).toString(
      'base64url',
    );
    const before = process.memoryUsage().rss;

    expect(await reasonFor(`${header}..AAAAAAAAAAAAAAAA.${bomb}.AAAAAAAAAAAAAAAAAAAAAA`)).toBe(
      'token-invalid',
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  it('CVE-2024-28176: does not decompress the payload of a signed token', async () => {
    expect(await reasonFor(await local.signJwt(CLAIMS, { zip: 'DEF' }))).toBeUndefined();
    const compressed = deflateRawSync(JSON.stringify(CLAIMS)).toString('base64url');
    const [header, , signature] = (await local.issueSessionToken({ userId: 'user_alice' })).split('.');

    expect(await reasonFor(`${header}.${compressed}.${signature}`)).toMatch(/^token-invalid/);
  });
});

it.each(['HS256', 'HS384', 'HS512', 'none'])(
  'CVE-2026-22818: rejects a token with alg %s for a key without an alg in the key set',
  async alg => {
    const jwk = { ...publicJwk(), kid: local.kid };
    const fetch = () => Promise.resolve(Response.json({ keys: [jwk] }));
    const header = { alg, kid: local.kid, typ: 'JWT' };
    const signedPart = [header, CLAIMS]
      .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const hash = alg === 'none' ? 'sha256' : `sha${alg.slice(2)}`;
    const options = { secretKey: local.secretKey, fetch };

    expect(await verifyToken(await local.signJwt(CLAIMS), options)).toMatchObject({ sub: CLAIMS.sub });
    for (const secret of [local.jwtKey, JSON.stringify(jwk), Buffer.from(jwk.n!, 'base64url')]) {
      const signature = createHmac(hash, secret).update(signedPart).digest('base64url');
      await expect(verifyToken(`${signedPart}.${signature}`, options)).rejects.toMatchObject({
        reason: 'token-invalid-algorithm',
      });
    }
  },
);
