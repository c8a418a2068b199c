import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { BackendApiClient } from '../../lib/backend-api/client.js';
import { decodeOrganization } from '../../lib/backend-api/generated/models/organization.js';
import { User } from '../../lib/backend-api/models/user.js';
import { BackendApiTransport } from '../../lib/backend-api/transport/backend-api-transport.js';
import { USER } from './support/samples.js';

const user = User.fromJSON(USER);
const COMPUTED = {
  fullName: 'Ada Lovelace',
  primaryEmailAddress: { emailAddress: 'ada@example.test' },
  primaryPhoneNumber: { phoneNumber: '+15555550100' },
  primaryWeb3Wallet: { web3Wallet: '0x01' },
};

describe('User', () => {
  it('has its raw JSON behind a proxy and as a prototype', () => {
    expect(new Proxy(user, {}).raw).toBe(USER);
    expect((Object.create(user) as User).raw).toBe(USER);
    expect(Reflect.get(user, 'raw', new Proxy(user, {}))).toBe(USER);
  });

  it.each<[string, () => object]>([
    ['a spread copy', () => ({ ...user })],
    ['a copy with the same prototype', () => Object.assign(Object.create(User.prototype) as object, user)],
    ['a structured clone', () => structuredClone(user)],
    ['JSON', () => JSON.parse(JSON.stringify(user)) as object],
    ['a proxy', () => new Proxy(user, {})],
    ['an object with it as prototype', () => Object.create(user) as object],
  ])('keeps its computed fields in %s', (_, copy) => {
    expect(copy()).toMatchObject({ id: 'user_1', ...COMPUTED });
  });

  it('has no raw JSON in a copy', () => {
    const copy: User = Object.assign(Object.create(User.prototype), user);
    expect(copy.raw).toBeNull();
    expect(({ ...user } as User).raw).toBeUndefined();
  });
});

it('Organization has its raw JSON behind a proxy and as a prototype', () => {
  const json = { object: 'organization', id: 'org_1' };
  const organization = decodeOrganization(json);
  expect(new Proxy(organization, {}).raw).toBe(json);
  expect((Object.create(organization) as typeof organization).raw).toBe(json);
  expect(structuredClone(organization)).toMatchObject({ id: 'org_1' });
});

describe('ClerkClient', () => {
  const names = Object.entries(
    Object.getOwnPropertyDescriptors(Object.getPrototypeOf(BackendApiClient.prototype)),
  )
    .filter(([, { get }]) => get)
    .map(([name]) => name);
  const clientFor = (fetch: typeof globalThis.fetch) =>
    new BackendApiClient(new BackendApiTransport({ secretKey: 'sk_test_x', fetch }));
  const client = clientFor(async () => Response.json({ ...USER, subject: 'mch_1', scopes: [] }));

  it('has every resource behind a proxy and as a prototype', () => {
    expect(names).toHaveLength(40);
    const proxy = new Proxy(client, {}) as unknown as Record<string, object>;
    const heir = Object.create(client) as Record<string, object>;
    for (const name of names) {
      expect(proxy[name]).toBe((client as unknown as Record<string, object>)[name]);
      expect(heir[name]).toBe(proxy[name]);
    }
  });

  it('sends calls behind a proxy that also wraps its resources', async () => {
    const wrap = <T extends object>(target: T): T =>
      new Proxy(target, {
        get(of, property, receiver) {
          const value: unknown = Reflect.get(of, property, receiver);
          return typeof value === 'object' && value !== null ? wrap(value) : value;
        },
      });
    const { users, m2m } = { users: new Proxy(client.users, {}), m2m: new Proxy(client.m2m, {}) };
    expect((await users.getUser('user_1')).id).toBe('user_1');
    expect((await users.updateUser('user_1', { firstName: 'A' })).id).toBe('user_1');
    expect(
      await new Proxy(
        clientFor(async () => Response.json([USER])),
        {},
      ).users
        .iterateUserList()
        .next(),
    ).toBeDefined();
    await expect(m2m.verify({ token: 'mt_x' })).resolves.toBeDefined();
    expect((await wrap(client).users.getUser('user_1')).id).toBe('user_1');
  });

  it('does not show its resources and keys in a log', () => {
    expect(inspect(client, { showHidden: true, depth: 9 })).not.toContain('sk_test_x');
    expect(Object.keys(client)).toEqual([]);
  });
});
