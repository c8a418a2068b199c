import { beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { codesOf, FrontendClient } from './frontend-client.js';

const PASSWORD = 'analytical-engine';

let local: LocalClerk;
let client: FrontendClient;

async function start(singleSessionMode?: boolean): Promise<void> {
  local = await LocalClerk.create({
    singleSessionMode,
    users: ['ada', 'grace'].map(name => ({ id: `user_${name}`, username: name, password: PASSWORD })),
  });
  client = await FrontendClient.create(local);
}

beforeEach(() => start(false));

describe('a browser with several sessions', () => {
  it('signs a second user in beside the first, who stays signed in', async () => {
    const { sessionId: first } = await signIn('ada');
    const { body } = await client.signIn('grace', PASSWORD);

    expect(body.client.sessions.map(({ user }: { user: { id: string } }) => user.id)).toEqual([
      'user_ada',
      'user_grace',
    ]);
    expect(body.client.last_active_session_id).toBe(client.sessionId);
    expect((await client.call('POST', `/client/sessions/${first}/tokens`)).status).toBe(200);
  });

  it('switches between the users', async () => {
    const { sessionId: first } = await signIn('ada');
    await signIn('grace');

    const { body } = await client.call('POST', `/client/sessions/${first}/touch`);

    expect(body.client.last_active_session_id).toBe(first);
    client.sessionId = first;
    expect((await client.call('GET', '/me')).body.response.id).toBe('user_ada');
  });

  it('signs one user out and keeps the other', async () => {
    const { sessionId: first } = await signIn('ada');
    await signIn('grace');

    const { body } = await client.call('POST', `/client/sessions/${first}/remove`);

    expect(body.client.sessions).toMatchObject([{ id: client.sessionId }]);
  });

  it('does not sign the same user in twice, and names the session that there is', async () => {
    const { sessionId } = await signIn('ada');

    const answer = await client.call('POST', '/client/sign_ins', { identifier: 'ada', password: PASSWORD });

    expect([answer.status, ...codesOf(answer)]).toEqual([400, 'identifier_already_signed_in']);
    expect(answer.body.errors[0].meta).toEqual({ session_id: sessionId });
  });

  it('signs a new user up beside the first', async () => {
    await signIn('ada');

    const { status } = await client.call('POST', '/client/sign_ups', { email_address: 'new@example.com' });

    expect(status).toBe(200);
  });

  it('is what the environment says', async () => {
    const modeOf = async (): Promise<unknown> =>
      (await client.call('GET', '/environment')).body.auth_config.single_session_mode;
    expect(await modeOf()).toBe(false);

    await start();

    expect(await modeOf()).toBe(true);
  });
});

async function signIn(identifier: string): Promise<{ sessionId: string }> {
  await client.signIn(identifier, PASSWORD);
  return { sessionId: client.sessionId ?? '' };
}
