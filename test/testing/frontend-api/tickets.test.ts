import { beforeEach, describe, expect, it } from '@jest/globals';
import { createClerkClient } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { codesOf, FrontendClient } from './frontend-client.js';

let local: LocalClerk;
let client: FrontendClient;
let clerk: ReturnType<typeof createClerkClient>;

beforeEach(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_ada', emailAddress: ['ada@example.com'] }] });
  client = await FrontendClient.create(local);
  clerk = createClerkClient({ secretKey: local.secretKey, fetch: local.fetch });
});

describe('the ticket of a sign-in token', () => {
  it('signs its user in, once', async () => {
    const { token: ticket } = await clerk.signInTokens.createSignInToken({
      userId: 'user_ada',
      expiresInSeconds: 60,
    });

    const first = await client.call('POST', '/client/sign_ins', { strategy: 'ticket', ticket });
    const second = await (
      await FrontendClient.create(local)
    ).call('POST', '/client/sign_ins', {
      strategy: 'ticket',
      ticket,
    });

    expect(first.body.response.status).toBe('complete');
    expect(first.body.client.sessions).toMatchObject([{ user: { id: 'user_ada' } }]);
    expect(codesOf(second)).toEqual(['sign_in_token_already_used_code']);
  });

  it('is rejected after it has expired', async () => {
    const { token: ticket } = await clerk.signInTokens.createSignInToken({
      userId: 'user_ada',
      expiresInSeconds: 60,
    });
    local.clock.advance('2m');

    const answer = await client.call('POST', '/client/sign_ins', { strategy: 'ticket', ticket });

    expect(codesOf(answer)).toEqual(['ticket_expired_code']);
  });
});

describe('the ticket of an invitation', () => {
  it('leads from the link in the inbox to the application, as one to sign up with', async () => {
    const redirectUrl = 'http://localhost:3000/welcome';
    await clerk.invitations.createInvitation({ emailAddress: 'eve@example.com', redirectUrl });
    const link = new URL(local.inbox.latest('eve@example.com')?.url ?? '');

    const response = await local.handle(new Request(`${local.issuer}${link.pathname}${link.search}`));

    const target = new URL(response.headers.get('location') ?? '');
    expect([response.status, target.origin + target.pathname]).toEqual([303, redirectUrl]);
    expect(target.searchParams.get('__clerk_status')).toBe('sign_up');
    expect(target.searchParams.get('__clerk_ticket')).toBe(link.searchParams.get('ticket'));
  });

  it('signs a new user up without a code and with the metadata of the invitation', async () => {
    await clerk.invitations.createInvitation({
      emailAddress: 'eve@example.com',
      publicMetadata: { plan: 'pro' },
    });
    const ticket = new URL(local.inbox.latest('eve@example.com')?.url ?? '').searchParams.get('ticket') ?? '';

    const answer = await client.call('POST', '/client/sign_ups', { strategy: 'ticket', ticket });

    expect(answer.body.response.status).toBe('complete');
    expect(local.users.get(answer.body.response.created_user_id)).toMatchObject({
      publicMetadata: { plan: 'pro' },
    });
  });
});
