import { createClerkClient } from '@clerk/backend';
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalSession } from 'nest-clerk/testing';

import { call, decodePart } from './support.js';

let local: LocalClerk;
let session: LocalSession;
let body: Record<string, unknown>;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
beforeEach(async () => {
  session = local.sessions.create({ userId: 'user_alice' });
  const owner = { userId: 'user_alice', sessionId: session.id };
  body = {
    expired_token: await local.issueSessionToken({ ...owner, expiresIn: -60 }),
    refresh_token: local.sessions.issueRefreshToken(session.id),
    request_origin: 'https://app.example.com',
  };
});
afterEach(() => {
  jest.restoreAllMocks();
});

function refresh(changes: Record<string, unknown> = {}, query = '') {
  return call(local, 'POST', `/v1/sessions/${session.id}/refresh${query}`, { ...body, ...changes });
}

describe('session refresh in LocalClerk', () => {
  it('returns a token of the same session', async () => {
    const { status, body } = await refresh();

    expect(status).toBe(200);
    expect(body).toEqual({ object: 'token', jwt: expect.any(String) });
    expect(decodePart(body.jwt, 'payload')).toMatchObject({
      sub: 'user_alice',
      sid: session.id,
      azp: 'https://app.example.com',
    });
  });

  it('returns cookies on request', async () => {
    const { body } = await refresh({ format: 'cookie' });

    expect(body).toEqual({ object: 'cookies', cookies: [expect.stringMatching(/^__session=ey/)] });
  });

  it('returns suffixed cookies too on request', async () => {
    const { body } = await refresh({ format: 'cookie' }, '?suffixed_cookies=true');

    expect(body.cookies).toEqual([
      expect.stringMatching(/^__session=ey/),
      expect.stringMatching(/^__session_[\w-]{8}=ey/),
    ]);
  });

  it('accepts everything that @clerk/backend sends', async () => {
    const server = await local.listen();
    const client = createClerkClient({
      secretKey: local.secretKey,
      apiUrl: server.url,
      telemetry: { disabled: true },
    });

    const { cookies } = (await client.sessions.refreshSession(session.id, {
      ...(body as { expired_token: string; refresh_token: string; request_origin: string }),
      format: 'cookie',
      suffixed_cookies: true,
      request_headers: { cookie: ['x'.repeat(9000)] },
    })) as { cookies: string[] };

    expect(cookies).toHaveLength(2);
    await server.close();
  });

  it.each(['expired_token', 'refresh_token', 'request_origin'])(
    'rejects a request without %s',
    async name => {
      expect(await refresh({ [name]: undefined })).toMatchObject({
        status: 422,
        body: { errors: [{ code: 'form_param_missing', meta: { param_name: name } }] },
      });
    },
  );

  it('rejects an unknown refresh token without quoting it', async () => {
    const { status, body } = await refresh({ refresh_token: 'rt_stolen' });

    expect({ status, code: body.errors[0].code }).toEqual({ status: 401, code: 'refresh_token_not_found' });
    expect(JSON.stringify(body)).not.toContain('rt_stolen');
  });

  it('rejects the refresh token of another session', async () => {
    const other = local.sessions.create({ userId: 'user_alice' });

    expect(await refresh({ refresh_token: local.sessions.issueRefreshToken(other.id) })).toMatchObject({
      status: 401,
    });
  });

  it('rejects a token of another session or with another signature', async () => {
    const others = await local.issueSessionToken({ userId: 'user_alice' });
    const stranger = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
    const forged = await stranger.signJwt({ sub: 'user_alice', sid: session.id }, { kid: local.kid });

    const codes = [
      [others, 'refresh_sid_mismatch'],
      [forged, 'expired_session_token_invalid'],
      ['none', 'expired_session_token_invalid'],
    ] as const;
    for (const [expired_token, code] of codes) {
      expect(await refresh({ expired_token })).toMatchObject({ status: 401, body: { errors: [{ code }] } });
    }
  });

  it('rejects a revoked or expired session', async () => {
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now + 8 * 24 * 60 * 60 * 1000);
    expect(await refresh()).toMatchObject({
      status: 401,
      body: { errors: [{ code: 'session_refresh_inactive_session' }] },
    });
    jest.restoreAllMocks();

    local.sessions.revoke(session.id);
    expect(await refresh()).toMatchObject({
      status: 401,
      body: { errors: [{ code: 'session_refresh_inactive_session' }] },
    });
  });

  it('rejects sessions of a deleted user', async () => {
    const bob = local.users.create();
    const { id } = local.sessions.create({ userId: bob.id });
    const refresh_token = local.sessions.issueRefreshToken(id);
    local.users.delete(bob.id);

    expect(await call(local, 'POST', `/v1/sessions/${id}/refresh`, { ...body, refresh_token })).toMatchObject(
      {
        status: 401,
      },
    );
  });
});
