import { beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { FrontendClient } from './frontend-api/frontend-client.js';
import { decodePart, signedInAuth } from './support.js';

const PASSWORD = 'analytical-engine';

let local: LocalClerk;

beforeEach(async () => {
  local = await LocalClerk.create({
    users: [
      {
        id: 'user_ada',
        firstName: 'Ada',
        emailAddress: ['ada@example.com'],
        password: PASSWORD,
        publicMetadata: { plan: { tier: 'gold' }, age: 36, beta: false },
      },
    ],
    organizations: [{ id: 'org_acme', name: 'Acme', members: [{ user: 'user_ada', role: 'org:admin' }] }],
    sessionClaims: {
      email: '{{user.primary_email_address}}',
      reverification: '{{session.reverification_id}}',
      role: '{{org.role}}',
      sub: 'user_mallory',
    },
  });
});

describe('claims of session tokens', () => {
  it('have the values of their shortcodes, and override no claim of Clerk', async () => {
    const token = await local.issueSessionToken({ userId: 'user_ada', orgId: 'org_acme' });

    const { userId, sessionClaims } = await signedInAuth(local, token);
    expect(userId).toBe('user_ada');
    expect(sessionClaims).toMatchObject({
      email: 'ada@example.com',
      reverification: null,
      role: 'org:admin',
    });
  });

  it('are removed by a claim of one token', async () => {
    const token = await local.issueSessionToken({ userId: 'user_ada', claims: { email: undefined } });

    expect(decodePart(token, 'payload')).not.toHaveProperty('email');
  });

  it('have a new reverification_id each time a reverification starts', async () => {
    const client = await FrontendClient.create(local);
    const signedIn = await client.call('POST', '/client/sign_ins', {
      identifier: 'ada@example.com',
      password: PASSWORD,
    });
    client.sessionId = signedIn.body.response.created_session_id;
    const session = `/client/sessions/${client.sessionId}`;
    const ids: unknown[] = [];
    const remember = async () => {
      const { body } = await client.call('POST', `${session}/tokens`);
      ids.push(decodePart(body.jwt, 'payload').reverification);
    };

    await remember();
    for (const _attempt of [1, 2]) {
      await client.call('POST', `${session}/verify`, { level: 'first_factor' });
      await remember();
      const factor = { strategy: 'password', password: PASSWORD };
      await client.call('POST', `${session}/verify/attempt_first_factor`, factor);
      await remember();
    }

    const [before, started, completed, startedAgain, completedAgain] = ids;
    expect(before).toBeNull();
    expect(started).toEqual(expect.any(String));
    expect(completed).toBe(started);
    expect(startedAgain).not.toBe(started);
    expect(completedAgain).toBe(startedAgain);
  });
});

describe('shortcodes of a JWT template', () => {
  // The examples of https://clerk.com/docs/guides/sessions/jwt-templates#shortcodes
  it.each([
    ['{{user.public_metadata.plan}}', { tier: 'gold' }],
    ['{{user.last_name}} {{user.first_name}}', 'null Ada'],
    ['{{user.i_dont_exist}}', null],
    ["{{user.full_name || 'Awesome User'}}", 'Ada'],
    ["{{user.last_name || 'Awesome || User'}}", 'Awesome || User'],
    ['{{user.unsafe_metadata.age || user.public_metadata.age || 30 }}', 36],
    ['{{user.unsafe_metadata.age || 30}}', 30],
    ['{{user.public_metadata.beta || user.phone_number_verified}}', false],
    ['{{user.public_metadata.beta || true}}', true],
  ])('%s becomes %j', async (shortcode, value) => {
    local.jwtTemplates.create({ name: 'example', claims: { value: shortcode } });
    const session = local.sessions.create({ userId: 'user_ada' });
    const answer = await local.fetch(`https://api.clerk.com/v1/sessions/${session.id}/tokens/example`, {
      method: 'POST',
      headers: { authorization: `Bearer ${local.secretKey}` },
    });

    const { jwt } = (await answer.json()) as { jwt: string };
    expect(decodePart(jwt, 'payload').value).toEqual(value);
  });

  it('has the origin of the page as azp', async () => {
    local.jwtTemplates.create({ name: 'example' });
    const client = await FrontendClient.create(local);
    const signedIn = await client.call('POST', '/client/sign_ins', {
      identifier: 'ada@example.com',
      password: PASSWORD,
    });
    client.sessionId = signedIn.body.response.created_session_id;

    const { body } = await client.call('POST', `/client/sessions/${client.sessionId}/tokens/example`);

    expect(decodePart(body.jwt, 'payload')).toMatchObject({ azp: 'http://localhost:3000', sub: 'user_ada' });
  });
});
