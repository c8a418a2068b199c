import { createClerkClient } from '@clerk/backend';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { FrontendClient } from './frontend-client.js';

const PASSWORD = 'analytical-engine';

let local: LocalClerk;
let client: FrontendClient;

beforeEach(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_ada', username: 'lovelace', password: PASSWORD }] });
  client = await FrontendClient.create(local);
});

/** Calls the Backend API. */
async function backend(method: string, path: string, body?: object) {
  const response = await local.handle(
    new Request(`https://api.clerk.com/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${local.secretKey}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    }),
  );
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('the Backend API', () => {
  it('shows the sign-up that a browser has begun, and its end', async () => {
    const begun = await client.call('POST', '/client/sign_ups', {
      email_address: 'new+clerk_test@example.com',
      password: PASSWORD,
    });
    const { id } = begun.body.response;
    expect((await backend('GET', `/sign_ups/${id}`)).body).toMatchObject({
      id,
      status: 'missing_requirements',
      email_address: 'new+clerk_test@example.com',
      unverified_fields: ['email_address'],
    });

    await client.call('POST', `/client/sign_ups/${id}/prepare_verification`, { strategy: 'email_code' });
    const done = await client.call('POST', `/client/sign_ups/${id}/attempt_verification`, {
      strategy: 'email_code',
      code: '424242',
    });

    expect((await backend('GET', `/sign_ups/${id}`)).body).toMatchObject({
      status: 'complete',
      created_user_id: done.body.response.created_user_id,
      created_session_id: done.body.response.created_session_id,
    });
  });

  it('sets the external id of the user whom a sign-up of a browser makes', async () => {
    const { body } = await client.call('POST', '/client/sign_ups', {
      email_address: 'new+clerk_test@example.com',
      password: PASSWORD,
    });
    const path = `/client/sign_ups/${body.response.id}`;
    await backend('PATCH', `/sign_ups/${body.response.id}`, { external_id: 'crm_1' });
    await client.call('POST', `${path}/prepare_verification`, { strategy: 'email_code' });
    await client.call('POST', `${path}/attempt_verification`, { strategy: 'email_code', code: '424242' });

    expect(local.users.list()[0]?.externalId).toBe('crm_1');
  });

  it('lists the clients of browsers with their sessions, and the sign-in that one has begun', async () => {
    await client.signIn('lovelace', PASSWORD);
    const other = await FrontendClient.create(local);
    const begun = await other.call('POST', '/client/sign_ins', { identifier: 'lovelace' });

    const clients = (await backend('GET', '/clients')).body as unknown as Record<string, unknown>[];

    expect(clients).toHaveLength(2);
    expect(clients[0]).toMatchObject({ sign_in_id: begun.body.response.id, session_ids: [] });
    expect(clients[1]).toMatchObject({
      last_active_session_id: client.sessionId,
      sessions: [{ id: client.sessionId, user_id: 'user_ada', status: 'active' }],
    });
  });

  it('revokes the session of a browser, which then is signed out', async () => {
    await client.signIn('lovelace', PASSWORD);

    await backend('POST', `/sessions/${client.sessionId}/revoke`);

    expect((await client.call('GET', '/client')).body.response.sessions).toEqual([]);
    expect((await client.call('POST', `/client/sessions/${client.sessionId}/tokens`)).status).toBe(401);
  });

  it('finds the client of a session token of a browser with @clerk/backend', async () => {
    const { body } = await client.signIn('lovelace', PASSWORD);
    const server = await local.listen();
    try {
      const clerk = createClerkClient({ secretKey: local.secretKey, apiUrl: server.url });
      const found = await clerk.clients.verifyClient(body.client.sessions[0].last_active_token.jwt);
      expect(found.id).toBe(body.client.id);
    } finally {
      await server.close();
    }
  });
});
