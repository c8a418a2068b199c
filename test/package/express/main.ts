import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { clerkMiddleware, getAuth } from 'nest-clerk/express';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

function sessionToken(): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const header = encode({ alg: 'RS256', typ: 'JWT', kid: 'ins_package' });
  const iss = 'https://example.clerk.accounts.dev';
  const payload = encode({ sub: 'user_1', sid: 'sess_1', iss, iat: now, nbf: now, exp: now + 60, v: 2 });
  const signature = sign('RSA-SHA256', Buffer.from(`${header}.${payload}`), privateKey);
  return `${header}.${payload}.${signature.toString('base64url')}`;
}

/** A plain Express application with the package, without Nest. */
async function main(): Promise<void> {
  const app = express();
  app.use(
    clerkMiddleware({
      publishableKey: `pk_test_${Buffer.from('example.clerk.accounts.dev$').toString('base64')}`,
      secretKey: 'sk_test_package',
      jwtKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    }),
  );
  app.get('/', (request, response) => {
    response.json({ userId: getAuth(request).userId });
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise(listening => server.once('listening', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const signedIn = await fetch(url, { headers: { Authorization: `Bearer ${sessionToken()}` } });
    assert.deepEqual(await signedIn.json(), { userId: 'user_1' });
    assert.deepEqual(await (await fetch(url)).json(), { userId: null });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
