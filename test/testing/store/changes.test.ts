import { beforeEach, expect, test } from '@jest/globals';

import { SigningKeyPair } from '../../../lib/testing/signing-key-pair.js';
import { LocalStore } from '../../../lib/testing/store/local-store.js';

let now: number;
let store: LocalStore;
let changes: string[];

beforeEach(async () => {
  now = Date.UTC(2026, 0, 1);
  const signingKey = await SigningKeyPair.generate();
  store = new LocalStore(() => now, { issuer: 'https://clerk.example.com', signingKey }, 'mch_1');
  changes = [];
  store.changes.subscribe(({ type, record }) => changes.push(`${type} ${record.id}`));
  store.users.create({ id: 'user_alice' });
  changes.length = 0;
});

test('the store publishes each change of a user once', () => {
  store.users.create({ id: 'user_bob' });
  store.users.update('user_bob', { firstName: 'Bob' });
  store.users.updateMetadata('user_bob', { publicMetadata: { plan: 'pro' } });
  store.users.delete('user_bob');
  expect(changes).toEqual([
    'user.created user_bob',
    'user.updated user_bob',
    'user.updated user_bob',
    'user.deleted user_bob',
  ]);
});

test('the store publishes the changes of a session, and the expiry when the session is read', () => {
  store.sessions.create({ userId: 'user_alice', id: 'sess_1' });
  store.sessions.revoke('sess_1');
  store.sessions.create({ userId: 'user_alice', id: 'sess_2', status: 'pending' });
  now += 8 * 24 * 60 * 60 * 1000;
  store.sessions.list();
  store.sessions.list();
  expect(changes).toEqual([
    'session.created sess_1',
    'session.revoked sess_1',
    'session.pending sess_2',
    'session.ended sess_2',
  ]);
});

test('the store publishes deletions of dependents before that of the user, while the user still exists', () => {
  store.organizations.create({ id: 'org_acme', name: 'Acme' });
  const { id } = store.memberships.create({ organizationId: 'org_acme', userId: 'user_alice' });
  store.sessions.create({ userId: 'user_alice', id: 'sess_1' });
  changes.length = 0;
  const users: (string | undefined)[] = [];
  store.changes.subscribe(({ type, record }) => {
    if (type === 'organizationMembership.deleted') users.push(store.users.get(record.userId).id);
  });
  store.users.delete('user_alice');
  expect(changes).toEqual([
    'session.removed sess_1',
    `organizationMembership.deleted ${id}`,
    'user.deleted user_alice',
  ]);
  expect(users).toEqual(['user_alice']);
});

test('the store does not call a listener that has unsubscribed', () => {
  const heard: string[] = [];
  const unsubscribe = store.changes.subscribe(({ type }) => heard.push(type));
  unsubscribe();
  store.users.create();
  expect(heard).toEqual([]);
});
