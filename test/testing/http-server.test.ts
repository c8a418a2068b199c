import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createClerkClient, verifyToken } from '@clerk/backend';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { ClerkError } from '../../lib/errors/clerk-error.js';
import { rawRequest } from '../support/raw-request.js';

let local: LocalClerk;
let server: LocalClerkServer;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice', firstName: 'Alice' }] });
});

beforeEach(async () => {
  server = await local.listen();
});

afterEach(async () => {
  local.outage = undefined;
  local.requests.length = 0;
  await server.close();
});

function reference(secretKey = local.secretKey) {
  const { publishableKey } = local;
  return createClerkClient({ secretKey, publishableKey, apiUrl: server.url, telemetry: { disabled: true } });
}

/** Writes raw bytes to the port and returns everything until the connection ends. */
function exchange(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket
      .setEncoding('utf8')
      .on('data', (chunk: string) => (answer += chunk))
      .on('end', () => resolve(answer))
      .on('error', reject);
  });
}

async function statusFor(url: string, headers: Record<string, string>): Promise<number> {
  return (await rawRequest(new URL(url), '/v1/environment', { headers })).status;
}

describe('@clerk/backend with a LocalClerk on a port', () => {
  it('verifies a token by the key set', async () => {
    const token = await local.issueSessionToken({ userId: 'user_alice' });

    const claims = await verifyToken(token, { secretKey: local.secretKey, apiUrl: server.url });

    expect(claims.sub).toBe('user_alice');
    expect(local.requests).toMatchObject([
      { method: 'GET', path: '/v1/jwks', operation: 'GetJWKS', status: 200 },
    ]);
  });

  it("rejects a wrong secret key with Clerk's error", async () => {
    const token = await local.issueSessionToken({ userId: 'user_alice' });

    const verified = verifyToken(token, { secretKey: 'sk_test_wrong', apiUrl: server.url });

    await expect(verified).rejects.toMatchObject({ reason: 'secret-key-invalid' });
  });

  it('rejects a token of a rotated key', async () => {
    const options = { secretKey: local.secretKey, apiUrl: server.url, skipJwksCache: true };
    const before = await local.issueSessionToken({ userId: 'user_alice' });

    await local.rotateKey();
    const after = await local.issueSessionToken({ userId: 'user_alice' });

    await expect(verifyToken(before, options)).rejects.toThrow();
    await expect(verifyToken(after, options)).resolves.toMatchObject({ sub: 'user_alice' });
  });

  it('creates, reads and deletes users and sessions', async () => {
    const { users, sessions } = reference();

    const bob = await users.createUser({ emailAddress: ['bob@example.com'], firstName: 'Bob' });
    await users.updateUser(bob.id, { lastName: 'Builder', publicMetadata: { plan: 'pro' } });
    await users.updateUserMetadata(bob.id, { publicMetadata: { seats: 3 } });
    const session = await sessions.createSession({ userId: bob.id });
    const { jwt } = await sessions.getToken(session.id);

    expect(await users.getUser(bob.id)).toMatchObject({
      fullName: 'Bob Builder',
      primaryEmailAddress: { emailAddress: 'bob@example.com' },
      publicMetadata: { plan: 'pro', seats: 3 },
    });
    expect(await users.getUserList({ query: 'bob' })).toMatchObject({
      data: [{ id: bob.id }],
      totalCount: 1,
    });
    expect(await verifyToken(jwt, { jwtKey: local.jwtKey })).toMatchObject({ sub: bob.id, sid: session.id });
    expect(await sessions.getSessionList({ userId: bob.id })).toMatchObject({ totalCount: 1 });
    expect(await sessions.revokeSession(session.id)).toMatchObject({ status: 'revoked' });
    expect(await users.deleteUser(bob.id)).toMatchObject({ id: bob.id, deleted: true });
    await expect(users.getUser(bob.id)).rejects.toMatchObject({
      status: 404,
      errors: [{ code: 'resource_not_found' }],
    });
  });

  it('receives the name of an unsupported operation', async () => {
    const response = await fetch(`${server.url}/v1/public/interstitial`);

    expect(response.status).toBe(501);
    expect(await response.json()).toMatchObject({
      errors: [
        {
          code: 'not_implemented_locally',
          message: expect.stringContaining("'GetPublicInterstitial'"),
        },
      ],
    });
  });
});

describe('LocalClerk on a port', () => {
  it('is reachable from this machine only', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it.each([
    ['a name that resolves to this machine', { host: 'rebound.example' }],
    ['a name that begins like a loopback name', { host: 'localhost.rebound.example' }],
    ['an address with credentials', { host: 'localhost@rebound.example' }],
    ['another address', { host: '192.0.2.1' }],
  ])('rejects requests for %s', async (_name, headers) => {
    for (const path of ['/v1/jwks', '/v1/users', '/v1/client', '/sign-in', '/nothing']) {
      const { status, text } = await rawRequest(new URL(server.url), path, {
        headers: { ...headers, authorization: `Bearer ${local.secretKey}` },
      });
      expect([path, status, text]).toEqual([path, 400, expect.stringContaining('"host_invalid"')]);
    }
  });

  it('rejects a request without a host', async () => {
    expect(await exchange('GET /v1/jwks HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [\s\S]+"host_invalid"/);
  });

  it.each([
    'https://evil.example',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example:3000',
    'chrome-extension://abcdef',
    'null',
    '',
  ])('rejects requests of pages of the origin %j', async origin => {
    for (const path of ['/v1/client', '/v1/users', '/sign-in']) {
      const headers = { origin, authorization: `Bearer ${local.secretKey}` };
      const { status, text } = await rawRequest(new URL(server.url), path, { headers });
      expect([path, status, text]).toEqual([path, 400, expect.stringContaining('"origin_invalid"')]);
    }
  });

  it('answers for loopback names, for its Frontend API, and for the hosts and origins of the options', async () => {
    const { port } = new URL(server.url);
    const open = await local.listen(0, {
      allowedHosts: ['Clerk.Example.test'],
      allowedOrigins: ['https://app.example.test/', 'chrome-extension://abcdef'],
    });
    for (const host of [
      'localhost',
      `LOCALHOST:${port}`,
      'app.localhost',
      '127.0.0.1',
      '127.1.2.3',
      '[::1]:80',
    ]) {
      expect([host, await statusFor(server.url, { host })]).toEqual([host, 200]);
    }
    for (const host of [local.frontendApi, 'clerk.example.test:443']) {
      expect([host, await statusFor(open.url, { host })]).toEqual([host, 200]);
    }
    for (const origin of ['http://localhost:3000', 'https://app.example.test', 'chrome-extension://abcdef']) {
      expect([origin, await statusFor(open.url, { host: 'localhost', origin })]).toEqual([origin, 200]);
    }
    await open.close();
  });

  it('does not listen with NODE_ENV=production without `force`', async () => {
    const { NODE_ENV } = process.env;
    process.env.NODE_ENV = 'production';
    try {
      await expect(local.listen()).rejects.toMatchObject({ code: 'production_environment' });
      await (await local.listen(0, { force: true })).close();
    } finally {
      process.env.NODE_ENV = NODE_ENV;
    }
  });

  it('breaks connections during a network outage', async () => {
    local.outage = 'network';

    await expect(fetch(`${server.url}/v1/jwks`)).rejects.toThrow('fetch failed');
    expect(local.requests).toMatchObject([{ operation: 'GetJWKS', status: 0 }]);
  });

  it('reports a port that is in use', async () => {
    const port = Number(new URL(server.url).port);

    const second = local.listen(port);

    await expect(second).rejects.toBeInstanceOf(ClerkError);
    await expect(second).rejects.toMatchObject({ code: 'listen_failed' });
    await expect(second).rejects.toThrow(`port ${port}: it is in use`);
  });

  it('rejects an invalid port number', async () => {
    await expect(local.listen(70_000)).rejects.toMatchObject({ code: 'listen_failed' });
  });

  it('closes immediately with open connections and frees the port', async () => {
    const port = Number(new URL(server.url).port);
    const idle = connect(port, '127.0.0.1');
    const ended = new Promise<void>(resolve => idle.on('close', () => resolve()).on('error', () => {}));
    await new Promise<void>(resolve => idle.on('connect', () => resolve()));
    await fetch(`${server.url}/v1/jwks`);

    await Promise.all([server.close(), server.close(), ended]);

    const next = createServer();
    await new Promise<void>(resolve => next.listen(port, '127.0.0.1', resolve));
    expect((next.address() as AddressInfo).port).toBe(port);
    await new Promise(resolve => next.close(resolve));
  });

  it.each([
    ['GET // HTTP/1.1', 404],
    ['GET //api.example.com/v1/jwks HTTP/1.1', 404],
    ['GET /v1/users/%zz HTTP/1.1', 400],
    ['OPTIONS * HTTP/1.1', 400],
    ['TRACE /v1/jwks HTTP/1.1', 404],
    ['GET http://api.example.com/v1/jwks HTTP/1.1', 400],
    ['nonsense', 400],
  ])('answers %j with %i', async (requestLine, status) => {
    const answer = await exchange(`${requestLine}\r\nHost: localhost\r\nConnection: close\r\n\r\n`);

    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  it('answers a huge body with an error and keeps the connection', async () => {
    const authorization = `Authorization: Bearer ${local.secretKey}`;
    const body = 'x'.repeat(5_000_000);

    const answers = await exchange(
      `POST /v1/users HTTP/1.1\r\nHost: localhost\r\n${authorization}\r\nContent-Length: ${body.length}\r\n\r\n${body}` +
        `GET /v1/jwks HTTP/1.1\r\nHost: localhost\r\n${authorization}\r\nConnection: close\r\n\r\n`,
    );

    expect(answers.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200']);
  });

  it('keeps running if a client disconnects in the middle of a body', async () => {
    const port = Number(new URL(server.url).port);
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `POST /v1/users HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${local.secretKey}\r\n` +
          'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
        () => socket.destroy(),
      );
    });
    await new Promise(resolve => socket.on('close', resolve));

    expect((await fetch(`${server.url}/v1/jwks`)).status).toBe(401);
  });
});
