import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { verifyWebhook } from 'nest-clerk';
import type { WebhookEvent } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

let local: LocalClerk;
let server: Server;
let url: string;
let events: WebhookEvent[];
let ids: (string | string[] | undefined)[];
let status: number;

beforeEach(async () => {
  events = [];
  ids = [];
  status = 200;
  local = await LocalClerk.create({ users: [{ id: 'user_alice', emailAddress: ['alice@example.com'] }] });
  server = createServer((request, response) => {
    ids.push(request.headers['svix-id']);
    const { signingSecret } = local.webhooks;
    void verifyWebhook(request, { signingSecret, now: local.clock.now }).then(
      event => {
        events.push(event);
        response.writeHead(status).end();
      },
      () => response.writeHead(400).end(),
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
  local.webhooks.addEndpoint(url);
});

afterEach(() => {
  local.webhooks.removeEndpoint(url);
  server.closeAllConnections();
  server.close();
});

function call(method: string, path: string, body?: object): Promise<Response> {
  return local.fetch(`https://api.clerk.com/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${local.secretKey}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
}

test('LocalClerk sends a signed event for each change of users, sessions, organizations and memberships', async () => {
  local.users.update('user_alice', { firstName: 'Alice' });
  await local.webhooks.flush();
  local.sessions.create({ userId: 'user_alice', id: 'sess_1' });
  await local.webhooks.flush();
  local.organizations.create({ id: 'org_acme', name: 'Acme' });
  await local.webhooks.flush();
  local.memberships.create({ organizationId: 'org_acme', userId: 'user_alice' });
  await local.webhooks.flush();
  local.users.delete('user_alice');
  await local.webhooks.flush();

  expect(events.map(({ type }) => type).slice(0, 4)).toEqual([
    'user.updated',
    'session.created',
    'organization.created',
    'organizationMembership.created',
  ]);
  expect(
    events
      .map(({ type }) => type)
      .slice(4)
      .sort(),
  ).toEqual(['organizationMembership.deleted', 'session.removed', 'user.deleted']);
  expect(events[0]!.data).toMatchObject({ object: 'user', id: 'user_alice', first_name: 'Alice' });
  expect(events[1]!.data).toMatchObject({ object: 'session', user: { id: 'user_alice' } });
  expect(events[3]!.data).toMatchObject({ organization: { id: 'org_acme' } });
  const deleted = events.find(({ type }) => type === 'user.deleted')!;
  expect(deleted.data).toEqual({ object: 'user', id: 'user_alice', deleted: true });
});

test('LocalClerk sends events for invitations of the Backend API', async () => {
  local.organizations.create({ id: 'org_acme', name: 'Acme' });
  const invitation = { email_address: 'bob@example.com', role: 'org:member' };
  const created = await call('POST', '/organizations/org_acme/invitations', invitation);
  const { id } = (await created.json()) as { id: string };
  await call('POST', `/organizations/org_acme/invitations/${id}/revoke`, {});
  await local.webhooks.flush();
  const invitations = events.filter(({ type }) => type.startsWith('organizationInvitation.'));
  expect(invitations.map(({ type }) => type).sort()).toEqual([
    'organizationInvitation.created',
    'organizationInvitation.revoked',
  ]);
  expect(invitations[0]!.data).toMatchObject({
    id,
    organization_id: 'org_acme',
    email_address: 'bob@example.com',
  });
});

test("LocalClerk repeats a failed delivery by Clerk's schedule, with the same id, until it is accepted", async () => {
  status = 500;
  local.users.update('user_alice', { firstName: 'Alice' });
  await local.webhooks.flush();
  await local.webhooks.flush();
  expect(ids).toHaveLength(1);
  local.clock.advance('5s');
  await local.webhooks.flush();
  expect(ids).toHaveLength(2);
  local.clock.advance('4m');
  await local.webhooks.flush();
  expect(ids).toHaveLength(2);
  status = 200;
  local.clock.advance('1m');
  await local.webhooks.flush();
  expect(new Set(ids).size).toBe(1);
  const [delivery] = local.webhooks.deliveries;
  expect(delivery).toMatchObject({ id: ids[0], status: 'succeeded', nextAttemptAt: null });
  expect(delivery!.attempts.map(attempt => attempt.status)).toEqual([500, 500, 200]);
});

test('LocalClerk stops after seven retries, and a delivery can be sent again', async () => {
  status = 503;
  local.users.update('user_alice', { firstName: 'Alice' });
  await local.webhooks.flush();
  for (const delay of ['5s', '5m', '30m', '2h', '5h', '10h', '10h'] as const) {
    local.clock.advance(delay);
    await local.webhooks.flush();
  }
  const [delivery] = local.webhooks.deliveries;
  expect(delivery).toMatchObject({ status: 'failed', nextAttemptAt: null });
  expect(delivery!.attempts).toHaveLength(8);
  status = 200;
  await local.webhooks.redeliver(delivery!.id);
  expect(delivery).toMatchObject({ status: 'succeeded' });
});

test('LocalClerk counts an unreachable endpoint as a failed attempt', async () => {
  local.webhooks.addEndpoint('http://127.0.0.1:1/');
  local.users.update('user_alice', { firstName: 'Alice' });
  await local.webhooks.flush();
  expect(local.webhooks.deliveries[1]).toMatchObject({ status: 'pending', attempts: [{ status: 0 }] });
  local.webhooks.removeEndpoint('http://127.0.0.1:1/');
});

test('LocalClerk sends only the types that an endpoint subscribes to', async () => {
  local.webhooks.removeEndpoint(url);
  local.webhooks.addEndpoint(url, { types: ['session.*'] });
  local.users.update('user_alice', { firstName: 'Alice' });
  local.sessions.create({ userId: 'user_alice' });
  await local.webhooks.flush();
  expect(events.map(({ type }) => type)).toEqual(['session.created']);
});

test('a reset deletes the deliveries and keeps the endpoints', async () => {
  local.users.update('user_alice', { firstName: 'Alice' });
  await local.webhooks.flush();
  local.reset();
  expect(local.webhooks.deliveries).toEqual([]);
  local.users.update('user_alice', { firstName: 'Ada' });
  await local.webhooks.flush();
  expect(events.map(({ type }) => type)).toEqual(['user.updated', 'user.updated']);
  expect(local.webhooks.deliveries).toHaveLength(1);
});
