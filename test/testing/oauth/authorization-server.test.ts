import { createHash } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { ClerkClient } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { decide } from '../../support/oauth-user.js';

const CALLBACK = 'http://client.example/callback';
const RESOURCE = 'https://mcp.example.com/mcp';
const VERIFIER = 'a-code-verifier-that-has-at-least-43-characters-0';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

let local: LocalClerk;
let server: LocalClerkServer;
let clerk: ClerkClient;

beforeAll(async () => {
  local = await LocalClerk.create({
    users: [{ id: 'user_ada', firstName: 'Ada', lastName: 'Lovelace', emailAddress: ['ada@example.com'] }],
  });
  server = await local.listen();
  clerk = new ClerkClient(local.keys);
});
afterAll(() => server.close());
beforeEach(async () => {
  local.reset();
  await clerk.instance.updateOAuthApplicationSettings({ dynamicOauthClientRegistration: true });
});

interface Client {
  client_id: string;
  client_secret?: string;
}

async function send(path: string, body: URLSearchParams | object, headers: Record<string, string> = {}) {
  const isForm = body instanceof URLSearchParams;
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { ...(!isForm && { 'content-type': 'application/json' }), ...headers },
    body: isForm ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    json: text ? (JSON.parse(text) as Record<string, unknown>) : {},
    response,
  };
}

async function register(metadata: object = { token_endpoint_auth_method: 'none' }): Promise<Client> {
  const { status, json } = await send('/oauth/register', { redirect_uris: [CALLBACK], ...metadata });
  expect(status).toBe(201);
  return json as unknown as Client;
}

function authorizationUrl({ client_id }: Client, parameters: Record<string, string | undefined> = {}): URL {
  const url = new URL(`${server.url}/oauth/authorize`);
  const all = {
    response_type: 'code',
    client_id,
    redirect_uri: CALLBACK,
    scope: 'profile notes:read',
    state: 'a-state-of-the-client',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    resource: RESOURCE,
    ...parameters,
  };
  for (const [name, value] of Object.entries(all)) if (value !== undefined) url.searchParams.set(name, value);
  return url;
}

const ada = { userId: 'user_ada' };

async function codeFor(client: Client, parameters?: Record<string, string | undefined>): Promise<string> {
  const back = await decide(authorizationUrl(client, parameters), CALLBACK, ada);
  expect(back.searchParams.get('error')).toBeNull();
  return back.searchParams.get('code') ?? '';
}

function exchange(client: Client, code: string, parameters: Record<string, string> = {}) {
  return send(
    '/oauth/token',
    new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client.client_id,
      code,
      redirect_uri: CALLBACK,
      code_verifier: VERIFIER,
      ...parameters,
    }),
  );
}

/** What the browser receives without a user who acts. */
async function open(url: URL) {
  const response = await fetch(url, { redirect: 'manual' });
  const location = response.headers.get('location');
  return { status: response.status, location, text: await response.text() };
}

describe('client registration', () => {
  it('is disabled by default, as in a new instance of Clerk', async () => {
    local.reset();
    const { status, json } = await send('/oauth/register', { redirect_uris: [CALLBACK] });
    expect(status).toBe(422);
    expect(json).toMatchObject({ errors: [{ code: 'dynamic_client_registration_disabled' }] });
  });

  it('gives a public client no secret', async () => {
    const { json } = await send('/oauth/register', {
      client_name: 'An MCP client',
      redirect_uris: [CALLBACK],
      token_endpoint_auth_method: 'none',
      scope: 'profile notes:read',
    });
    expect(json).toEqual({
      client_id: expect.any(String),
      client_id_issued_at: expect.any(Number),
      client_secret_expires_at: 0,
      client_name: 'An MCP client',
      redirect_uris: [CALLBACK],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      scope: 'profile notes:read',
      token_endpoint_auth_method: 'none',
    });
  });

  it('is seen by the Backend API, with consent required', async () => {
    const { client_id } = await register();
    const { data } = await clerk.oauthApplications.list();
    expect(data).toMatchObject([
      { clientId: client_id, dynamicallyRegistered: true, isPublic: true, consentScreenEnabled: true },
    ]);
  });

  it.each([
    [{ redirect_uris: [] }, 'invalid_redirect_uri'],
    [{ redirect_uris: ['/relative'] }, 'invalid_redirect_uri'],
    [{ redirect_uris: [`${CALLBACK}#fragment`] }, 'invalid_redirect_uri'],
    [{ redirect_uris: CALLBACK }, 'invalid_redirect_uri'],
    [{ redirect_uris: [CALLBACK], token_endpoint_auth_method: 'private_key_jwt' }, 'invalid_client_metadata'],
    [{ redirect_uris: [CALLBACK], client_name: 1 }, 'invalid_client_metadata'],
  ])('rejects %j with 400 %s', async (metadata, error) => {
    const { status, json } = await send('/oauth/register', metadata);
    expect({ status, error: json.error }).toEqual({ status: 400, error });
  });
});

describe('authorization request', () => {
  it('returns to the client with a code and its state after sign-in and consent', async () => {
    const back = await decide(authorizationUrl(await register()), CALLBACK, ada);
    expect([...back.searchParams.keys()]).toEqual(['code', 'state']);
    expect(back.searchParams.get('state')).toBe('a-state-of-the-client');
  });

  it('shows the user who asks, for what scopes and for which resource', async () => {
    const client = await register({ client_name: '<b>Notes</b>', token_endpoint_auth_method: 'none' });
    const browser = local.browsers.create();
    browser.signIn(ada);
    const { text } = await open(authorizationUrl(client, { __clerk_db_jwt: browser.token }));
    for (const shown of ['&#60;b&#62;Notes', 'ada@example.com', 'notes:read', RESOURCE, 'client.example']) {
      expect(text).toContain(shown);
    }
    expect(text).not.toContain('<b>Notes');
  });

  it('returns access_denied if the user denies access', async () => {
    const back = await decide(authorizationUrl(await register()), CALLBACK, { ...ada, allows: false });
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.has('code')).toBe(false);
  });

  it.each([
    ['an unknown client', { client_id: 'unknown' }, 401],
    ['an unregistered redirect URI', { redirect_uri: 'https://attacker.example/' }, 400],
    ['a redirect URI that starts like a registered one', { redirect_uri: `${CALLBACK}/../x` }, 400],
  ])('redirects nowhere for %s', async (_name, parameters, status) => {
    const answer = await open(authorizationUrl(await register(), parameters));
    expect({ status: answer.status, location: answer.location }).toEqual({ status, location: null });
  });

  it.each([
    ['unsupported_response_type', { response_type: 'token' }],
    ['invalid_request', { code_challenge: undefined }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_request', { response_mode: 'fragment' }],
    ['invalid_target', { resource: '/mcp' }],
    ['invalid_target', { resource: `${RESOURCE}#x` }],
    ['invalid_scope', { scope: 'a"b' }],
    ['login_required', { prompt: 'none' }],
  ])('redirects %s for %j', async (error, parameters) => {
    const { location } = await open(authorizationUrl(await register(), parameters));
    expect(new URL(location ?? '').origin).toBe('http://client.example');
    expect(new URL(location ?? '').searchParams.get('error')).toBe(error);
  });

  it('rejects a scope that is not one of the application with invalid_scope', async () => {
    const { clientId } = await clerk.oauthApplications.create({
      name: 'App',
      redirectUris: [CALLBACK],
      scopes: 'profile',
      public: true,
    });
    const { location } = await open(authorizationUrl({ client_id: clientId }, { scope: 'notes:read' }));
    expect(location).toContain('error=invalid_scope');
  });

  it('rejects consent that a form of another site sends', async () => {
    const client = await register();
    const browser = local.browsers.create();
    browser.signIn(ada);
    const response = await fetch(
      `${server.url}/v1/me/oauth/consent/${client.client_id}?__clerk_db_jwt=${browser.token}`,
      {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: 'http://127.0.0.1:1' },
        body: new URLSearchParams([
          ...authorizationUrl(client).searchParams,
          ['consented', 'true'] as [string, string],
        ]),
      },
    );
    expect(response.status).toBe(400);
  });
});

describe('token request', () => {
  it('returns a token for the user, the client, the scopes and the resource', async () => {
    const client = await register();
    const { status, json, response } = await exchange(client, await codeFor(client));
    expect(status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(json).toEqual({
      access_token: expect.stringMatching(/^oat_/),
      token_type: 'Bearer',
      expires_in: 86_400,
      scope: 'profile notes:read',
    });
    expect(await clerk.idPOAuthAccessToken.verify(json.access_token as string)).toMatchObject({
      subject: 'user_ada',
      clientId: client.client_id,
      scopes: ['profile', 'notes:read'],
      aud: [RESOURCE],
    });
  });

  it('returns a JWT for the resource where the instance issues JWTs', async () => {
    await clerk.instance.updateOAuthApplicationSettings({ oauthJwtAccessTokens: true });
    const client = await register();
    const { json } = await exchange(client, await codeFor(client));
    const keys = createRemoteJWKSet(new URL(`${server.url}/.well-known/jwks.json`));
    const { payload } = await jwtVerify(json.access_token as string, keys, { typ: 'at+jwt' });
    expect(payload).toMatchObject({
      iss: local.issuer,
      sub: 'user_ada',
      aud: [RESOURCE],
      scope: 'profile notes:read',
      client_id: client.client_id,
    });
  });

  it('returns an ID token for openid and a refresh token for offline_access', async () => {
    const client = await register();
    const code = await codeFor(client, { scope: 'openid email offline_access', nonce: 'n-1' });
    const { json } = await exchange(client, code);
    const keys = createRemoteJWKSet(new URL(`${server.url}/.well-known/jwks.json`));
    const { payload } = await jwtVerify(json.id_token as string, keys, { issuer: server.url });
    expect(payload).toMatchObject({
      sub: 'user_ada',
      aud: client.client_id,
      nonce: 'n-1',
      email: 'ada@example.com',
    });
    expect(json.refresh_token).toEqual(expect.any(String));
  });

  it.each([
    ['a wrong verifier', { code_verifier: 'another-verifier' }, 400, 'invalid_grant'],
    ['another redirect URI', { redirect_uri: 'http://client.example/' }, 400, 'invalid_grant'],
    ['another resource', { resource: 'https://other.example/mcp' }, 400, 'invalid_target'],
    ['another client', { client_id: 'unknown' }, 401, 'invalid_client'],
    ['another grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['no code', { code: '' }, 400, 'invalid_request'],
  ])('is rejected with %s', async (_name, parameters, status, error) => {
    const client = await register();
    const answer = await exchange(client, await codeFor(client), parameters);
    expect({ status: answer.status, error: answer.json.error }).toEqual({ status, error });
  });

  it('is rejected with a code that was used before, or has expired', async () => {
    const client = await register();
    const code = await codeFor(client);
    expect((await exchange(client, code)).status).toBe(200);
    expect((await exchange(client, code)).json.error).toBe('invalid_grant');
    const late = await codeFor(client);
    local.clock.advance('10m');
    expect((await exchange(client, late)).json.error).toBe('invalid_grant');
  });

  it('accepts the secret of a confidential client in the header and in the body, and no other', async () => {
    const client = await register({});
    const { client_id, client_secret = '' } = client;
    const basic = (secret: string) => ({
      authorization: `Basic ${Buffer.from(`${client_id}:${secret}`).toString('base64')}`,
    });
    const body = async () =>
      new URLSearchParams({
        grant_type: 'authorization_code',
        code: await codeFor(client),
        redirect_uri: CALLBACK,
        code_verifier: VERIFIER,
      });
    expect((await send('/oauth/token', await body(), basic(client_secret))).status).toBe(200);
    expect((await send('/oauth/token', await body(), basic('wrong'))).status).toBe(401);
    expect((await exchange(client, await codeFor(client), { client_secret })).status).toBe(200);
    expect((await exchange(client, await codeFor(client))).status).toBe(401);
  });

  it('refreshes a token with the same or fewer scopes until the refresh token is revoked', async () => {
    const client = await register();
    const scope = 'profile notes:read offline_access';
    const { json } = await exchange(client, await codeFor(client, { scope }));
    const refresh = (parameters: Record<string, string> = {}) =>
      send(
        '/oauth/token',
        new URLSearchParams({
          grant_type: 'refresh_token',
          client_id: client.client_id,
          refresh_token: json.refresh_token as string,
          ...parameters,
        }),
      );
    expect((await refresh()).json).toMatchObject({ scope });
    const narrowed = await refresh({ scope: 'profile' });
    expect(await clerk.idPOAuthAccessToken.verify(narrowed.json.access_token as string)).toMatchObject({
      scopes: ['profile'],
      aud: [RESOURCE],
    });
    expect((await refresh({ scope: 'email' })).json.error).toBe('invalid_scope');
    const token = json.refresh_token as string;
    await send('/oauth/token/revoke', new URLSearchParams({ client_id: client.client_id, token }));
    expect((await refresh()).json.error).toBe('invalid_grant');
  });
});

it('a client can revoke its own access token and learn about it, and no other client can', async () => {
  const [client, other] = [await register(), await register()];
  const { json } = await exchange(client, await codeFor(client));
  const token = json.access_token as string;
  const ask = async (path: string, { client_id }: Client) =>
    (await send(path, new URLSearchParams({ client_id, token }))).json;
  await ask('/oauth/token/revoke', other);
  expect(await ask('/oauth/token_info', other)).toEqual({ active: false });
  expect(await ask('/oauth/token_info', client)).toMatchObject({
    active: true,
    client_id: client.client_id,
    scope: 'profile notes:read',
    sub: 'user_ada',
  });
  await ask('/oauth/token/revoke', client);
  expect(await ask('/oauth/token_info', client)).toEqual({ active: false });
});

it('the user info has the claims of the granted scopes', async () => {
  const client = await register();
  const { json } = await exchange(client, await codeFor(client, { scope: 'profile' }));
  const userInfo = async (token: string) => {
    const response = await fetch(`${server.url}/oauth/userinfo`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: response.status, json: (await response.json()) as object };
  };
  const { json: info } = await userInfo(json.access_token as string);
  expect(info).toMatchObject({ sub: 'user_ada', given_name: 'Ada', name: 'Ada Lovelace' });
  expect(info).not.toHaveProperty('email');
  expect((await userInfo('oat_unknown')).status).toBe(401);
});

it('both metadata documents name the URL that they are fetched from as their issuer', async () => {
  for (const path of ['/.well-known/oauth-authorization-server', '/.well-known/openid-configuration']) {
    const response = await fetch(server.url + path);
    expect(await response.json()).toMatchObject({
      issuer: server.url,
      authorization_endpoint: `${server.url}/oauth/authorize`,
      token_endpoint: `${server.url}/oauth/token`,
    });
  }
});
