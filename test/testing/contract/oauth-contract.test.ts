import { existsSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkClient } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { OAUTH } from '../../../lib/testing/frontend-api/oauth/oauth.js';
import { decide } from '../../support/oauth-user.js';
import { FRONTEND_API, PublishedSchema } from './published-schema.js';

const CALLBACK = 'http://client.example/callback';
/** They answer with redirects and pages. */
const WITHOUT_JSON = ['requestOAuthAuthorize', 'requestOAuthAuthorizePOST', 'submitOAuthConsent'];

const HAS_DOCUMENT = existsSync(FRONTEND_API);
const describeWithDocument = HAS_DOCUMENT || process.env.CI === 'true' ? describe : describe.skip;

describeWithDocument('every answer of the authorization server is as Clerk publishes it', () => {
  let local: LocalClerk;
  let server: LocalClerkServer;
  let schema: PublishedSchema;
  const successful = new Set<string>();

  beforeAll(async () => {
    if (!HAS_DOCUMENT) throw new Error("CI needs Clerk's document beside the repository.");
    schema = await PublishedSchema.read(FRONTEND_API);
    local = await LocalClerk.create({ users: [{ id: 'user_ada', emailAddress: ['ada@example.com'] }] });
    server = await local.listen();
    const clerk = new ClerkClient(local.keys);
    await clerk.instance.updateOAuthApplicationSettings({ dynamicOauthClientRegistration: true });
  });
  afterAll(() => server?.close());

  /** Calls an operation, and fails if its answer is not as Clerk publishes it. */
  async function call(id: string, init: RequestInit = {}, path?: string): Promise<Record<string, unknown>> {
    const operation = schema.operations.find(each => each.id === id);
    if (!operation) throw new Error(`Clerk has no operation ${id}.`);
    const response = await fetch(server.url + (path ?? operation.path), {
      method: operation.method,
      ...init,
    });
    const text = await response.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const isSuccess = response.status < 400;
    if (isSuccess) successful.add(id);
    // The document describes the OAuth errors, but not with the status of each.
    expect({
      id,
      problems: isSuccess ? schema.problemsOf(operation, response.status, body as never) : [],
    }).toEqual({ id, problems: [] });
    return body as Record<string, unknown>;
  }

  const form = (fields: Record<string, string>): RequestInit => ({ body: new URLSearchParams(fields) });
  const basic = (id: string, secret: string) => ({
    authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
  });

  it('for a client that registers, gets tokens, refreshes and revokes them', async () => {
    await call('getOpenIDConfiguration');
    const client = await call('registerOAuthClient', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ redirect_uris: [CALLBACK], scope: 'openid profile email offline_access' }),
    });
    const [client_id, client_secret] = [String(client.client_id), String(client.client_secret)];
    const url = new URL(`${server.url}/oauth/authorize`);
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id,
      redirect_uri: CALLBACK,
      scope: 'openid profile email public_metadata private_metadata offline_access',
      state: '12345678',
    }).toString();
    const code = (await decide(url, CALLBACK, { userId: 'user_ada' })).searchParams.get('code') ?? '';
    const tokens = await call(
      'getOAuthToken',
      form({ grant_type: 'authorization_code', client_id, client_secret, code, redirect_uri: CALLBACK }),
    );
    const headers = { authorization: `Bearer ${String(tokens.access_token)}` };
    await call('getOAuthUserInfo', { headers });
    await call('getOAuthUserInfoPOST', { headers });
    const refresh_token = String(tokens.refresh_token);
    await call(
      'getOAuthToken',
      form({ grant_type: 'refresh_token', client_id, client_secret, refresh_token }),
    );
    for (const token of [String(tokens.access_token), refresh_token, 'unknown']) {
      await call('getOAuthTokenInfo', form({ client_id, client_secret, token }));
      await call('revokeOAuthToken', {
        ...form({ token }),
        headers: basic(client_id, client_secret),
      });
    }

    const browser = local.browsers.create();
    browser.signIn({ userId: 'user_ada' });
    const consent = `/v1/me/oauth/consent/${client_id}?__clerk_db_jwt=${browser.token}`;
    await call('getOAuthConsent', {}, consent);
  });

  it('and every operation succeeded', () => {
    const failed = Object.keys(OAUTH).filter(id => !successful.has(id) && !WITHOUT_JSON.includes(id));
    expect(failed).toEqual([]);
  });
});
